"""What a meeting settles in the steps of a case."""

from django.utils import timezone

from cases.casefile.models import Case
from cases.meetings.models import AgendaItem
from expertteam.access.person import Person

from .models import StepStatus
from .steps import settle_step
from .template import MEETING

NOBODY = ("", "niet")


def tick_meeting(by: Person, case: Case, item: AgendaItem) -> None:
    """The meeting was held with the family at the table: that step is done. Without them it stays the next step."""
    if item.at_table in NOBODY or item.discussed_at is None:
        return
    step = case.steps.filter(text=MEETING, status=StepStatus.OPEN).first()
    if step is not None:
        settle_step(by=by, step=step, status=StepStatus.DONE, on=timezone.localdate(item.discussed_at))
