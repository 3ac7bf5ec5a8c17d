"""The invented providers of the demo."""

import pytest
from django.db.models import Sum
from django.utils import timezone

from analysis.matching.models import Attempt
from analysis.matching.today import ask_again
from cases.casefile.models import Case
from cases.providers.models import Place, Provider, RefusalTally
from expertteam.access.command_line import history_of, person_on_command_line
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from monitor.demo.people import ensure_people
from monitor.demo.providers import ensure_matching, ensure_providers
from monitor.demo.year.loading import ensure_year
from tests.factories import make_case


def test_twice_is_the_same_as_once(zora: Person) -> None:
    today = timezone.localdate()
    assert ensure_providers(zora, today) >= 20
    assert ensure_providers(zora, today) == 0
    assert Provider.objects.count() >= 12
    assert Place.objects.to_check(today).exists(), "something asks to be checked"
    assert not Place.objects.filter(checked_on__gt=today).exists()


def test_another_team_has_its_own(zora: Person, fokke: Person) -> None:
    ensure_providers(zora, timezone.localdate())
    assert ensure_providers(fokke, timezone.localdate()) >= 4
    assert set(Provider.objects.values_list("team__code", flat=True)) == {"groningen", "friesland"}


@pytest.fixture
def jesse(petra: Person) -> Case:
    return make_case(petra, first_name="Jesse", source_key="demo:groningen-jesse", consent=False)


def test_somebody_was_asked(jesse: Case, zora: Person) -> None:
    today = timezone.localdate()
    ensure_providers(zora, today)
    for _ in range(2):
        ensure_matching(zora, today)
    attempt = Attempt.objects.get()
    assert attempt.case == jesse and attempt.outcome == "geweigerd" and not attempt.by_name
    assert jesse.candidates.count() == 2


def test_a_year_of_looking_for_places(db: None) -> None:
    """Refusals to count, a question that waits too long, and somebody who lives where it fits."""
    ensure_people()
    today = timezone.localdate()
    director = person_on_command_line("groningen")
    advisor = person_on_command_line("groningen", roles=[Role.CARE_ADVISOR])
    with history_of(director):
        ensure_year(director, today)
    with history_of(advisor):
        ensure_providers(advisor, today)
        for _ in range(2):
            ensure_matching(advisor, today)
    assert set(Attempt.objects.values_list("outcome", flat=True)) == {"wacht", "geweigerd", "geplaatst"}
    assert Attempt.objects.get(outcome="geplaatst").by_name, "the provider knows who it is"
    refused = dict(RefusalTally.objects.values_list("place__name").annotate(n=Sum("count")))
    assert refused["Leefgroep De Kade"] >= 2 and len(refused) >= 5
    waiting = Attempt.objects.filter(outcome="wacht")
    assert any(ask_again(one.asked_on, today) for one in waiting)
