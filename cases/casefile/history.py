"""The history of a case as people read it: who did what and when. Reads only, a fixed number of queries a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import F, Value, Window
from django.db.models.functions import Lag
from django.utils import timezone

from expertteam.accounts.models import User

from .history_sources import Source, sources_for
from .history_values import Change, changes_between
from .models import Case

PAGE_SIZE = 50
AUTOMATIC = "Automatisch"
TITLE_LENGTH = 80


@dataclass(frozen=True)
class Deed:
    """One row: a sentence («maakte de afspraak ‘…’»), or fields that changed with `about` saying where."""

    sentence: str = ""
    about: str = ""
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Entry:
    """What one person did in one minute, the last thing first."""

    at: datetime
    who: str
    deeds: list[Deed]


@dataclass(frozen=True)
class HistoryPage:
    """One page of the history, newest first."""

    entries: list[Entry]
    has_next: bool


@dataclass(frozen=True)
class _Row:
    source: Source
    row: Any
    before: Any


def history_of(case: Case, page: int) -> HistoryPage:
    """Fifty changes of everything in this case that may be read (`case.rights`): two queries, and one per kind."""
    sources = sources_for(case)
    keys = page_keys(case, sources, (page - 1) * PAGE_SIZE)
    rows = fetch(sources, keys[:PAGE_SIZE])
    titles, names = titles_of(rows), names_in(rows)
    told = [(one.row, deed) for one in rows if (deed := deed_of(one, titles, names))]
    return HistoryPage(list(entries(told)), len(keys) > PAGE_SIZE)


def page_keys(case: Case, sources: list[Source], start: int) -> list[tuple[int, int, int | None]]:
    """(source, history_id, history_id before it) of one page and one more; a single query over all tables."""
    parts = []
    for place, source in enumerate(sources):
        pk = source.model._meta.pk.attname
        before = Window(Lag("history_id"), partition_by=[F(pk)], order_by=[F("history_id").asc()])
        rows = source.rows.filter(**source.match(case)).order_by()
        parts.append(rows.annotate(nth_source=Value(place), id_before=before).values_list(
            "history_date", "nth_source", "history_id", "id_before"
        ))  # fmt: skip
    ordered = parts[0].union(*parts[1:], all=True).order_by("-history_date", "-nth_source", "-history_id")
    return [(place, pk, before) for _, place, pk, before in ordered[start : start + PAGE_SIZE + 1]]


def fetch(sources: list[Source], keys: list[tuple[int, int, int | None]]) -> list[_Row]:
    """The rows themselves with what they were before, in the order of the keys; one query per kind of row."""
    wanted: dict[int, set[int]] = {}
    for place, pk, before in keys:
        wanted.setdefault(place, set()).update({pk, before} - {None})  # type: ignore[arg-type]
    found = {
        place: sources[place].rows.select_related("history_user").in_bulk(ids, field_name="history_id")
        for place, ids in wanted.items()
    }
    return [_Row(sources[p], found[p][pk], found[p].get(before)) for p, pk, before in keys]


def names_in(rows: list[_Row]) -> dict[int, str]:
    """Names of the people the rows point to (owner, who decided); one query."""
    ids = set()
    for one in rows:
        for tracked in one.source.fields():
            if tracked.related_model is User:
                ids |= {getattr(row, tracked.attname) for row in (one.row, one.before) if row is not None}
    return dict(User.objects.filter(pk__in=ids - {None}).values_list("pk", "name"))


def titles_of(rows: list[_Row]) -> dict[tuple[int, int], str]:
    """What each row is about, by kind of row and history_id."""
    titles = {}
    for source in {id(one.source): one.source for one in rows}.values():
        own = [one.row for one in rows if one.source is source]
        given = source.titles(own) if source.titles else {}
        for row in own:
            text = given.get(row.history_id) or (
                str(getattr(row, source.title_field)) if source.title_field else ""
            )
            titles[id(source), row.history_id] = shortened(text)
    return titles


def shortened(text: str) -> str:
    """At most eighty characters, cut after a word."""
    return text if len(text) <= TITLE_LENGTH else text[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def deed_of(one: _Row, titles: dict[tuple[int, int], str], names: dict[int, str]) -> Deed | None:
    """What this row tells, or None when there is nothing to tell."""
    title = titles[id(one.source), one.row.history_id]
    if one.row.history_type == "+":
        return Deed(one.source.created.format(title=title)) if one.source.created else None
    if one.row.history_type == "-":
        return Deed(one.source.deleted.format(title=title)) if one.source.deleted else None
    changes = changes_between(one.source, one.before, one.row, names) if one.before is not None else []
    return Deed(about=one.source.changed.format(title=title), changes=changes) if changes else None


def entries(told: Iterable[tuple[Any, Deed]]) -> Iterator[Entry]:
    """Deeds of one person in one minute taken together."""

    def moment(pair: tuple[Any, Deed]) -> tuple[datetime, str]:
        row = pair[0]
        minute = timezone.localtime(row.history_date).replace(second=0, microsecond=0)
        return minute, str(row.history_user or AUTOMATIC)

    for (at, who), pairs in groupby(told, key=moment):
        yield Entry(at, who, [deed for _, deed in pairs])
