"""Who is casusregisseur: named by one person, known to everybody, one at a time."""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from cases.casefile.models import Case, Phase
from expertteam.access.person import Person

from .actions import SHARED, end, touched
from .models import CHILD, DIRECTOR, Participant
from .secrets import secret_of

RUNNING = (Phase.ANALYSIS, Phase.FOLLOWING)


def is_running(case: Case) -> bool:
    """Whether the case is accepted and open: then somebody has to be casusregisseur."""
    return case.phase in RUNNING


def director_of(case: Case) -> Participant | None:
    """The casusregisseur of this case now; one query."""
    return case.participants.directing().first()


def without_director(person: Person, day: date) -> QuerySet[Case]:
    """Accepted open cases the person may see in which nobody is casusregisseur, the oldest first."""
    named = Participant.objects.directing().filter(case=OuterRef("pk"))
    running = Case.objects.visible_to(person).filter(phase__in=RUNNING).exclude(Exists(named))
    return running.select_related("young_person", "owner", "referral").order_by("year", "sequence")


def director_to_name(person: Person, day: date) -> QuerySet[Case]:
    """Those of them somebody steers: a case nobody has yet asks for a procesregisseur first."""
    return without_director(person, day).exclude(owner=None)


def candidates(participants: list[Participant]) -> list[Participant]:
    """Who of these can be named, each once: everybody involved but the young person and who it is now."""
    now = {one.person_key for one in participants if one.is_current and one.role == DIRECTOR}
    found: dict[object, Participant] = {}
    for one in participants:
        if one.is_current and one.role != CHILD and one.person_key not in now:
            found.setdefault(one.person_key, one)
    return list(found.values())


@transaction.atomic
def name_director(*, by: Person, case: Case, participant: Participant) -> Participant:
    """Make somebody of this case its casusregisseur; they keep the role they had, who it was stays as earlier.

    Naming who it is already changes nothing.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    before = director_of(case)
    if before and before.person_key == participant.person_key:
        return before
    today = timezone.localdate()
    if before:
        end(before, today)
    same = {name: getattr(participant, name) for name in SHARED}
    named = Participant.objects.create(
        case=case, role=DIRECTOR, person_key=participant.person_key, started_on=today, **same
    )
    copy_secret(participant, named)
    touched(by, case, "people.director_named")
    return named


def copy_secret(source: Participant, target: Participant) -> None:
    """What is secret of somebody is the same in each of their roles."""
    secret = secret_of(source)
    if secret.address or secret.phone:
        secret.participant = target
        secret.save(force_insert=True)
