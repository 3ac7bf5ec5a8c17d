"""Names and numbers while somebody is still typing; of cases this person may find, and nothing else."""

from dataclasses import dataclass

from django.db import connection, transaction

from cases.casefile.models import Case
from expertteam.access.person import Person

from .finding import begin, best_first, exact_names, names_alike
from .scope import scope_of
from .words import asked_of

MOST = 8
ENOUGH = 3
SHORTEST = 2


@dataclass(frozen=True)
class Suggestion:
    """A case, and the name that was found when it is not that of the young person."""

    case: Case
    beside: str


def suggestions_for(person: Person, typed: str) -> list[Suggestion]:
    """At most eight cases, the best first."""
    asked = asked_of(typed).longer
    if len(asked.term) < SHORTEST or not asked.query:
        return []
    with transaction.atomic(), connection.cursor() as cursor:
        scope = scope_of(person)
        begin(cursor)
        hits = exact_names(cursor, scope, asked)
        if len(hits) < ENOUGH:
            hits += names_alike(cursor, scope, asked)
        best = {hit.case: hit for hit in reversed(best_first(hits))}
        chosen = list(reversed(best.values()))[:MOST]
        cursor.execute(
            "SELECT id, text FROM cases_searchentry WHERE id = ANY(%s)", [[hit.entry for hit in chosen]]
        )
        texts = dict(cursor.fetchall())
    cases = Case.objects.select_related("young_person").in_bulk([hit.case for hit in chosen])
    return [
        Suggestion(cases[hit.case], texts.get(hit.entry, "") if hit.kind != "casus" else "")
        for hit in chosen
        if hit.case in cases
    ]
