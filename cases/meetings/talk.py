"""What is done during a conversation: steps, notes, actions, «besproken»."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import ConflictOfInterest
from cases.outside.actions import mail_link
from cases.people.models import YesNo
from cases.steering.actions import ActionData, add_action
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .agenda import held_item
from .hooks import discussed
from .models import AgendaItem, ItemState
from .talk_models import AgreedAction, Presence

CHECK_OUT = "gesprek"
"""Purpose of the link, and kind of the mail, with which a guest looks back."""
LINK_DAYS = 7
SHORTEST_TALK, LONGEST_TALK = timedelta(minutes=5), timedelta(hours=4)


@transaction.atomic
def go_to_step(*, by: Person, item: AgendaItem, step: int) -> bool:
    """Say where in the pattern the conversation is, from 1; the first time the clock of this case begins."""
    item = held_item(item)
    if not item.is_open or item.step == step:
        return False
    begins = item.started_at is None
    item.step, item.started_at = step, item.started_at or timezone.now()
    item.save(update_fields=["step", "started_at"])
    if begins:
        record(by, "talk.started", case_number=item.case.number, details={"meeting": item.meeting_id})
    return True


@transaction.atomic
def agree_action(*, by: Person, item: AgendaItem, data: ActionData) -> Action:
    """Make an action of what was decided here; the very same again is the same action."""
    action = add_action(by=by, case=item.case, data=data)
    AgreedAction.objects.get_or_create(action=action, defaults={"item": item})
    return action


@transaction.atomic
def mark_discussed(*, by: Person, item: AgendaItem) -> bool:
    """Mark a case «besproken»: who was there is kept, guests with mail are asked how it was, other rooms hear of it.

    False when it was marked already or stands on no agenda.
    """
    item = held_item(item)
    if not item.is_open:
        return False
    now = timezone.now()
    item.state, item.discussed_at = ItemState.DISCUSSED, now
    item.save()
    keep_presence(item)
    record(by, "talk.discussed", case_number=item.case.number, details={"meeting": item.meeting_id})
    ask_guests(by, item)
    discussed(by, item.case, item)
    return True


def minutes_of_talk(item: AgendaItem) -> int:
    """How long it took; what was planned when the clock was never started, or says something odd."""
    took = (item.discussed_at - item.started_at) if item.discussed_at and item.started_at else timedelta()
    return round(took.total_seconds() / 60) if SHORTEST_TALK <= took <= LONGEST_TALK else item.minutes


def keep_presence(item: AgendaItem) -> None:
    """A row for every member who was there, except who has a stake in this case."""
    out = ConflictOfInterest.objects.about(item.case).values("user_id")
    there = item.meeting.attendees.filter(there=YesNo.YES, withdrawn_at=None).exclude(user_id__in=out)
    minutes = minutes_of_talk(item)
    rows = [Presence(case=item.case, item=item, user_id=one.user_id, minutes=minutes) for one in there]
    Presence.objects.bulk_create(rows, ignore_conflicts=True)


def ask_guests(by: Person, item: AgendaItem) -> None:
    """Mail three questions to every guest who was there and has an address."""
    there = item.guests.filter(there=YesNo.YES, withdrawn_at=None, participant__email__gt="")
    for pk, address in there.values_list("pk", "participant__email"):
        mail_link(
            by=by, case=item.case, purpose=CHECK_OUT, subject_id=pk, to=address,
            kind=CHECK_OUT, days=LINK_DAYS,
        )  # fmt: skip
