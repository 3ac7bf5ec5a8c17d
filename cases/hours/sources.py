"""Where hours are proposed from in the rooms below this one: agreements that a colleague finished."""

from typing import Any

from django.db.models import F, IntegerField, QuerySet, Value

from cases.steering.models import Action, ActionStatus

# Nobody writes down how long an agreement took. Half an hour is what a call with its preparation takes; who needed more
# or less corrects it after confirming.
USUAL_MINUTES = 30


def finished_actions() -> QuerySet[Any]:
    """Agreements that somebody of the team finished, on the day they did."""
    done = Action.objects.filter(status=ActionStatus.DONE, owner_user__isnull=False, done_on__isnull=False)
    return done.annotate(
        worker=F("owner_user_id"),
        on=F("done_on"),
        took=Value(USUAL_MINUTES, output_field=IntegerField()),
        about=F("text"),
    )
