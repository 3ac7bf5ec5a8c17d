"""What was found, per case: a fixed number of queries, however much there is."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import connection
from django.urls import reverse

from cases.casefile.models import Case
from expertteam.access.person import Person

from .excerpts import START, STOP, Part, most_alike, parts_of
from .finding import IN_CASE, MOST_HITS, Hit, found_by
from .scope import scope_of
from .sources import search_sources
from .words import Asked, asked_of

PER_PAGE = 20
PLACES = 3
CASE_KIND, CASE_LABEL = "casus", "Naam en nummer"
_HEADLINE = f"StartSel={START}, StopSel={STOP}, MinWords=14, MaxWords=30, MaxFragments=1"
_TEXTS = """
SELECT e.id, e.source_id, CASE WHEN e.named
  THEN ts_headline('cases_names', e.text, %s::tsquery, %s || ', HighlightAll=true')
  ELSE ts_headline('cases_dutch', e.text, %s::tsquery, %s) END, e.text
FROM cases_searchentry e WHERE e.id = ANY(%s)
"""


@dataclass(frozen=True)
class Place:
    """One place in a case: what it is called, its page, and the words around what was found."""

    label: str
    url: str
    parts: list[Part]


@dataclass
class FoundCase:
    """A case with the best places in it, and how many more there are."""

    case: Case
    places: list[Place] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class Found:
    """One page of what was found. `kinds`: label → how many places, for narrowing."""

    cases: list[FoundCase]
    places: int
    case_count: int
    kinds: dict[str, int]
    page: int
    has_next: bool

    @property
    def counted(self) -> str:
        """In words: `3 keer gevonden in 2 casussen`."""
        if self.places > MOST_HITS:
            return "meer dan 1.000 keer gevonden"
        return f"{self.places} keer gevonden in {'1 casus' if self.case_count == 1 else f'{self.case_count} casussen'}"


def label_of(kind: str) -> str:
    source = search_sources().get(kind)
    return source.label if source else CASE_LABEL


def found_for(person: Person, asked: Asked, page: int = 1, label: str = "") -> Found:
    """What this person may find, best first, twenty cases a page; `label` narrows to one kind of place."""
    scope = scope_of(person)
    hits = found_by(scope, asked)
    kinds = Counter(label_of(hit.kind) for hit in hits)
    if label in kinds:
        hits = [hit for hit in hits if label_of(hit.kind) == label]
    by_case: dict[int, list[Hit]] = {}
    for hit in hits:
        by_case.setdefault(hit.case, []).append(hit)
    start = (page - 1) * PER_PAGE
    shown = dict(list(by_case.items())[start : start + PER_PAGE])
    more = len(by_case) > start + PER_PAGE
    return Found(described(shown, asked), len(hits), len(by_case), dict(kinds), page, more)


def described(shown: dict[int, list[Hit]], asked: Asked) -> list[FoundCase]:
    """The cases in this order with their best places; two queries."""
    cases = Case.objects.filter(pk__in=shown).select_related("young_person")
    by_key = {case.pk: case for case in cases}
    wanted = [hit for hits in shown.values() for hit in hits[:PLACES]]
    texts = texts_of(wanted, asked)
    found = []
    for key, hits in shown.items():
        if case := by_key.get(key):
            places = [place_of(case, hit, *texts[hit.entry]) for hit in hits[:PLACES] if hit.entry in texts]
            found.append(FoundCase(case, places, len(hits) - len(places)))
    return found


def texts_of(hits: list[Hit], asked: Asked) -> dict[int, tuple[int, list[Part]]]:
    """Entry → key of its source, and the excerpt."""
    if not hits:
        return {}
    words = " | ".join(f"({query})" for query in asked.longer.each.values()) or asked.query
    with connection.cursor() as cursor:
        cursor.execute(_TEXTS, [words, _HEADLINE, words, _HEADLINE, [hit.entry for hit in hits]])
        rows = {entry: (source, headline, text) for entry, source, headline, text in cursor.fetchall()}
    excerpts = {}
    for hit in hits:
        if hit.entry in rows:
            source, headline, text = rows[hit.entry]
            exact = hit.score >= IN_CASE and START in headline
            excerpts[hit.entry] = (
                source,
                parts_of(headline, text) if exact else most_alike(text, asked.words),
            )
    return excerpts


def place_of(case: Case, hit: Hit, source_id: int, parts: list[Part]) -> Place:
    """Where a hit stands: the page of its room, at the piece itself when that room can point at it."""
    source = search_sources().get(hit.kind)
    url = reverse(source.url_name if source else "cases:case", args=[case.number])
    if source and source.anchor:
        url += f"#{source.anchor.format(id=source_id)}"
    return Place(label_of(hit.kind), url, parts)


def found_case_keys(person: Person, term: str) -> list[int]:
    """Keys of the cases in which this person may find it, for the list of cases."""
    return list(dict.fromkeys(hit.case for hit in found_by(scope_of(person), asked_of(term))))
