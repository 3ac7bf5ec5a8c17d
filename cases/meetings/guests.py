"""Who can be asked to the table of a case, how that stands, and who of the experts read the case."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from cases.casefile.models import Case, CaseGrant, ConflictOfInterest
from cases.choices.queries import labels
from cases.consent.purposes import Purpose
from cases.consent.queries import missing_in, standing_of
from cases.people.models import CHILD, Participant
from cases.steering.sharing import Sharing
from expertteam.accounts.models import User
from expertteam.audit.models import AuditEvent

from .agenda import invited_experts
from .attending import FAMILY
from .models import AgendaItem, Guest
from .readiness import READ


@dataclass(frozen=True)
class Invitable:
    """The young person (without `person`), or somebody around them. `why_not`: what stands in the way."""

    person: Participant | None
    name: str
    role: str
    guest: Guest | None
    why_not: list[str]

    @property
    def is_invited(self) -> bool:
        return (
            self.guest is not None and self.guest.invited_at is not None and self.guest.withdrawn_at is None
        )


def invitable(case: Case, item: AgendaItem) -> list[Invitable]:
    """The young person and the parents first; seven queries however many there are."""
    roles, sharing, standing = labels("rol"), Sharing(), standing_of(case)
    guests = {one.participant_id: one for one in item.guests.all()}
    people = sorted(case.participants.current(), key=lambda one: (one.role not in FAMILY, one.role, one.pk))
    found = [
        Invitable(
            one, one.name, roles.get(one.role, ""), guests.get(one.pk),
            [] if sharing.is_family(case, one) else why_not(standing, one),
        )
        for one in people
    ]  # fmt: skip
    if any(one.role == CHILD for one in people):
        return found
    return [Invitable(None, str(case.young_person), roles.get(CHILD, ""), guests.get(None), []), *found]


def why_not(standing, person: Participant) -> list[str]:  # type: ignore[no-untyped-def]
    missing = missing_in(standing, Purpose.SHARE, [person.name, person.organisation])
    return [one.sentence for one in missing]


def readers_of(item: AgendaItem) -> list[User]:
    """The invited experts, with `has_access`, `has_read` and `has_stake`. One query."""
    own = {"user": OuterRef("pk"), "case": item.case}
    seen = AuditEvent.objects.filter(
        team=item.case.team_id, case_number=item.case.number, user=OuterRef("pk"), event__in=READ
    )
    return list(
        invited_experts(item.meeting).annotate(
            has_access=Exists(CaseGrant.objects.filter(**own, ended_at=None)),
            has_stake=Exists(ConflictOfInterest.objects.about(item.case).filter(user=OuterRef("pk"))),
            has_read=Exists(seen),
        )
    )
