"""Who is there: in one tap, for members of the team and for people around the young person."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from cases.people.models import CHILD, Participant, YesNo
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .agenda import held_item
from .models import AgendaItem, Attendee, Guest, ItemState, MeetingState

PARENT = "ouder"
FAMILY = (CHILD, PARENT)
OF_FAMILY = Q(participant=None) | Q(participant__role__in=FAMILY)
"""Guests that are the young person or a parent."""
EVERYBODY, PARENTS, CHILD_ALONE, NOBODY = "jeugdige_en_ouders", "alleen_ouders", "alleen_jeugdige", "niet"


@dataclass(frozen=True)
class Table:
    """Who of the family sat at the table (a code of `aan_tafel`), why not everybody, and who spoke for them."""

    at_table: str
    reason: str = ""
    spokesperson: str = ""


@transaction.atomic
def mark_member(*, by: Person, attendee: Attendee, there: str) -> bool:
    """Write down whether somebody of the team is there (ja, nee, or empty to take it back); False when it said so."""
    row = Attendee.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=attendee.pk)
    if row.there == there or row.meeting.state != MeetingState.PLANNED:
        return False
    row.there = there
    row.save(update_fields=["there"])
    record(by, "meeting.attendance", details={"meeting": row.meeting_id})
    return True


@transaction.atomic
def mark_guest(*, by: Person, guest: Guest, there: str) -> bool:
    """Write down whether somebody sits at the table; False when it said so already.

    For the young person and the parents the answer to «aan tafel» follows, and so does what Mensen says.
    """
    item = held_item(guest.item)
    row = Guest.objects.select_for_update(of=("self",)).select_related("participant", "case").get(pk=guest.pk)
    if row.there == there or item.state not in (ItemState.OPEN, ItemState.DISCUSSED):
        return False
    row.there = there
    row.save()
    if row.role in FAMILY:
        if row.participant:
            say_at_table(row.participant, there)
        item.at_table = table_from_taps(item)
        item.save()
    record(by, "talk.attendance", case_number=item.case.number, details={"meeting": item.meeting_id})
    return True


def say_at_table(participant: Participant, there: str, reason: str = "") -> None:
    """What Mensen says of them follows."""
    if (participant.at_table, participant.table_reason) != (there, reason):
        participant.at_table, participant.table_reason = there, reason
        participant.save()


def table_from_taps(item: AgendaItem) -> str:
    """The code of `aan_tafel` as the taps say it; empty while nobody of the family was tapped."""
    family = item.guests.filter(OF_FAMILY, withdrawn_at=None).exclude(there="")
    said = list(family.values_list("participant__role", "there"))
    if not said:
        return ""
    there = {role or CHILD for role, answer in said if answer == YesNo.YES}
    if there == set(FAMILY):
        return EVERYBODY
    return {PARENT: PARENTS, CHILD: CHILD_ALONE}[there.pop()] if there else NOBODY


@transaction.atomic
def set_table(*, by: Person, item: AgendaItem, table: Table) -> bool:
    """Write down who of the family sat there, why not everybody, and who spoke for them; False when nothing is new."""
    item = held_item(item)
    if (item.at_table, item.table_reason, item.spokesperson) == (
        table.at_table,
        table.reason,
        table.spokesperson,
    ):
        return False
    item.at_table, item.table_reason, item.spokesperson = table.at_table, table.reason, table.spokesperson
    item.save()
    record(by, "talk.table_set", case_number=item.case.number, details={"meeting": item.meeting_id})
    return True
