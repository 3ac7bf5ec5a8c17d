"""Inviting members of the team, and people from around the young person; and taking that back."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from cases.consent.purposes import Purpose
from cases.consent.queries import missing_in, standing_of
from cases.people.models import Participant, YesNo
from cases.steering.sharing import Sharing
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .agenda import open_to_experts
from .mailing import CANCELLATION, mail_guest, mail_member
from .models import AgendaItem, Attendee, Guest, Meeting
from .planning import NotPlanned, end_access_of, held_meeting


@transaction.atomic
def set_members(*, by: Person, meeting: Meeting, users: Iterable[User]) -> bool:
    """Let exactly these members come, chair and note taker included; False when nothing is new. NotPlanned.

    Nobody is mailed yet, except who was invited and comes no more.
    """
    meeting = held_meeting(meeting)
    if not meeting.is_planned:
        raise NotPlanned
    wanted = {user.pk for user in users} | {pk for pk in (meeting.chair_id, meeting.note_taker_id) if pk}
    rows = {row.user_id: row for row in meeting.attendees.select_related("user", "meeting__team")}
    leaving = [row for pk, row in rows.items() if pk not in wanted and row.withdrawn_at is None]
    coming = [pk for pk in wanted if pk not in rows or rows[pk].withdrawn_at]
    for row in leaving:
        leave(by, row)
    for pk in coming:
        blank = {"withdrawn_at": None, "invited_at": None, "there": ""}
        Attendee.objects.update_or_create(meeting=meeting, user_id=pk, defaults=blank)
    if not leaving and not coming:
        return False
    record(by, "meeting.members_set", details={"meeting": meeting.pk, "count": len(wanted)})
    for item in meeting.items.still_open().select_related("case__team", "meeting"):
        open_to_experts(by=by, item=item)
    return True


def leave(by: Person, row: Attendee) -> None:
    """Take back an invitation, and the access it gave."""
    row.withdrawn_at = timezone.now()
    row.save(update_fields=["withdrawn_at"])
    if row.invited_at:
        mail_member(by, row, CANCELLATION)
    for item in row.meeting.items.still_open().select_related("case"):
        end_access_of(by, item, row.user)


@transaction.atomic
def invite_members(*, by: Person, meeting: Meeting) -> int:
    """Mail everybody of the team who was not mailed yet; returns how many. NotPlanned."""
    meeting = held_meeting(meeting)
    if not meeting.is_planned:
        raise NotPlanned
    waiting = list(
        meeting.attendees.filter(withdrawn_at=None, invited_at=None).select_related("user", "meeting__team")
    )
    for row in waiting:
        row.invited_at = timezone.now()
        row.save(update_fields=["invited_at"])
        mail_member(by, row)
    if waiting:
        record(by, "meeting.invited", details={"meeting": meeting.pk, "count": len(waiting)})
    return len(waiting)


def why_no_mail(case: Case, participant: Participant | None) -> list[str]:
    """What stands in the way of asking somebody to the table, in sentences; nothing for the family."""
    if participant is None or Sharing().is_family(case, participant):
        return []
    missing = missing_in(standing_of(case), Purpose.SHARE, [participant.name, participant.organisation])
    return [one.sentence for one in missing]


@transaction.atomic
def invite_guest(*, by: Person, item: AgendaItem, participant: Participant | None, mail: bool) -> Guest:
    """Ask somebody to the table (None: the young person); with `mail` the time goes to their calendar, once.

    NotPlanned when the case is not on the agenda any more; ConsentNeeded when sharing with them is not allowed.
    """
    item = (
        AgendaItem.objects.select_for_update(of=("self",))
        .select_related("case__team", "meeting__team")
        .get(pk=item.pk)
    )
    if not item.is_open:
        raise NotPlanned
    why = why_no_mail(item.case, participant)
    if why:
        raise ConsentNeeded(why)
    guest, _ = Guest.objects.get_or_create(item=item, participant=participant, defaults={"case": item.case})
    by_mail = mail and participant is not None and bool(participant.email)
    if guest.invited_at and guest.withdrawn_at is None and (guest.mailed or not by_mail):
        return guest
    guest.invited_at, guest.withdrawn_at, guest.mailed = timezone.now(), None, by_mail
    guest.save()
    if participant:
        say_invited(participant)
    if by_mail:
        mail_guest(by, guest)
    record(by, "meeting.guest_invited", case_number=item.case.number, details={"meeting": item.meeting_id})
    return guest


class ConsentNeeded(ValueError):
    """Somebody may not be asked to the table yet; `args[0]` holds the sentences that say why."""


def say_invited(participant: Participant) -> None:
    """What Mensen says of them follows: nobody types it twice."""
    if participant.invited != YesNo.YES:
        participant.invited = YesNo.YES
        participant.save()


@transaction.atomic
def withdraw_guest(*, by: Person, guest: Guest) -> bool:
    """Take back an invitation; False when it was taken back already. Who got a mail gets one that takes it out."""
    guest = Guest.objects.select_for_update(of=("self",)).select_related(
        "participant", "case__young_person", "item__meeting__team"
    ).get(pk=guest.pk)  # fmt: skip
    if guest.withdrawn_at:
        return False
    guest.withdrawn_at = timezone.now()
    guest.there = ""
    guest.save()
    if guest.mailed and guest.participant and guest.participant.email:
        mail_guest(by, guest, CANCELLATION)
    record(
        by,
        "meeting.guest_withdrawn",
        case_number=guest.case.number,
        details={"meeting": guest.item.meeting_id},
    )
    return True
