"""Hours the site knows of: rooms say where they see that somebody worked, and the person confirms in one click."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Concat

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import User

from .models import DismissedProposal, HourEntry

Rows = Callable[[], QuerySet[Any]]
COLUMNS = ("origin", "pk", "number", "who", "first_name", "last_name", "worker", "on", "took", "about")


@dataclass(frozen=True)
class ProposalSource:
    """Where proposals come from. `name` is stored with what is confirmed."""

    name: str
    rows: Rows


_sources: dict[str, ProposalSource] = {}


def add_proposals(name: str, rows: Rows) -> None:
    """Add a source of proposals.

    `rows()` gives a queryset of rows with a field `case`, annotated with `worker` (key of the user who did it), `on`
    (the day), `took` (minutes, 1 to 1440) and `about` (a few words). Rows without any of these must be left out.
    """
    _sources[name] = ProposalSource(name, rows)


def pending(source: ProposalSource) -> QuerySet[Any]:
    """What of one source was neither confirmed nor refused."""
    same = {"user_id": OuterRef("worker"), "source": source.name, "source_id": OuterRef("pk")}
    told = Exists(HourEntry.objects.filter(**same)) | Exists(DismissedProposal.objects.filter(**same))
    return source.rows().exclude(told)


def shown(source: ProposalSource, cases: QuerySet[Case], user: User | None) -> QuerySet[Any]:
    """The rows of one source as a list shows them: of these cases, and of this person when one is given."""
    rows = pending(source).filter(case__in=cases)
    if user:
        rows = rows.filter(worker=user.pk)
    return rows.order_by().annotate(
        origin=Value(source.name, output_field=CharField()),
        number=F("case__number"),
        first_name=F("case__young_person__first_name"),
        last_name=F("case__young_person__last_name"),
        who=name_of_worker(),
    ).values(*COLUMNS)  # fmt: skip


def name_of_worker() -> Any:
    """The name of who did it; a subquery, because a source says only the key."""
    return Concat(
        User.objects.filter(pk=OuterRef("worker")).values("name")[:1], Value(""), output_field=CharField()
    )


def own_proposals(person: Person) -> QuerySet[Any]:
    """What this person can confirm, of the cases they may see, the oldest first. Rows are dicts with COLUMNS."""
    cases = Case.objects.visible_to(person)
    return together([shown(source, cases, person.user) for source in _sources.values()])


def proposals_in(case: Case, user: User | None) -> QuerySet[Any]:
    """What waits in one case: of one person, or of everybody."""
    cases = Case.objects.filter(pk=case.pk)
    return together([shown(source, cases, user) for source in _sources.values()])


def together(parts: list[QuerySet[Any]]) -> QuerySet[Any]:
    """The rows of all sources as one list, the oldest first."""
    if not parts:
        return HourEntry.objects.none()
    return parts[0].union(*parts[1:], all=True).order_by("on", "origin", "pk")


def proposal(case: Case, origin: str, key: int) -> Any:
    """One proposal that still waits, with `worker`, `on`, `took` and `about`; None when there is none."""
    source = _sources.get(origin)
    return pending(source).filter(case=case, pk=key).first() if source else None
