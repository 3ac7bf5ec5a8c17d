"""Whether the advice binds, and the explanation to who asks."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from cases.casefile.models import Case, Phase
from cases.plans.models import AdviceExplanation, BindingAdvice
from cases.process.closing import open_ends
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
AGREED = {
    "is_binding": "ja",
    "agreed_with": "Gemeente Midden-Groningen en Elker",
    "agreed_on": "2-3-2026",
    "note": "",
}
ASKED = {"asked_by": "Joke Mulder, Elker", "asked_on": "1-5-2026", "explained_on": "", "text": ""}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/plannen/{rest}"


def test_what_was_agreed_is_kept_once_and_changed(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        page = client.post(address(case, "bindend/"), AGREED, follow=True).content.decode()
    assert "Het advies is bindend." in page and "2 maart 2026" in page
    assert AuditEvent.objects.filter(event="plans.changed").count() == 1
    client.post(address(case, "bindend/"), {**AGREED, "is_binding": "nee"})
    assert BindingAdvice.objects.get().is_binding is False
    assert (
        "legde vast of het advies bindend is"
        in client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    )


def test_a_question_stays_open_until_it_is_explained(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        client.post(address(case, "uitleg/nieuw/"), ASKED)
    asked = AdviceExplanation.objects.get()
    assert [end.kind for end in open_ends(case) if end.kind == "uitleg"] == ["uitleg"]
    assert "nog uitleggen" in client.get(address(case)).content.decode()
    given = {**ASKED, "explained_on": "4-5-2026", "text": "Gebeld: druk houdt het vast, dus eerst rust."}
    client.post(address(case, f"uitleg/{asked.pk}/"), given)
    asked.refresh_from_db()
    assert (asked.explained_by, asked.explained_on) == (petra.user, date(2026, 5, 4))
    assert [end for end in open_ends(case) if end.kind == "uitleg"] == []
    assert "eerst rust" in client.get(address(case)).content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": "Gebeld."}, "explained_on"),
        ({"explained_on": "4-5-2026"}, "text"),
        ({"explained_on": "1-4-2026", "text": "Gebeld."}, "explained_on"),
        ({"asked_by": ""}, "asked_by"),
        ({"asked_on": "1-1-2100"}, "asked_on"),
    ],
)
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "uitleg/nieuw/"), {**ASKED, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


def test_an_answer_is_needed(petra: Person, as_: As) -> None:
    answer = as_(petra).post(address(make_case(petra), "bindend/"), {})
    assert set(answer.context["form"].errors) == {"is_binding", "agreed_with", "agreed_on"}


def test_who_asks_after_closing_stands_on_vandaag_until_it_is_explained(petra: Person, as_: As) -> None:
    case, client = make_case(petra, phase=Phase.CLOSED), as_(petra)
    assert "Iemand vraagt uitleg" in client.get(address(case)).content.decode()
    client.post(address(case, "uitleg/nieuw/"), ASKED)
    asked = AdviceExplanation.objects.get()
    assert "Joke Mulder, Elker" in client.get("/vandaag/uitleg/").content.decode()
    given = {**ASKED, "explained_on": "4-5-2026", "text": "Gebeld."}
    client.post(address(case, f"uitleg/{asked.pk}/"), given)
    assert "Joke Mulder, Elker" not in client.get("/vandaag/uitleg/").content.decode()


def test_nobody_asks_about_an_advice_that_was_never_given(petra: Person, as_: As) -> None:
    case = make_case(petra, phase=Phase.DECLINED)
    as_(petra).post(address(case, "uitleg/nieuw/"), ASKED)
    assert not AdviceExplanation.objects.exists()


def test_a_question_that_was_a_mistake_is_taken_back(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "uitleg/nieuw/"), ASKED)
    asked = AdviceExplanation.objects.get()
    assert "Dit was een vergissing" in client.get(address(case, f"uitleg/{asked.pk}/")).content.decode()
    for _ in range(2):
        client.post(address(case, f"uitleg/{asked.pk}/weg/"))
    assert not AdviceExplanation.objects.exists() and open_ends(case) == []
    told = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "haalde weg dat Joke Mulder, Elker om uitleg vroeg" in told


def test_what_was_explained_stays(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "uitleg/nieuw/"), {**ASKED, "explained_on": "4-5-2026", "text": "Gebeld."})
    asked = AdviceExplanation.objects.get()
    assert "Dit was een vergissing" not in client.get(address(case, f"uitleg/{asked.pk}/")).content.decode()
    page = client.post(address(case, f"uitleg/{asked.pk}/weg/"), follow=True).content.decode()
    assert "Die blijft staan" in page and AdviceExplanation.objects.exists()
