"""Reading providers, places, what changed in them, and how often they refused."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from cases.casefile.history_sources import Source
from cases.casefile.history_values import Change, changes_between
from cases.choices.queries import labels
from expertteam.access.person import Person
from expertteam.accounts.models import Team, User

from .models import Place, PlaceQuerySet, Provider, RefusalTally

PLACE_SOURCE = Source(
    Place, lambda case: {}, untold=frozenset({"climate_words", "provider", "waiting_checked_on"})
)
MOST_CHANGES = 50


@dataclass(frozen=True)
class Told:
    """Somebody changed a place: when, who, and what, before and after in words."""

    at: datetime
    who: str
    changes: list[Change]
    first: bool = False


@dataclass
class PlaceRefusals:
    """How often one place refused, per reason in words; most often first."""

    place: Place
    total: int = 0
    reasons: list[tuple[str, int]] = field(default_factory=list)


def places_of(person: Person) -> PlaceQuerySet:
    """The places of the person's team, with their providers."""
    return Place.objects.of_team(person.team).select_related("provider", "checked_by")


def without_place(person: Person) -> QuerySet[Provider]:
    """Providers of which no place is known that still exists."""
    running = Place.objects.running().filter(provider=OuterRef("pk"))
    return Provider.objects.filter(~Exists(running), team=person.team)


def changes_of(place: Place) -> list[Told]:
    """What changed in a place, newest first, at most fifty times; two queries."""
    history = place.history.order_by("-history_date", "-history_id").select_related("history_user")
    rows = list(history[: MOST_CHANGES + 1])
    people = {row.checked_by_id for row in rows}
    names = dict(User.objects.filter(pk__in=people).values_list("pk", "name"))
    told = []
    for now, before in zip(rows, [*rows[1:], None], strict=True):
        who = str(now.history_user or "Automatisch")
        if now.history_type == "+":
            told.append(Told(now.history_date, who, [], first=True))
        elif before is None:
            break
        elif changes := [*changes_between(PLACE_SOURCE, before, now, names), *words_between(before, now)]:
            told.append(Told(now.history_date, who, changes))
    return told[:MOST_CHANGES]


def words_between(before: Any, after: Any) -> list[Change]:
    """What was said differently about the climate."""
    old, new = before.climate_words, after.climate_words
    return [
        Change(f"{name}, hoe", old.get(code, ""), new.get(code, ""))
        for code, name in labels("klimaat").items()
        if old.get(code, "") != new.get(code, "")
    ]


def refusals_by_place_and_reason(team: Team, year: int) -> QuerySet[RefusalTally]:
    """How often every place of a team refused in a year, per reason and exclusion: rows with a count above nothing.

    Bring `place` and `place.provider` along. Counts only, no case: they stay when a case is destroyed.
    """
    rows = RefusalTally.objects.filter(team=team, year=year, count__gt=0)
    return rows.select_related("place__provider").order_by(
        "place__provider__name", "place__name", "-count", "pk"
    )


def refusals_per_place(rows: Iterable[RefusalTally]) -> list[PlaceRefusals]:
    """The same, a place each, who refused most first."""
    found: dict[int, PlaceRefusals] = {}
    for row in rows:
        one = found.setdefault(row.place_id, PlaceRefusals(row.place))
        one.total += row.count
        one.reasons.append((in_words(row.reason, row.exclusion), row.count))
    for one in found.values():
        one.reasons.sort(key=lambda pair: (-pair[1], pair[0]))
    return sorted(found.values(), key=lambda one: (-one.total, str(one.place.provider), str(one.place)))


def refusals_per_reason(rows: Iterable[RefusalTally]) -> list[tuple[str, int]]:
    """How often each reason was given, most often first."""
    counts: dict[str, int] = {}
    for row in rows:
        name = in_words(row.reason, row.exclusion)
        counts[name] = counts.get(name, 0) + row.count
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def in_words(reason: str, exclusion: str) -> str:
    """A reason with the exclusion it invokes: `Uitsluitingsgrond: agressie`."""
    name = labels("weigerreden").get(reason, reason)
    about = labels("uitsluiting").get(exclusion, exclusion)
    return f"{name}: {about}" if about else name


def years_with_refusals(team: Team) -> list[int]:
    """The years in which places refused, latest first."""
    rows = RefusalTally.objects.filter(team=team, count__gt=0).order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())


def refusals_of(place: Place) -> list[tuple[int, str, int]]:
    """(year, reason in words, how often) of one place, latest year first."""
    rows = place.refusals.filter(count__gt=0).order_by("-year", "-count", "pk")
    return [(row.year, in_words(row.reason, row.exclusion), row.count) for row in rows]
