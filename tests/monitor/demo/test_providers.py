"""The invented providers of the demo."""

import pytest
from django.utils import timezone

from analysis.matching.models import Attempt
from cases.casefile.models import Case
from cases.providers.models import Place, Provider
from expertteam.access.person import Person
from monitor.demo.providers import ensure_matching, ensure_providers
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
