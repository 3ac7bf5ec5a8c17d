"""The pages about keeping: what goes, stopping it, and what the covenant says."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cases.casefile.models import Case
from cases.followup.models import FollowUp
from cases.retention.destroying import warn_all
from cases.retention.fingerprint import destroyed_cases_of
from cases.retention.models import CaseFingerprint, Destruction, RetentionHold, RetentionPolicy
from expertteam.access.person import Person
from expertteam.ui.dates import long_date
from tests.cases.retention.ended import closed_case
from tests.cases.retention.test_destroying import destroy_after_the_term
from tests.factories import make_case

As = Callable[[Person], Client]


@pytest.fixture
def going(petra: Person) -> Case:
    """A case that was warned about."""
    today = timezone.localdate()
    closed = today - timedelta(days=180)
    case = closed_case(
        petra, closed_on=closed, first_name="Fenna", referral={"referred_on": closed - timedelta(days=60)}
    )
    warn_all(today)
    return case


def test_who_looks_sees_what_goes_and_when(going: Case, petra: Person, carla: Person, as_: As) -> None:
    for who in (petra, carla):
        page = as_(who).get("/bewaren/").content.decode()
        assert "Fenna" in page and going.number in page and "30 dagen vooraf" in page
    assert "Fenna" in as_(petra).get("/").content.decode(), "on Vandaag as well"


def test_another_team_sees_nothing_of_it(going: Case, fokke: Person, as_: As) -> None:
    assert "Fenna" not in as_(fokke).get("/bewaren/").content.decode()


def test_only_the_coordinator_changes_the_agreement(petra: Person, carla: Person, as_: As) -> None:
    assert "Afspraak opslaan" not in as_(petra).get("/bewaren/").content.decode()
    answer = as_(carla).post("/bewaren/afspraak/", {"months": "12", "warning_days": "60"})
    assert answer.status_code == 302
    policy = RetentionPolicy.objects.get()
    assert (policy.months, policy.warning_days, policy.fingerprint) == (12, 60, False)


@pytest.mark.parametrize(
    ("months", "days", "told"),
    [("", "30", "Vul"), ("zes", "30", "heel getal"), ("0", "30", "1"), ("6", "3", "7"), ("999", "30", "240")],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_changes(
    carla: Person, as_: As, months: str, days: str, told: str
) -> None:
    answer = as_(carla).post("/bewaren/afspraak/", {"months": months, "warning_days": days})
    assert answer.status_code == 422 and told in answer.content.decode()
    assert not RetentionPolicy.objects.exists()


def test_a_stop_needs_a_reason_and_shows_it(going: Case, petra: Person, as_: As) -> None:
    client, page = as_(petra), f"/casussen/{going.number}/bewaren/"
    empty = client.post(f"{page}stop/", {"reason": "  "})
    assert empty.status_code == 422 and "Schrijf op waarom" in empty.content.decode()
    for _ in range(2):  # a double click
        assert client.post(f"{page}stop/", {"reason": "Er loopt een klacht 🙂"}).status_code == 302
    assert RetentionHold.objects.count() == 1
    shown = client.get(page).content.decode()
    assert "Er loopt een klacht 🙂" in shown and "Stop weghalen" in shown
    assert "Er loopt een klacht" in client.get("/bewaren/").content.decode()
    client.post(f"{page}verder/")
    client.post(f"{page}verder/")
    assert "Eerdere stops" in client.get(page).content.decode()


def test_the_case_says_when_it_goes(going: Case, petra: Person, as_: As) -> None:
    for address in (f"/casussen/{going.number}/", f"/casussen/{going.number}/bewaren/"):
        assert "wordt vernietigd op" in as_(petra).get(address).content.decode()
    running = make_case(petra)
    page = as_(petra).get(f"/casussen/{running.number}/bewaren/").content.decode()
    assert "loopt nog" in page


def test_without_a_warning_the_day_never_lies_behind(petra: Person, as_: As) -> None:
    """After a stop, or nights without work: the warning comes first, so the page says the day after that."""
    today = timezone.localdate()
    case = closed_case(petra, closed_on=today - timedelta(days=300))
    page = as_(petra).get(f"/casussen/{case.number}/bewaren/").content.decode()
    assert f"wordt vernietigd op {long_date(today + timedelta(days=30))}." in page


def test_follow_up_that_would_come_too_late_is_said(going: Case, petra: Person, as_: As) -> None:
    day = going.retention_warning.destroy_on
    FollowUp.objects.create(case=going, begins_on=going.created_at, months=6, due_on=day - timedelta(days=1))
    addresses = (f"/casussen/{going.number}/", f"/casussen/{going.number}/bewaren/")
    for address in addresses:
        assert "nog opvolging na die dag" not in as_(petra).get(address).content.decode()
    FollowUp.objects.create(
        case=going, begins_on=going.created_at, months=12, due_on=day + timedelta(days=40)
    )
    for address in addresses:
        page = as_(petra).get(address).content.decode()
        assert "nog opvolging na die dag" in page
        assert f"12 maanden na het advies, op {long_date(day + timedelta(days=40))}" in page


def test_a_register_is_let_go_per_year(petra: Person, carla: Person, as_: As) -> None:
    case = closed_case(petra, legal_basis="overgenomen_register", legal_basis_reason="Jaar 2026")
    client = as_(carla)
    page = client.get("/bewaren/").content.decode()
    assert "Vrijgeven" in page and "Ja, 1 casus uit 2026 vrijgeven" in page, "it is asked twice"
    assert "coördinator" in client.get(f"/casussen/{case.number}/bewaren/").content.decode()
    client.post("/bewaren/vrijgeven/", {"jaar": "niets"})
    assert not hasattr(Case.objects.get(), "retention_release")
    client.post("/bewaren/vrijgeven/", {"jaar": "2026"})
    assert "Vrijgeven" not in client.get("/bewaren/").content.decode()


def test_what_was_destroyed_stays_as_a_number(petra: Person, carla: Person, as_: As) -> None:
    case = make_case(petra, first_name="Fenna")
    number = case.number
    destroy_after_the_term(case)
    page = as_(carla).get("/bewaren/").content.decode()
    assert number in page and "Fenna" not in page and Destruction.objects.count() == 1
    assert as_(petra).get(f"/casussen/{number}/").status_code == 404


def test_by_default_nobody_is_recognised_afterwards(petra: Person) -> None:
    destroy_after_the_term(make_case(petra, first_name="Fenna", last_name="Hoekstra"))
    assert not CaseFingerprint.objects.exists()


def test_with_a_covenant_that_says_so_who_comes_back_is_recognised(
    petra: Person, carla: Person, fokke: Person, as_: As
) -> None:
    as_(carla).post("/bewaren/afspraak/", {"months": "6", "warning_days": "30", "fingerprint": "on"})
    case = make_case(petra, first_name="Fenna", last_name="Hoekstra")
    number, born = case.number, case.young_person.birth_date
    destroy_after_the_term(case)
    assert destroyed_cases_of(petra.team, "fenna  HOEKSTRA", born) == [number]
    assert destroyed_cases_of(fokke.team, "Fenna Hoekstra", born) == []
    asked = {"first_name": "Fenna", "last_name": "Hoekstra", "birth_date": born.strftime("%d-%m-%Y")}
    hint = as_(petra).post("/aanmelding/eerder/", asked).content.decode()
    assert number in hint and "vernietigd" in hint
    as_(carla).post("/bewaren/afspraak/", {"months": "6", "warning_days": "30"})
    assert not CaseFingerprint.objects.exists(), "no longer agreed: gone"


def test_without_a_key_there_are_no_fingerprints(carla: Person, as_: As, settings: object) -> None:
    settings.FINGERPRINT_KEY = ""  # type: ignore[attr-defined]
    answer = as_(carla).post("/bewaren/afspraak/", {"months": "6", "warning_days": "30", "fingerprint": "on"})
    assert answer.status_code == 422 and "FINGERPRINT_KEY" in answer.content.decode()
