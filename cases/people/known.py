"""Somebody who is in several cases is recognised: only from cases the acting person may see, in suggestions too."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import CharField, Func, QuerySet, Value

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .actions import touched
from .models import CHILD, Participant
from .secrets import hide

MOST_READ, MOST_SHOWN = 60, 6
SHORTEST = 3


class Folded(Func):
    """A text without capitals and accents, as the index on names has it."""

    function = "cases_folded"
    output_field = CharField()


@dataclass
class Known:
    """Somebody the team knows: the newest row that may be seen, and in which cases they are."""

    participant: Participant
    cases: list[Case] = field(default_factory=list)


def seen(by: Person) -> QuerySet[Participant]:
    """Everybody in the cases this person may see."""
    return Participant.objects.filter(case__in=Case.objects.visible_to(by).order_by()).select_related(
        "case__young_person"
    )


def find_known(by: Person, typed: str) -> list[Known]:
    """Who is known by a name like this, newest case first, this case included; one query, three letters at least."""
    words = typed.split()
    if len("".join(words)) < SHORTEST:
        return []
    rows = seen(by).annotate(folded=Folded("name"))
    for word in words:
        rows = rows.filter(folded__contains=Folded(Value(word)))
    return by_person(list(rows.order_by("-case__year", "-case__sequence", "pk")[:MOST_READ]))[:MOST_SHOWN]


def by_person(rows: list[Participant]) -> list[Known]:
    """Rows of one person taken together, in their order; each case once."""
    found: dict[UUID, Known] = {}
    for row in rows:
        known = found.setdefault(row.person_key, Known(row))
        if row.case not in known.cases:
            known.cases.append(row.case)
    return list(found.values())


def known_one(by: Person, pk: str) -> Participant | None:
    """One participant of a case this person may see; None for anybody else."""
    return seen(by).filter(pk=int(pk)).first() if pk.isascii() and pk.isdigit() and len(pk) < 19 else None


def elsewhere(by: Person, case: Case, participants: list[Participant]) -> dict[UUID, list[Case]]:
    """In which other cases each of these people is, as far as this person may see those; one query."""
    keys = {one.person_key for one in participants}
    rows = seen(by).filter(person_key__in=keys).exclude(case=case)
    others = rows.exclude(case__young_person=case.young_person_id, role=CHILD)
    found: dict[UUID, list[Case]] = defaultdict(list)
    for row in others.order_by("-case__year", "-case__sequence"):
        if row.case not in found[row.person_key]:
            found[row.person_key].append(row.case)
    return dict(found)


def rows_elsewhere(by: Person, participant: Participant) -> list[Participant]:
    """The same person as they are involved in other cases this person may see; one query."""
    rows = seen(by).filter(person_key=participant.person_key, ended_on=None).exclude(case=participant.case_id)
    return list(rows.exclude(role=CHILD).order_by("-case__year", "-case__sequence", "pk"))


def namesakes(by: Person, case: Case, participants: list[Participant]) -> dict[UUID, list[Participant]]:
    """People of exactly this full name in other cases, who were never said to be the same; one query.

    A single word («mama») is no name to recognise anybody by.
    """
    names = {one.name: one.person_key for one in participants if " " in one.name.strip()}
    alike: list[Any] = [Folded(Value(name)) for name in names]
    if not alike:
        return {}
    rows = seen(by).annotate(folded=Folded("name")).filter(folded__in=alike).exclude(case=case)
    rows = rows.exclude(person_key__in=set(names.values())).exclude(
        case__young_person=case.young_person_id, role=CHILD
    )
    return matched(names, list(rows.order_by("-case__year", "-case__sequence", "pk")[:MOST_READ]))


def matched(names: dict[str, UUID], rows: list[Participant]) -> dict[UUID, list[Participant]]:
    """Per person here the rows with their name, one per person there."""
    found: dict[UUID, list[Participant]] = defaultdict(list)
    own = {" ".join(name.casefold().split()): key for name, key in names.items()}
    for row in rows:
        key = own.get(" ".join(row.name.casefold().split()))
        if key and all(row.person_key != other.person_key for other in found[key]):
            found[key].append(row)
    return dict(found)


@transaction.atomic
def same_person(*, by: Person, participant: Participant, other: Participant) -> bool:
    """Say that somebody here and somebody in another case are one; False when that was known already.

    What is secret of one of them is secret of both from now on.
    """
    if participant.person_key == other.person_key:
        return False
    rows = Participant.objects.filter(case__team=participant.case.team_id, person_key=participant.person_key)
    rows.update(person_key=other.person_key)
    participant.person_key = other.person_key
    for row in Participant.objects.filter(pk__in=[participant.pk, other.pk]).select_related("case"):
        for number in hide(row) - {participant.case.number, other.case.number}:
            record(by, "people.changed", case_number=number)
    touched(by, participant.case, "people.recognised")
    touched(by, other.case, "people.recognised")
    return True


@transaction.atomic
def somebody_else(*, by: Person, participant: Participant) -> None:
    """Say that somebody here is not the person of the other cases after all."""
    rows = participant.case.participants.filter(person_key=participant.person_key)
    rows.update(person_key=uuid.uuid4())
    touched(by, participant.case, "people.recognised")


def looked_up(by: Person, case: Case) -> None:
    """Trace that somebody looked who is known; the name that was typed stays out of it."""
    record(by, "people.known_looked_up", case_number=case.number)
