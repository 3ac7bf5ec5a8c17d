"""Finding: first a capped set of rows out of the index, only then their order (docs/decisions/0161).

In four steps, each only when the ones before gave little: what holds every word; names much like them; cases that hold
every word, but in different places; the same with typing errors corrected. Must run in a transaction (`found_by` does).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection, transaction

from .correcting import corrected
from .scope import Scope
from .words import Asked

MOST_HITS = 1000
MOST_NAMES = 200
MOST_ALIKE = 100
MOST_CASES = 500
LITTLE = 20
LIKENESS = 0.45

EXACT, IN_CASE, ALIKE = 2.0, 1.0, 0.0
NAME_FIRST = 4.0

_SET = "SELECT set_config('enable_seqscan', 'off', true), set_config('pg_trgm.word_similarity_threshold', %s, true)"
_HITS = """
WITH names AS MATERIALIZED (
  SELECT e.id FROM {table} e WHERE e.named AND {scope} AND {match} LIMIT {most_names}
), texts AS MATERIALIZED (
  SELECT e.id FROM {table} e WHERE NOT e.named AND {scope} AND {match} LIMIT {most}
)
SELECT e.id, e.case_id, e.kind, {rank} FROM (SELECT id FROM names UNION ALL SELECT id FROM texts) f
JOIN cases_searchentry e ON e.id = f.id
"""
_ALIKE = """
WITH found AS MATERIALIZED (
  SELECT e.id FROM {table} e WHERE {named} AND {scope} AND {match} LIMIT {most}
)
SELECT e.id, e.case_id, e.kind, {rank} FROM found f JOIN cases_searchentry e ON e.id = f.id
"""
_CASES = """
SELECT DISTINCT f.case_id FROM (
  SELECT e.case_id FROM {table} e WHERE {named} AND {scope} AND e.vector @@ %s::tsquery LIMIT {most}
) f
"""
_OF_THESE = """
SELECT DISTINCT e.case_id FROM {table} e
WHERE {scope} AND e.case_id = ANY(%s) AND e.vector @@ %s::tsquery
"""


@dataclass(frozen=True)
class Hit:
    """One piece of text that was found; the higher the score, the better it fits."""

    entry: int
    case: int
    kind: str
    score: float


@transaction.atomic
def found_by(scope: Scope, asked: Asked) -> list[Hit]:
    """Everything that fits, best first, at most a little over a thousand."""
    if not asked.query:
        return []
    with connection.cursor() as cursor:
        begin(cursor)
        hits = as_typed(cursor, scope, asked)
        several = len(asked.each) > 1
        if several and len(hits) < LITTLE:
            hits += in_one_case(cursor, scope, asked) or in_one_case(
                cursor, scope, asked.longer, forgiving=True
            )
        if not hits or not several and (len(hits) < LITTLE or all(hit.score < NAME_FIRST for hit in hits)):
            hits += names_alike(cursor, scope, asked.longer)
        if all(hit.score < IN_CASE for hit in hits) and (better := corrected(cursor, scope, asked)):
            found = exact(cursor, scope, better) or in_one_case(cursor, scope, better)
            hits += [replace(hit, score=hit.score - EXACT) for hit in found]
    return best_first(hits)


def as_typed(cursor: Any, scope: Scope, asked: Asked) -> list[Hit]:
    """What holds every word; and when that is little, what holds words that begin so."""
    hits = exact(cursor, scope, asked)
    return hits + exact(cursor, scope, asked.longer) if len(hits) < LITTLE else hits


def begin(cursor: Any) -> None:
    """Until the transaction ends: never walk through a whole table, and how much alike is alike enough."""
    cursor.execute(_SET, [str(LIKENESS)])


def best_first(hits: Iterable[Hit]) -> list[Hit]:
    """Each row once, with its best score."""
    once: dict[int, Hit] = {}
    for hit in hits:
        if hit.entry not in once or once[hit.entry].score < hit.score:
            once[hit.entry] = hit
    return sorted(once.values(), key=lambda hit: (-hit.score, -hit.case, hit.entry))


def exact(cursor: Any, scope: Scope, asked: Asked) -> list[Hit]:
    """Rows that hold every word."""
    table, condition, values = scope.rows()
    match = "e.vector @@ %s::tsquery"
    limits = {"most_names": MOST_NAMES, "most": MOST_HITS + 1}
    rank = "ts_rank(e.vector, %s::tsquery) + CASE WHEN e.named THEN %s ELSE %s END"
    part = [*values, asked.query]
    cursor.execute(
        _HITS.format(table=table, scope=condition, match=match, rank=rank, **limits),
        [*part, *part, asked.query, NAME_FIRST, EXACT],
    )
    return [Hit(*row) for row in cursor.fetchall()]


def exact_names(cursor: Any, scope: Scope, asked: Asked) -> list[Hit]:
    """Names that hold every word, or begin with it."""
    table, condition, values = scope.rows()
    statement = _ALIKE.format(
        named="e.named", table=table, scope=condition, match="e.vector @@ %s::tsquery", most=MOST_NAMES,
        rank="ts_rank(e.vector, %s::tsquery) + %s",
    )  # fmt: skip
    cursor.execute(statement, [*values, asked.query, asked.query, NAME_FIRST])
    return [Hit(*row) for row in cursor.fetchall()]


def names_alike(cursor: Any, scope: Scope, asked: Asked) -> list[Hit]:
    """Names in which every word stands, or something much like it."""
    if not asked.fuzzy:
        return []
    table, condition, values = scope.rows()
    matches: list[str] = []
    for word, query in asked.each.items():
        fuzzy = word in asked.fuzzy
        matches.append("(e.vector @@ %s::tsquery OR e.text %%> %s)" if fuzzy else "e.vector @@ %s::tsquery")
        values += [query, word] if fuzzy else [query]
    statement = _ALIKE.format(
        named="e.named", table=table, scope=condition, match=" AND ".join(matches), most=MOST_ALIKE,
        rank="word_similarity(%s, e.text) + %s",
    )  # fmt: skip
    cursor.execute(statement, [*values, " ".join(asked.words), ALIKE])
    return [Hit(*row) for row in cursor.fetchall()]


def in_one_case(cursor: Any, scope: Scope, asked: Asked, *, forgiving: bool = False) -> list[Hit]:
    """Cases in which every word stands, one here and another there: the places of the words, in fifty of them."""
    cases = cases_with_all(cursor, scope, asked)
    if not cases and forgiving:
        cases = cases_named_like(cursor, scope, asked)
    if not cases:
        return []
    table, condition, values = scope.rows()
    cursor.execute(
        f"SELECT e.id, e.case_id, e.kind, ts_rank(e.vector, q.q) + %s FROM "  # nosec B608
        f"(SELECT {' || '.join(['%s::tsquery'] * len(asked.each))} AS q) q, {table} e "
        f"WHERE {condition} AND e.case_id = ANY(%s) AND e.vector @@ q.q LIMIT %s",
        [IN_CASE, *asked.each.values(), *values, cases[:50], MOST_HITS],
    )
    return [Hit(*row) for row in cursor.fetchall()]


def cases_with_all(cursor: Any, scope: Scope, asked: Asked) -> list[int]:
    """Cases that hold every one of these, newest first.

    Begins with the words that are names, for those say which cases matter; else with the rarest word. Of a word that
    stands in more than five hundred cases only so many are looked at.
    """
    queries = list(asked.each.values())
    sets = [(query, cases_with(cursor, scope, query, "e.named")) for query in queries]
    if not any(found for _, found in sets):
        sets = [(query, cases_with(cursor, scope, query, "NOT e.named")) for query in queries]
    first, cases = min(sets, key=lambda pair: len(pair[1]) or MOST_CASES + 2)
    return of_these(cursor, scope, cases, [query for query in queries if query != first])


def cases_named_like(cursor: Any, scope: Scope, asked: Asked) -> list[int]:
    """Cases with a name much like one of the words that is no name, in which all the others stand."""
    found: set[int] = set()
    unknown = [word for word in asked.fuzzy if not cases_with(cursor, scope, asked.each[word], "e.named")]
    for word in unknown:
        only = Asked(word, [word], "", {word: asked.each[word]})
        cases = {hit.case for hit in names_alike(cursor, scope, only)}
        others = [query for other, query in asked.each.items() if other != word]
        found |= set(of_these(cursor, scope, cases, others))
    return sorted(found, reverse=True)


def of_these(cursor: Any, scope: Scope, cases: set[int], queries: list[str]) -> list[int]:
    """Those of these cases in which all of this stands, newest first."""
    table, condition, values = scope.rows()
    for query in queries if cases else []:
        cursor.execute(_OF_THESE.format(table=table, scope=condition), [*values, sorted(cases), query])
        cases = {row[0] for row in cursor.fetchall()}
    return sorted(cases, reverse=True)


def cases_with(cursor: Any, scope: Scope, query: str, named: str) -> set[int]:
    """Cases in which this stands, in names or in texts."""
    table, condition, values = scope.rows()
    statement = _CASES.format(named=named, table=table, scope=condition, most=MOST_CASES + 1)
    cursor.execute(statement, [*values, query])
    return {row[0] for row in cursor.fetchall()}
