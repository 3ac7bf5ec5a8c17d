"""The list of places: filters, search, order, as many queries for one as for thirty."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.providers.models import Place
from expertteam.access.person import Person

from .places import make_place

As = Callable[[Person], Client]


def names(client: Client, query: str = "") -> list[str]:
    return [one.place.name for one in client.get(f"/aanbieders/{query}").context["shown"]]


@pytest.fixture
def three(zora: Person) -> None:
    make_place(zora, "Boerderij", climate_yes=["vast_gezicht"], says_excludes=["agressie"], waiting_weeks=12)
    make_place(
        zora, "Flat", provider="De Brug", stay="zelfstandig", municipality="GM0014", age_from=16, waiting_weeks=2,
        says_excludes=["agressie"], does_accept=["agressie"], conditions=["intervisie"],
    )  # fmt: skip
    make_place(
        zora, "Groep", provider="De Brug", stay="leefgroep", municipality="", age_from=None, age_to=None
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Flat", "Groep", "Boerderij"]),
        ("?soort=leefgroep", ["Groep"]),
        ("?gemeente=GM0014", ["Flat"]),
        ("?klimaat=vast_gezicht", ["Boerderij"]),
        ("?conditie=intervisie", ["Flat"]),
        ("?welkom=agressie", ["Flat", "Groep"]),
        ("?leeftijd=14", ["Groep", "Boerderij"]),
        ("?wachttijd=4", ["Flat"]),
        ("?sorteer=wachttijd", ["Flat", "Boerderij", "Groep"]),
        ("?soort=kasteel&leeftijd=oud&wachttijd=-1&toon=alles&sorteer=prijs", ["Flat", "Groep", "Boerderij"]),
        ("?soort=leefgroep&klimaat=vast_gezicht", []),
        ("?pagina=9", []),
    ],
)
def test_filters(query: str, found: list[str], three: None, zora: Person, as_: As) -> None:
    assert names(as_(zora), query) == found


@pytest.mark.parametrize("typed", ["boerderij", "Boerderji", "anker", "ánker boerderij"])
def test_search_forgives(typed: str, three: None, zora: Person, as_: As) -> None:
    answer = as_(zora).post("/aanbieders/zoeken/", {"q": typed}, follow=True)
    assert [one.place.name for one in answer.context["shown"]] == ["Boerderij"]
    assert typed not in answer.request["QUERY_STRING"], "what was typed stands in no address"


def test_search_keeps_the_filters(three: None, zora: Person, as_: As) -> None:
    client = as_(zora)
    answer = client.post("/aanbieders/zoeken/", {"q": "brug", "soort": "leefgroep"}, follow=True)
    assert [one.place.name for one in answer.context["shown"]] == ["Groep"]
    assert (
        "Niets gevonden" in client.post("/aanbieders/zoeken/", {"q": "zzz\x00"}, follow=True).content.decode()
    )


def test_what_has_to_be_checked(three: None, zora: Person, as_: As) -> None:
    Place.objects.filter(name="Flat").update(checked_on=timezone.localdate() - timedelta(days=100))
    client = as_(zora)
    assert names(client, "?toon=nagaan") == ["Flat"]
    assert names(client, "?sorteer=nagegaan")[0] == "Flat"


def test_another_team_sees_nothing(three: None, fokke: Person, as_: As) -> None:
    assert "Nog geen plekken" in as_(fokke).get("/aanbieders/").content.decode()


def test_as_many_queries_for_one_as_for_thirty(zora: Person, as_: As) -> None:
    make_place(zora)
    client = as_(zora)
    client.get("/aanbieders/")
    with CaptureQueriesContext(connection) as one:
        client.get("/aanbieders/")
    for number in range(29):
        make_place(zora, provider=f"Aanbieder {number}", climate_yes=["vast_gezicht"])
    with CaptureQueriesContext(connection) as thirty:
        page = client.get("/aanbieders/")
    assert len(one) == len(thirty) <= 10
    assert len(page.context["shown"]) == 25 and "1 tot en met 25" in page.content.decode()
    assert len(names(client, "?pagina=2")) == 5
