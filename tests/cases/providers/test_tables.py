"""What the database refuses of providers and places."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from cases.providers.models import Place, Provider, RefusalTally, check_before
from expertteam.access.person import Person

CHECKED = date(2026, 11, 1)


@pytest.fixture
def provider(petra: Person) -> Provider:
    return Provider.objects.create(team=petra.team, name="Het Anker")


def make(provider: Provider, by: Person, **given: Any) -> Place:
    values = {
        "name": "Boerderij",
        "stay": "gezinshuis",
        "checked_on": CHECKED,
        "checked_by": by.user,
        **given,
    }
    return Place.objects.create(provider=provider, **values)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"stay": ""},
        {"stay": "kasteel"},
        {"municipality": "GM9999"},
        {"age_from": 18, "age_to": 12},
        {"age_to": 40},
        {"climate_yes": ["vast_gezicht"], "climate_no": ["vast_gezicht"]},
        {"climate_yes": ["gezellig"]},
        {"conditions": ["intervisie"], "conditions_missing": ["intervisie"]},
        {"does_exclude": ["agressie"], "does_accept": ["agressie"]},
        {"says_excludes": ["lastig"]},
        {"waiting_weeks": 4},
        {"waiting_weeks": 4000, "waiting_checked_on": CHECKED},
    ],
)
def test_what_cannot_be_is_refused(wrong: dict, provider: Provider, petra: Person) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        make(provider, petra, **wrong)


def test_what_a_place_says_may_differ_from_what_it_does(provider: Provider, petra: Person) -> None:
    place = make(provider, petra, says_excludes=["agressie", "weglopen"], does_accept=["agressie"])
    assert Place.objects.get(pk=place.pk).does_accept == ["agressie"]


def test_a_name_once(provider: Provider, petra: Person) -> None:
    make(provider, petra)
    with pytest.raises(IntegrityError), transaction.atomic():
        make(provider, petra, name="BOERDERIJ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Provider.objects.create(team=petra.team, name="het anker")


def test_another_team_may_have_the_same_provider(provider: Provider, fokke: Person) -> None:
    assert Provider.objects.create(team=fokke.team, name="Het Anker").pk != provider.pk


@pytest.mark.parametrize("wrong", [{"reason": ""}, {"reason": "uitsluiting"}, {"reason": "zomaar"}])
def test_a_refusal_says_why(wrong: dict, provider: Provider, petra: Person) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        RefusalTally.objects.create(team=petra.team, place=make(provider, petra), year=2026, **wrong)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2026, 11, 23), date(2026, 8, 23)),
        (date(2026, 2, 10), date(2025, 11, 10)),
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2026, 3, 31), date(2025, 12, 31)),
    ],
)
def test_three_months_before(day: date, before: date) -> None:
    assert check_before(day) == before


def test_three_months_is_old_and_a_day_less_is_not(provider: Provider, petra: Person) -> None:
    place = make(provider, petra, checked_on=date(2026, 8, 22))
    assert place.must_be_checked(date(2026, 11, 23)) and not place.must_be_checked(date(2026, 11, 22))
    assert list(Place.objects.to_check(date(2026, 11, 23))) == [place]
    assert not Place.objects.to_check(date(2026, 11, 22)).exists()
