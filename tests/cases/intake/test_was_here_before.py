"""Somebody with this name and birth date was here before: seen while typing, asked on saving."""

from datetime import date

import pytest
from django.urls import reverse

from cases.casefile.models import Case
from cases.people.models import YoungPerson
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .filled import referral

NEW, LOOK = reverse("cases:new"), reverse("cases:earlier")
FENNA = {"first_name": "Fenna", "last_name": "Hoekstra", "birth_date": "14-3-2011"}


@pytest.fixture
def before(petra) -> Case:
    """Fenna was here in 2022."""
    return make_case(
        petra, first_name="Fenna", last_name="Hoekstra", birth_date=date(2011, 3, 14), gender="meisje",
        year=2022, sequence=14, referral={"referred_on": date(2022, 5, 3)}, phase="afgesloten",
    )  # fmt: skip


def test_while_typing_one_sees_who_was_here(petra, as_, before) -> None:
    page = as_(petra).post(LOOK, {**FENNA, "first_name": " fénna"})
    text = page.content.decode()
    assert "Fenna Hoekstra" in text and "14 maart 2011" in text
    assert f'href="{reverse("cases:case", args=["2022-014"])}"' in text
    assert "Maak er een heraanmelding van" in text and "Nee, iemand anders" in text
    assert AuditEvent.objects.get(event="referral.earlier_looked_up").details == {"found": 1}


def test_half_a_name_looks_nobody_up(petra, as_, before, django_assert_max_num_queries) -> None:
    browser = as_(petra)
    with django_assert_max_num_queries(4):
        page = browser.post(LOOK, {"first_name": "Fenna", "birth_date": "14-3-2"})
    assert b"2022-014" not in page.content
    assert not AuditEvent.objects.filter(event="referral.earlier_looked_up").exists()


def test_a_case_that_is_still_open_says_so(petra, as_, before) -> None:
    Case.objects.filter(pk=before.pk).update(phase="analyse")
    assert "Die casus loopt nog." in as_(petra).post(LOOK, FENNA).content.decode()


def test_another_team_sees_nothing_of_it(fokke, as_, before) -> None:
    browser = as_(fokke)
    assert b"2022-014" not in browser.post(LOOK, {**FENNA, "earlier_number": "2022-014"}).content.replace(
        b"2022-014 staat hier nog niet", b""
    )
    assert browser.post(NEW, referral(municipality="GM0080")).status_code == 302
    assert Case.objects.get(team=fokke.team).referral.re_referral == ""


@pytest.mark.parametrize("name", ["emre", "zora", "carla", "bas", "lies"])
def test_others_cannot_look_people_up(request, as_, before, name: str) -> None:
    assert as_(request.getfixturevalue(name)).post(LOOK, FENNA).status_code == 403


def test_looking_up_is_never_in_an_address(petra, as_) -> None:
    assert as_(petra).get(LOOK, FENNA).status_code == 405


def test_saving_without_an_answer_asks_and_loses_nothing(petra, as_, before) -> None:
    page = as_(petra).post(NEW, referral())
    assert page.status_code == 422
    assert "was hier eerder (2022-014)" in page.context["form"].errors["re_referral"][0]
    text = page.content.decode()
    assert 'name="earlier_choice" value="2022-014"' in text and 'name="earlier_choice" value="nee"' in text
    assert "Ik wil naar huis." in text
    assert 'id="eerder-hint"></div>' in text
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    "answer",
    [
        {"earlier_choice": "2022-014"},
        {"re_referral": "ja"},
        {"re_referral": "ja", "earlier_number": "2022-014"},
        {"earlier_number": " 2022-014 "},
    ],
)
def test_a_heraanmelding_is_linked_and_stays_one_person(petra, as_, before, answer) -> None:
    assert as_(petra).post(NEW, referral(**answer)).status_code == 302
    case = Case.objects.get(year=2026)
    assert (case.earlier_case, case.earlier_number) == (before, "2022-014")
    assert case.referral.re_referral == "ja"
    assert case.young_person == before.young_person
    assert AuditEvent.objects.get(event="case.earlier_linked").case_number == "2026-001"


@pytest.mark.parametrize("answer", [{"earlier_choice": "nee"}, {"re_referral": "nee"}])
def test_somebody_else_gets_a_row_of_their_own(petra, as_, before, answer) -> None:
    as_(petra).post(NEW, referral(earlier_shown="2022-014", **answer))
    case = Case.objects.get(year=2026)
    assert case.earlier_case is None
    assert case.referral.re_referral == "nee"
    assert YoungPerson.objects.count() == 2 and case.young_person != before.young_person


def test_a_no_from_before_the_warning_is_asked_once_more(petra, as_, before) -> None:
    browser, sent = as_(petra), referral(re_referral="nee")
    first = browser.post(NEW, sent)
    assert list(first.context["form"].errors) == ["re_referral"]
    assert 'name="earlier_shown" value="2022-014"' in first.content.decode()
    assert browser.post(NEW, {**sent, "earlier_shown": "2022-014"}).status_code == 302


def test_somebody_with_another_name_by_now_is_found_by_number(petra, as_, before) -> None:
    as_(petra).post(NEW, referral(last_name="Hoekstra-de Vries", earlier_number="2022-014"))
    case = Case.objects.get(year=2026)
    assert case.young_person == before.young_person
    assert str(case.young_person) == "Fenna Hoekstra-de Vries"
    before.refresh_from_db()
    assert "hoekstra-de vries" in before.search_text


def test_the_number_of_somebody_else_is_not_taken(petra, as_, before) -> None:
    page = as_(petra).post(
        NEW, referral(first_name="Ruben", birth_date="1-2-2012", earlier_number="2022-014")
    )
    assert "andere geboortedatum" in page.context["form"].errors["earlier_number"][0]


def test_a_number_that_is_not_there_yet_is_kept_for_later(petra, as_) -> None:
    page = as_(petra).post(NEW, referral(earlier_number="2019-003"), follow=True)
    assert "Casus 2019-003 staat hier nog niet" in page.content.decode()
    case = Case.objects.get()
    assert (case.earlier_number, case.earlier_case, case.referral.re_referral) == ("2019-003", None, "ja")
    earlier = make_case(petra, year=2019, sequence=3)
    case.refresh_from_db()
    assert case.earlier_case == earlier


def test_here_before_without_a_number_is_possible(petra, as_) -> None:
    as_(petra).post(NEW, referral(re_referral="ja"))
    assert Case.objects.get().referral.re_referral == "ja"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"birth_date": "24-11-2010"}, "Fenna is 15: Fenna én de ouders met gezag beslissen samen."),
        ({"birth_date": "23-11-2010"}, "Fenna is 16: Fenna beslist zelf."),
        ({"birth_date": "1-1-2020"}, "Fenna is 6: de ouders met gezag geven toestemming."),
        ({"birth_date": "1-1-2020", "legal_frame": "voogdij"}, "Fenna is 6: de voogd geeft toestemming."),
        ({"birth_date": "1-1-2030"}, "Vul de geboortedatum in."),
        ({"birth_date": ""}, "Vul de geboortedatum in."),
    ],
)
def test_beside_the_form_stands_who_has_to_agree(petra, as_, typed, says: str) -> None:
    assert says in as_(petra).post(LOOK, {**FENNA, **typed}).content.decode()
