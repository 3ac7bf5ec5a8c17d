"""How often places refused: counts per place and reason, without any case."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.providers.actions import count_refusal
from cases.providers.models import RefusalTally
from cases.providers.queries import refusals_by_place_and_reason, refusals_per_place, refusals_per_reason
from expertteam.access.person import Person

from .places import make_place

As = Callable[[Person], Client]


@pytest.fixture
def counted(zora: Person) -> None:
    farm, flat = make_place(zora, "Boerderij"), make_place(zora, "Flat", provider="De Brug")
    for place, reason, exclusion, times in [
        (farm, "vol", "", 2),
        (farm, "uitsluiting", "agressie", 1),
        (flat, "vol", "", 1),
    ]:
        for _ in range(times):
            count_refusal(place=place, year=2026, reason=reason, exclusion=exclusion, by_how_many=1)
    count_refusal(place=flat, year=2025, reason="te_zwaar", exclusion="", by_how_many=1)


def test_per_place_and_reason(counted: None, zora: Person) -> None:
    rows = list(refusals_by_place_and_reason(zora.team, 2026))
    assert [(one.place.name, one.total, one.reasons) for one in refusals_per_place(rows)] == [
        ("Boerderij", 3, [("Vol of te lange wachttijd", 2), ("Uitsluitingsgrond: Agressie", 1)]),
        ("Flat", 1, [("Vol of te lange wachttijd", 1)]),
    ]
    assert refusals_per_reason(rows) == [("Vol of te lange wachttijd", 3), ("Uitsluitingsgrond: Agressie", 1)]


def test_taken_back_counts_no_more(counted: None, zora: Person) -> None:
    row = RefusalTally.objects.get(year=2025)
    count_refusal(place=row.place, year=2025, reason="te_zwaar", exclusion="", by_how_many=-1)
    assert not refusals_by_place_and_reason(zora.team, 2025).exists()


def test_the_page(counted: None, carla: Person, fokke: Person, as_: As) -> None:
    page = as_(carla).get("/aanbieders/afwijzingen/").content.decode()
    assert "Afwijzingen in 2026" in page and "4 keer zei een plek nee" in page and "?jaar=2025" in page
    assert "Te zware zorg" in as_(carla).get("/aanbieders/afwijzingen/?jaar=2025").content.decode()
    assert "Afwijzingen in 2026" in as_(carla).get("/aanbieders/afwijzingen/?jaar=x").content.decode()
    assert "Nog geen afwijzingen" in as_(fokke).get("/aanbieders/afwijzingen/").content.decode()


def test_a_row_has_no_way_to_a_case() -> None:
    related = {field.related_model.__name__ for field in RefusalTally._meta.fields if field.related_model}
    assert related == {"Team", "Place"}
