"""Opening a case, giving it to somebody, and linking it to an earlier one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases.consent.purposes import Purpose
from cases.consent.queries import require
from cases.followup.models import Closure
from cases.intake.models import Referral
from cases.people.models import YoungPerson
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team, User
from expertteam.audit.actions import record

from .models import Case, CaseGrant, ConflictOfInterest
from .numbers import next_sequence, take_sequence, written
from .stakes import carry_stakes
from .text import folded


@dataclass(frozen=True)
class YoungPersonData:
    """Who a case is about, as typed. `gender` is a code of question `geslacht`, or empty."""

    first_name: str
    last_name: str
    birth_date: date
    gender: str = ""


def known_young_people(team: Team, data: YoungPersonData) -> list[YoungPerson]:
    """Everybody the team knows with this name and birth date, capitals and accents aside; rarely more than one."""
    name = folded(f"{data.first_name} {data.last_name}")
    same_day = YoungPerson.objects.filter(team=team, birth_date=data.birth_date).order_by("pk")
    return [person for person in same_day if folded(str(person)) == name]


def known_young_person(team: Team, data: YoungPersonData) -> YoungPerson | None:
    """The same person (name and birth date, capitals and accents aside) when the team knows them already."""
    return next(iter(known_young_people(team, data)), None)


def earlier_cases(by: Person, data: YoungPersonData) -> list[Case]:
    """Cases of who has this name and birth date that the acting person may see, newest first."""
    known = known_young_people(by.team, data)
    cases = Case.objects.visible_to(by).filter(young_person__in=known)
    return list(cases.select_related("referral", "young_person")) if known else []


def search_text(case: Case) -> str:
    """What the list searches in: number and name, without capitals and accents."""
    return folded(f"{case.number} {case.young_person}")


@transaction.atomic
def open_case(
    *,
    by: Person,
    young_person: YoungPersonData,
    referral: dict[str, Any],
    event: str,
    sequence: int | None = None,
    year: int | None = None,
    closure: dict[str, Any] | None = None,
    person: YoungPerson | None = None,
    **fields: Any,
) -> Case:
    """Open a case with its referral and its closure, give it a number and link what came before.

    `referral` holds fields of `Referral`, at least `referred_on`; `closure` fields of `Closure` that are known
    already; `fields` are fields of `Case`. A number is taken in the year of referral, unless `year` and `sequence`
    say which one it already has. Who the case is about is found by name and birth date, unless `person` says it: a
    new one for somebody else with the same name.
    """
    person = person or known_young_person(by.team, young_person) or YoungPerson(team=by.team)
    keep(person, young_person)
    year = year or referral["referred_on"].year
    if sequence is None:
        sequence = next_sequence(by.team, year)
    else:
        take_sequence(by.team, year, sequence)
    number = written(year, sequence)
    case = Case(team=by.team, year=year, sequence=sequence, number=number, young_person=person, **fields)
    case.search_text = search_text(case)
    case.save()
    Referral.objects.create(case=case, **referral)
    Closure.objects.create(case=case, **(closure or {}))
    record(by, event, case_number=case.number)
    link_earlier(by=by, case=case)
    return case


def keep(person: YoungPerson, data: YoungPersonData) -> None:
    """Store a new person; of a known one only the gender can be new (the name is the same but for its spelling)."""
    gender = data.gender or person.gender
    if person.pk is None:
        person.first_name, person.last_name, person.birth_date = (
            data.first_name,
            data.last_name,
            data.birth_date,
        )
    elif gender == person.gender:
        return
    person.gender = gender
    person.save()


def link_earlier(*, by: Person, case: Case) -> None:
    """Link the case to its earlier one, and later cases that were waiting for this number to this one."""
    if case.earlier_case_id is None and case.earlier_number and case.earlier_number != case.number:
        earlier = Case.objects.filter(team=case.team, number=case.earlier_number).first()
        if earlier is not None:
            attach(by, case, earlier)
    waiting = Case.objects.filter(team=case.team, earlier_number=case.number, earlier_case=None).exclude(
        pk=case.pk
    )
    for later in waiting:
        attach(by, later, case)


def attach(by: Person, later: Case, earlier: Case) -> None:
    """Make `earlier` the past of `later`."""
    later.earlier_case, later.earlier_number = earlier, earlier.number
    later.save(update_fields=["earlier_case", "earlier_number", "touched_at"])
    if later.young_person_id != earlier.young_person_id:
        carry_stakes(young_person=earlier.young_person_id, to=later)
        carry_stakes(young_person=later.young_person_id, to=earlier)
    record(by, "case.earlier_linked", case_number=later.number, details={"number": earlier.number})


class NotInTeam(ValueError):
    """A case can only be given to an expert or zorgadviseur of the own team."""


class HasStake(ValueError):
    """The case is closed to this person because of a conflict of interest."""


@transaction.atomic
def grant_case(*, by: Person, case: Case, user: User, agenda_item: int | None = None) -> CaseGrant:
    """Give a case to an expert or zorgadviseur of the team; giving it twice is the same as once.

    `agenda_item` is the key of the agenda item for which it opens. NotInTeam; HasStake when it is closed to them;
    ConsentMissing when it may not be discussed by name.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    if ConflictOfInterest.objects.about(case).filter(user=user).exists():
        raise HasStake
    if not user.memberships.filter(team=case.team, role__in=[Role.EXPERT, Role.CARE_ADVISOR]).exists():
        raise NotInTeam
    require(case, Purpose.DISCUSS)
    grant, created = CaseGrant.objects.get_or_create(
        case=case, user=user, ended_at=None, defaults={"granted_by": by.user, "agenda_item_id": agenda_item}
    )
    if created:
        record(by, "case.granted", case_number=case.number, details={"user": user.pk})
    return grant


@transaction.atomic
def end_grant(*, by: Person, case: Case, user: User) -> None:
    """Take a case back; what was seen stays in the trace."""
    ended = CaseGrant.objects.filter(case=case, user=user, ended_at=None).update(ended_at=timezone.now())
    if ended:
        record(by, "case.revoked", case_number=case.number, details={"user": user.pk})
