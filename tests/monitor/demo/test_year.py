"""A year of a team: forty cases in all phases, with work of every kind, relative to today."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.casefile.models import Case, Phase
from cases.consent.purposes import Purpose
from cases.consent.queries import missing_for
from cases.followup.models import FollowUp
from cases.today.queries import untouched
from expertteam.access.command_line import history_of, person_on_command_line
from expertteam.access.person import Person
from monitor.demo.cases import ensure_cases
from monitor.demo.people import ensure_people
from monitor.demo.year.loading import ensure_year
from monitor.demo.year.opening import year_files


@pytest.fixture
def petra_of_the_demo(db: None) -> Person:
    ensure_people()
    return person_on_command_line("groningen")


@pytest.fixture
def year(petra_of_the_demo: Person) -> Person:
    """The demo of Groningen, without the registers."""
    with history_of(petra_of_the_demo):
        ensure_cases(petra_of_the_demo, timezone.localdate())
        ensure_year(petra_of_the_demo, timezone.localdate())
    return petra_of_the_demo


def test_forty_cases_in_all_phases_and_twice_is_once(year: Person) -> None:
    assert Case.objects.filter(team=year.team).count() == 40
    assert set(Case.objects.values_list("phase", flat=True)) == set(Phase.values)
    assert ensure_year(year, timezone.localdate()) == 0


def test_vandaag_has_something_of_everything(year: Person, client: object) -> None:
    client.force_login(year.user)  # type: ignore[attr-defined]
    lists = client.get("/").context["page"].lists  # type: ignore[attr-defined]
    filled = {one.of.key for one in lists if one.total}
    assert {"te-beoordelen", "wacht-op-informatie", "uit-beeld"} <= filled and len(filled) >= 8


def test_consent_is_there_but_where_the_story_says_not(year: Person) -> None:
    cases = {str(case.young_person): case for case in Case.objects.select_related("young_person")}
    assert not missing_for(cases["Fenna Hoekstra"], Purpose.DISCUSS)
    assert missing_for(cases["Thijs Mulder"], Purpose.DISCUSS), "his mother has not answered"
    assert missing_for(cases["Bo Tuinstra"], Purpose.SHARE), "her father does not want to share"


def test_some_are_out_of_sight(year: Person) -> None:
    found = {case.young_person.first_name for case in untouched(year, timezone.localdate())}
    assert found == {"Sem", "Mila"}


def test_what_came_of_the_advice_is_told_and_the_rest_planned(year: Person) -> None:
    done = FollowUp.objects.exclude(done_on=None)
    assert done.count() >= 20 and FollowUp.objects.filter(done_on=None, skipped_reason="").exists()
    assert not done.filter(done_on__gt=timezone.localdate()).exists()


def test_numbers_follow_the_days() -> None:
    days = [file["aangemeld"] for file in year_files("groningen")]
    assert days == sorted(days, reverse=True) and len(days) == 35
    assert max(days) > timedelta(days=365).days, "some cases came in last year"
