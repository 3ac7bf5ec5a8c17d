"""Who came back: the earlier case beside the new one, used only when that is allowed, and traced."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from analysis.board.models import Advice, Explanation
from cases.casefile.actions import grant_case
from cases.casefile.models import Case, Phase
from cases.followup.models import EarlierCaseUse
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]
YES = {"allowed": "ja", "said_by": "Fenna en haar moeder", "said_on": "1-2-2026", "note": ""}


@pytest.fixture
def back(petra: Person) -> Case:
    """The new case of Fenna, who was here in 2022."""
    same = {"first_name": "Fenna", "last_name": "Hoekstra", "birth_date": date(2010, 3, 1)}
    before = make_case(
        petra, **same, phase=Phase.CLOSED,
        referral={"referred_on": date(2022, 5, 1), "question_line": "Hoe komt Fenna weer naar buiten?"},
    )  # fmt: skip
    analysis = make_analysis(before)
    Explanation.objects.create(analysis=analysis, text="Druk houdt het vast.", certainty="hypothese")
    Advice.objects.create(analysis=analysis, text="Eerst rust.", life_area="wonen")
    before.closure.effects = ["minder_partijen"]
    before.closure.save()
    return make_case(petra, **same, earlier_number=before.number)


def beside(case: Case) -> str:
    return f"/casussen/{case.number}/eerder/"


def pages(client: Client, case: Case) -> str:
    """Everywhere the earlier case could show."""
    where = ("", "eerder/", "aanmelding/")
    return "".join(client.get(f"/casussen/{case.number}/{rest}").content.decode() for rest in where)


STORY = ("Druk houdt het vast.", "Eerst rust.", "Minder hulpverlenende partijen", "weer naar buiten?")


def test_nothing_of_it_shows_before_it_may(petra: Person, back: Case, as_: As) -> None:
    seen = pages(as_(petra), back)
    assert "2022-001" in seen and "erbij mag pakken" in seen
    assert not any(text in seen for text in STORY)
    assert not AuditEvent.objects.filter(event="earlier.read").exists()


def test_with_a_yes_it_stands_beside_the_new_one_and_is_traced(petra: Person, back: Case, as_: As) -> None:
    client = as_(petra)
    for _ in range(2):
        assert client.post(beside(back), YES).status_code == 302
    assert AuditEvent.objects.filter(event="earlier.answered").count() == 1
    for rest in ("", "eerder/"):
        page = client.get(f"/casussen/{back.number}/{rest}").content.decode()
        assert all(text in page for text in STORY), rest
    assert "Druk houdt het vast." in client.get(f"/casussen/{back.number}/aanmelding/").content.decode()
    assert AuditEvent.objects.filter(event="earlier.read", case_number="2022-001").exists()


def test_a_no_is_respected(petra: Person, back: Case, as_: As) -> None:
    client = as_(petra)
    client.post(beside(back), YES)
    client.post(beside(back), {**YES, "allowed": "nee"})
    seen = pages(client, back)
    assert "wil niet dat we de eerdere casus gebruiken" in seen and not any(text in seen for text in STORY)
    assert EarlierCaseUse.history.count() == 2


def test_who_may_not_see_the_earlier_case_sees_nothing_of_it(
    petra: Person, emre: Person, back: Case, as_: As
) -> None:
    as_(petra).post(beside(back), YES)
    grant_case(by=petra, case=back, user=emre.user)
    client = as_(emre)
    assert client.get(beside(back)).status_code == 404
    page = client.get(f"/casussen/{back.number}/").content.decode()
    assert "De vorige keer" not in page and not any(text in page for text in STORY)


def test_the_secretary_sees_the_question_but_no_analysis(
    petra: Person, sietske: Person, back: Case, as_: As
) -> None:
    as_(petra).post(beside(back), YES)
    page = as_(sietske).get(beside(back)).content.decode()
    assert "weer naar buiten?" in page and "Druk houdt het vast." not in page and "Eerst rust." not in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"allowed": ""}, "allowed"), ({"said_by": ""}, "said_by"), ({"said_on": "gauw"}, "said_on")],
)
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, back: Case, as_: As) -> None:
    answer = as_(petra).post(beside(back), {**YES, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


def test_without_an_earlier_case_there_is_no_such_page(petra: Person, as_: As) -> None:
    case = make_case(petra)
    assert as_(petra).get(beside(case)).status_code == 404
    assert "De vorige keer" not in as_(petra).get(f"/casussen/{case.number}/").content.decode()


def test_the_first_case_does_not_see_the_later_one(petra: Person, back: Case, as_: As) -> None:
    assert back.earlier_case is not None
    assert as_(petra).get(beside(back.earlier_case)).status_code == 404
