"""Reading an aanmelding, and changing it while somebody else does too."""

from datetime import date

import pytest
from django.urls import reverse

from cases.casefile.models import Case
from cases.intake.answers import NAMES
from cases.intake.queries import version_of
from cases.people.models import Participant
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .filled import referral


@pytest.fixture
def case(petra) -> Case:
    return make_case(
        petra, first_name="Fenna", last_name="Hoekstra", birth_date=date(2011, 3, 14), gender="meisje",
        referral={"referred_on": date(2026, 3, 2), "re_referral": "nee", "residence": "leefgroep"},
    )  # fmt: skip


def read_url(case: Case) -> str:
    return reverse("cases:referral", args=[case.number])


def change_url(case: Case) -> str:
    return reverse("cases:referral_change", args=[case.number])


def stored_as_typed(browser, case: Case, **given) -> dict:
    """What the page of a change sends back when nothing was touched, with these fields changed."""
    page = browser.get(change_url(case))
    form = page.context["form"]
    sent = {name: form[name].value() for name in NAMES if form[name].value() not in (None, "", False)}
    sent = {name: str(value) if isinstance(value, date) else value for name, value in sent.items()}
    return {**sent, "version": page.context["version"], **given}


def test_the_page_shows_what_was_asked_and_is_traced(petra, as_, case, django_assert_max_num_queries) -> None:
    Participant.objects.create(case=case, name="Anja Hoekstra", role="ouder", parental_authority="ja")
    browser = as_(petra)
    browser.get(read_url(case))
    with django_assert_max_num_queries(16):
        page = browser.get(read_url(case))
    text = page.content.decode()
    assert "Ik wil dat iedereen even ophoudt met moeten." in text and "Leefgroep" in text
    assert "Fenna is 15: Fenna én Anja Hoekstra beslissen samen." in text
    assert AuditEvent.objects.filter(event="referral.read", case_number=case.number).count() == 2


@pytest.mark.parametrize(
    ("name", "status"), [("carla", 200), ("sietske", 200), ("emre", 403), ("bas", 403), ("lies", 403)]
)
def test_who_may_read(request, as_, case, name: str, status: int) -> None:
    assert as_(request.getfixturevalue(name)).get(read_url(case)).status_code == status


@pytest.mark.parametrize("name", ["carla", "emre", "zora", "bas", "lies"])
def test_others_may_not_change(request, as_, case, name: str) -> None:
    browser = as_(request.getfixturevalue(name))
    assert browser.get(change_url(case)).status_code == 403
    assert browser.post(change_url(case), referral()).status_code == 403


def test_outside_the_team_it_does_not_exist(fokke, as_, case) -> None:
    browser = as_(fokke)
    for url in (read_url(case), change_url(case)):
        assert browser.get(url).status_code == 404
        assert browser.post(url).status_code == 404


def test_a_change_is_stored_and_only_what_changed(petra, as_, case) -> None:
    browser = as_(petra)
    before = {row: row.history.count() for row in (case, case.referral, case.young_person)}
    answer = browser.post(
        change_url(case), stored_as_typed(browser, case, residence="thuis", urgency="spoed")
    )
    assert answer.url == read_url(case)
    case = Case.objects.get(pk=case.pk)
    assert (case.referral.residence, case.urgency) == ("thuis", "spoed")
    assert case.young_person.history.count() == before[case.young_person]
    assert case.referral.history.count() == before[case.referral] + 1
    event = AuditEvent.objects.get(event="referral.changed")
    assert sorted(event.details["fields"]) == ["residence", "urgency"]


def test_saving_without_a_change_writes_nothing(petra, as_, case) -> None:
    browser = as_(petra)
    before = version_of(case)
    page = browser.post(change_url(case), stored_as_typed(browser, case), follow=True)
    assert "Er was niets veranderd." in page.content.decode()
    assert version_of(Case.objects.get(pk=case.pk)) == before
    assert not AuditEvent.objects.filter(event="referral.changed").exists()


def test_a_new_name_can_be_found(petra, as_, case) -> None:
    browser = as_(petra)
    browser.post(change_url(case), stored_as_typed(browser, case, last_name="de Vries"))
    assert "fenna de vries" in Case.objects.get(pk=case.pk).search_text


def test_an_error_keeps_what_was_typed(petra, as_, case) -> None:
    browser = as_(petra)
    page = browser.post(change_url(case), stored_as_typed(browser, case, first_name="", residence="thuis"))
    assert page.status_code == 422
    assert page.context["form"]["residence"].value() == "thuis"


def test_two_who_change_different_things_keep_both(petra, sietske, as_, case) -> None:
    mine, theirs = as_(petra), as_(sietske)
    sent = stored_as_typed(mine, case, residence="thuis")
    theirs.post(change_url(case), stored_as_typed(theirs, case, education="geen"))
    page = mine.post(change_url(case), sent)
    assert page.status_code == 409
    assert Case.objects.get(pk=case.pk).referral.residence == "leefgroep"
    form = page.context["form"]
    assert (form["residence"].value(), form["education"].value()) == ("thuis", "geen")
    text = page.content.decode()
    assert "Sietske Bos" in text and "Welk onderwijs volgt Fenna?" in text
    assert "Onderdelen van deze casus" in text and len(page.context["tabs"]) > 3
    mine.post(change_url(case), {**sent, "education": "geen", "version": page.context["version"]})
    stored = Case.objects.get(pk=case.pk).referral
    assert (stored.residence, stored.education) == ("thuis", "geen")


def test_two_who_change_the_same_are_shown_both(petra, sietske, as_, case) -> None:
    mine, theirs = as_(petra), as_(sietske)
    sent = stored_as_typed(mine, case, residence="thuis")
    theirs.post(change_url(case), stored_as_typed(theirs, case, residence="pleeggezin"))
    page = mine.post(change_url(case), sent)
    (difference,) = page.context["differences"]
    assert (difference.label, difference.theirs, difference.mine) == (
        "Waar woont Fenna nu?",
        "Pleeggezin",
        "Thuis",
    )
    assert page.context["form"]["residence"].value() == "thuis"
    mine.post(change_url(case), {**sent, "version": page.context["version"]})
    assert Case.objects.get(pk=case.pk).referral.residence == "thuis"


def test_the_same_change_twice_is_no_conflict(petra, as_, case) -> None:
    browser = as_(petra)
    sent = stored_as_typed(browser, case, residence="thuis")
    assert browser.post(change_url(case), sent).status_code == 302
    assert browser.post(change_url(case), sent).status_code == 302
    assert AuditEvent.objects.filter(event="referral.changed").count() == 1


@pytest.mark.parametrize("version", ["", "onzin", "1-2", "9-9-9", "-1-2-3", "٣-٣-٣", "1" * 60 + "-1-1"])
def test_a_version_that_never_was_is_not_trusted_and_does_not_break(petra, as_, case, version: str) -> None:
    browser = as_(petra)
    answer = browser.post(
        change_url(case), stored_as_typed(browser, case, residence="thuis", version=version)
    )
    assert answer.status_code == 409
    assert Case.objects.get(pk=case.pk).referral.residence == "leefgroep"


def test_the_day_of_the_referral_stays_in_the_year_of_the_number(petra, as_, case) -> None:
    browser = as_(petra)
    page = browser.post(change_url(case), stored_as_typed(browser, case, referred_on="31-12-2025"))
    assert "hoort bij 2026" in page.context["form"].errors["referred_on"][0]


def test_an_earlier_case_is_linked_and_let_go(petra, as_, case) -> None:
    earlier = make_case(petra, first_name="Fenna", birth_date=date(2011, 3, 14), year=2022, sequence=14)
    browser = as_(petra)
    linked = stored_as_typed(browser, case, earlier_number="2022-014", re_referral="ja")
    browser.post(change_url(case), linked)
    assert Case.objects.get(pk=case.pk).earlier_case == earlier
    sent = stored_as_typed(browser, case, re_referral="nee")
    del sent["earlier_number"]
    browser.post(change_url(case), sent)
    stored = Case.objects.get(pk=case.pk)
    assert (stored.earlier_case, stored.earlier_number, stored.referral.re_referral) == (None, "", "nee")


def test_a_case_is_never_its_own_past_nor_younger(petra, as_, case) -> None:
    later = make_case(petra, birth_date=date(2011, 3, 14))
    browser = as_(petra)
    for number in (case.number, later.number):
        sent = stored_as_typed(browser, case, earlier_number=number, re_referral="ja")
        assert "vóór" in browser.post(change_url(case), sent).context["form"].errors["earlier_number"][0]


def test_a_later_case_of_the_same_person_is_no_earlier_one(petra, as_, case) -> None:
    make_case(petra, first_name="Fenna", last_name="Hoekstra", birth_date=date(2011, 3, 14))
    page = as_(petra).get(change_url(case))
    assert page.context["form"].notices.earlier == []
