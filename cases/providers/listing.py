"""The list of places: filters from the address, order, twenty-five a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import transaction
from django.db.models import F, Q, QuerySet

from cases.casefile.search import forgive_typing_errors, words_of
from cases.casefile.text import folded
from cases.choices.queries import labels
from expertteam.access.person import Person
from expertteam.ui.capped import CappedPage

from .models import Place
from .queries import places_of

SHORTEST_FUZZY_WORD = 3
BY_NAME = "naam"

Options = list[tuple[str, str]]
AGES = [(str(age), f"{age} jaar") for age in range(4, 24)]
WAITING = [
    ("0", "geen wachttijd"),
    ("4", "hooguit 4 weken"),
    ("12", "hooguit 12 weken"),
    ("26", "hooguit een half jaar"),
]
EXTRA = [("nagaan", "Nagaan"), ("gestopt", "Gestopt")]


@dataclass(frozen=True)
class Filter:
    """One filter: its name in the address, its label, what can be chosen and which places it leaves."""

    param: str
    label: str
    options: Callable[[], Options]
    rows: Callable[[str], Q]


def not_excluded(code: str) -> Q:
    """The places that are welcoming in practice, or where nobody heard that they exclude this."""
    heard = Q(says_excludes__contains=[code]) | Q(does_exclude__contains=[code])
    return Q(does_accept__contains=[code]) | ~heard


def of_question(question: str) -> Callable[[], Options]:
    return lambda: list(labels(question).items())


def for_age(chosen: str) -> Q:
    """The places for this age, also those of which nobody asked."""
    age = int(chosen)
    return (Q(age_from=None) | Q(age_from__lte=age)) & (Q(age_to=None) | Q(age_to__gte=age))


FILTERS = [
    Filter("soort", "Soort plek", of_question("verblijf"), lambda code: Q(stay=code)),
    Filter("gemeente", "Gemeente", of_question("gemeente"), lambda code: Q(municipality=code)),
    Filter("klimaat", "Klimaat", of_question("klimaat"), lambda code: Q(climate_yes__contains=[code])),
    Filter("conditie", "Werkcondities", of_question("werkcondities"), lambda code: Q(conditions__contains=[code])),
    Filter("welkom", "Sluit niet uit", of_question("uitsluiting"), not_excluded),
    Filter("leeftijd", "Leeftijd", lambda: AGES, for_age),
    Filter("wachttijd", "Wachttijd", lambda: WAITING, lambda weeks: Q(waiting_weeks__lte=int(weeks))),
]  # fmt: skip
SORTS: dict[str, tuple[str, list[Any]]] = {
    BY_NAME: ("Op naam van de aanbieder", ["provider__name", "name", "pk"]),
    "wachttijd": (
        "Kortste wachttijd eerst",
        [F("waiting_weeks").asc(nulls_last=True), "provider__name", "pk"],
    ),
    "nagegaan": ("Langst niet nagegaan eerst", ["checked_on", "provider__name", "pk"]),
}


@dataclass
class Asked:
    """What somebody asked of the list: chosen filters by name, only what needs checking or has stopped, and so on."""

    chosen: dict[str, str] = field(default_factory=dict)
    extra: str = ""
    sort: str = BY_NAME
    page: int = 1
    term: str = ""

    @property
    def narrowed(self) -> bool:
        return bool(self.chosen or self.extra or self.term)


class PlacePage(CappedPage[Place]):
    """One page of places."""

    one, many, size = "plek", "plekken", 25

    @property
    def places(self) -> list[Place]:
        return self.found


def options_for(person: Person) -> dict[str, Options]:
    """What can be chosen per filter; of the municipalities those of the team. No query once the answers are kept."""
    found = {one.param: one.options() for one in FILTERS}
    found["gemeente"] = [pair for pair in found["gemeente"] if pair[0] in person.team.municipalities]
    return found


def asked_from(query: Mapping[str, str], options: dict[str, Options], term: str, page: int = 1) -> Asked:
    """Read the address; what is not among the options is left out."""
    chosen = {one.param: query.get(one.param, "") for one in FILTERS}
    chosen = {name: value for name, value in chosen.items() if value in dict(options[name])}
    sort, extra = query.get("sorteer", ""), query.get("toon", "")
    return Asked(
        chosen=chosen,
        extra=extra if extra in dict(EXTRA) else "",
        sort=sort if sort in SORTS else BY_NAME,
        page=page,
        term=term,
    )


def found_places(person: Person, asked: Asked, day: date) -> QuerySet[Place]:
    """The places of the team that answer what was asked, in order."""
    places = places_of(person)
    places = places.exclude(stopped_on=None) if asked.extra == "gestopt" else places.running()
    if asked.extra == "nagaan":
        places = places.to_check(day)
    for one in FILTERS:
        if one.param in asked.chosen:
            places = places.filter(one.rows(asked.chosen[one.param]))
    order = SORTS[asked.sort][1]
    if not asked.term:
        return places.order_by(*order)
    found = matching(places, asked.term)
    return found.order_by(F("likeness").desc(), *order) if asked.sort == BY_NAME else found.order_by(*order)


def matching(places: QuerySet[Place], term: str) -> QuerySet[Place]:
    """The places in whose names every word of the term occurs, or something like it.

    Must be evaluated inside a transaction after `forgive_typing_errors`.
    """
    for word in words_of(term):
        found = Q(search_text__contains=word)
        if len(word) >= SHORTEST_FUZZY_WORD:
            found |= Q(search_text__trigram_word_similar=word)
        places = places.filter(found)
    return places.annotate(likeness=TrigramWordSimilarity(folded(term), "search_text"))


@transaction.atomic
def page_of(person: Person, asked: Asked, day: date) -> PlacePage:
    """One page of the list: the page and a capped count, two queries however many places there are."""
    if asked.term:
        forgive_typing_errors(asked.term)
    return PlacePage.of(found_places(person, asked, day), asked.page)
