"""Brothers and sisters with cases of their own: linked, and shown to who may see those cases."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from cases.casefile.models import Case
from cases.casefile.text import folded
from expertteam.access.person import Person

from .actions import touched
from .models import Participant, YoungPerson

RAISING = ("ouder", "pleegouder", "voogd")
MOST_OFFERED = 5


@dataclass(frozen=True)
class Sibling:
    """A brother or sister, with the newest of their cases that may be seen."""

    young_person: YoungPerson
    case: Case


class NotAnother(ValueError):
    """This is the young person's own case, or there is no such case that may be seen."""


def newest_of_each(cases: list[Case]) -> list[Sibling]:
    """One per young person, in the order of the cases."""
    found: dict[int, Sibling] = {}
    for case in cases:
        found.setdefault(case.young_person_id, Sibling(case.young_person, case))
    return list(found.values())


def others_seen(by: Person, case: Case, wanted: Q) -> list[Case]:
    """Cases of other young people that the person may see, newest first."""
    cases = Case.objects.visible_to(by).filter(wanted).exclude(young_person=case.young_person_id)
    return list(cases.select_related("young_person").order_by("-year", "-sequence")[:50])


def siblings_of(by: Person, case: Case) -> list[Sibling]:
    """The linked brothers and sisters, eldest first, as far as the person may see their cases; one query at most."""
    if case.young_person.family is None:
        return []
    seen = newest_of_each(others_seen(by, case, Q(young_person__family=case.young_person.family)))
    return sorted(seen, key=lambda one: one.young_person.birth_date)


def perhaps_siblings(by: Person, case: Case, participants: list[Participant]) -> list[Sibling]:
    """Who may well be a brother or sister: the same parent in their case, or the same last name; at most five."""
    keys = [one.person_key for one in participants if one.role in RAISING]
    last_name = folded(case.young_person.last_name)
    sharing = Participant.objects.filter(person_key__in=keys, role__in=RAISING).values("case_id")
    alike = Q(pk__in=sharing) | Q(search_text__endswith=f" {last_name}")
    family = case.young_person.family
    found = [
        one
        for one in newest_of_each(others_seen(by, case, alike))
        if family is None or one.young_person.family != family
    ]
    return found[:MOST_OFFERED]


@transaction.atomic
def link_family(*, by: Person, case: Case, number: str) -> Sibling:
    """Link the young person with the one of another case, and with whom either was linked already.

    NotAnother for the own case, the same young person, or a case the person may not see; linking twice is the same.
    """
    other = Case.objects.visible_to(by).filter(number=number).select_related("young_person").first()
    if other is None or other.young_person_id == case.young_person_id:
        raise NotAnother
    ids = [case.young_person_id, other.young_person_id]
    one, two = YoungPerson.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    if one.family is None or one.family != two.family:
        family = one.family or two.family or uuid.uuid4()
        both = Q(pk__in=ids) | Q(team=case.team_id, family__in=[one.family, two.family])
        YoungPerson.objects.filter(both).update(family=family)
        touched(by, case, "people.family_linked", number=other.number)
        touched(by, other, "people.family_linked", number=case.number)
    return Sibling(other.young_person, other)


@transaction.atomic
def unlink_family(*, by: Person, case: Case, number: str) -> Sibling | None:
    """Take the young person of another case out of this family; None when they were not in it."""
    family = YoungPerson.objects.select_for_update().get(pk=case.young_person_id).family
    other = Case.objects.visible_to(by).filter(number=number).select_related("young_person").first()
    same = other is not None and other.young_person_id == case.young_person_id
    if other is None or family is None or same or other.young_person.family != family:
        return None
    YoungPerson.objects.filter(pk=other.young_person_id).update(family=None)
    touched(by, case, "people.family_unlinked", number=other.number)
    touched(by, other, "people.family_unlinked", number=case.number)
    return Sibling(other.young_person, other)
