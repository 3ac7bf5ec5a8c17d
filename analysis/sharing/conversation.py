"""After a no comes a conversation: planned in place, as an agreement like every other."""

from datetime import date

from django.db import transaction

from cases.steering.actions import ActionData, add_action
from cases.steering.models import Action, ActionStatus
from cases.steering.owners import Owner
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Endorsement


def proposed_text(name: str) -> str:
    """What the agreement says: also for who may read agreements and not the analysis, so never what they answered."""
    return f"Met {name} in gesprek over de analyse"[:500]


@transaction.atomic
def plan_conversation(*, by: Person, answer: Endorsement, owner: Owner, due_on: date) -> Action:
    """Plan a talk with who answered; while one is planned, that one (a double click)."""
    rows = Endorsement.objects.select_for_update(of=("self",))
    row = rows.select_related("analysis__case__team", "participant", "conversation").get(pk=answer.pk)
    if row.conversation is not None and row.conversation.status == ActionStatus.OPEN:
        return row.conversation
    case = row.analysis.case
    data = ActionData(
        proposed_text(row.participant.name), owner.name, due_on, owner_user_id=owner.user_id,
        owner_participant_id=owner.participant_id, owner_organisation=owner.organisation,
    )  # fmt: skip
    planned = add_action(by=by, case=case, data=data)
    Endorsement.objects.filter(pk=row.pk).update(conversation=planned)
    record(by, "sharing.talk_planned", case_number=case.number)
    return planned
