"""What actions ask of somebody today."""

from datetime import date, timedelta

from django.db.models import Exists, F, Min, OuterRef, Q, QuerySet, Window
from django.db.models.functions import Lower, RowNumber

from cases.casefile.models import OPEN_PHASES, Case
from expertteam.access.person import Person

from .models import Action, ActionAnswer, ActionStatus
from .reminders import settings_of


def visible(person: Person) -> QuerySet[Action]:
    """Open actions of the running cases this person may see, with what a row shows."""
    cases = Case.objects.visible_to(person).filter(phase__in=OPEN_PHASES).values("pk")
    actions = Action.objects.filter(status=ActionStatus.OPEN, case__in=cases)
    related = ("case__young_person", "case__referral", "owner_user", "owner_participant")
    return actions.select_related(*related)


def end_of_week(day: date) -> date:
    """Sunday."""
    return day + timedelta(days=6 - day.weekday())


def awake(actions: QuerySet[Action], day: date) -> QuerySet[Action]:
    """Due this week or late, or with a day to ask again that has come; what is put off until later is left out."""
    due = Q(due_on__lte=end_of_week(day)) | Q(snoozed_until__lte=day)
    return actions.filter(due).filter(Q(snoozed_until=None) | Q(snoozed_until__lte=day))


def due_actions(person: Person, day: date) -> QuerySet[Action]:
    """Late, or due this week; per owner, who has been late longest first. `place` numbers them within an owner."""
    unseen = ActionAnswer.objects.filter(action=OuterRef("pk"), noted_at=None)
    found = awake(visible(person), day).exclude(Exists(unseen))
    owner = Lower("owner_name")
    order = [F("due_on").asc(nulls_last=True), F("pk").asc()]
    numbered = found.annotate(
        owner_first=Window(Min("due_on"), partition_by=[owner]),
        place=Window(RowNumber(), partition_by=[owner], order_by=order),
    )
    return numbered.order_by(F("owner_first").asc(nulls_last=True), owner, *order)


def own_actions(person: Person, day: date) -> QuerySet[Action]:
    """Everything open that this person has to do; who steers cases has them in `due_actions`."""
    if person.may("steering.change"):
        return Action.objects.none()
    mine = visible(person).filter(owner_user=person.user)
    return mine.order_by(F("due_on").asc(nulls_last=True), "pk")


def new_answers(person: Person, day: date) -> QuerySet[ActionAnswer]:
    """Answers from outside nobody has looked at; the oldest first. Also of cases that were closed meanwhile."""
    cases = Case.objects.visible_to(person).values("pk")
    answers = ActionAnswer.objects.filter(noted_at=None, action__case__in=cases)
    return answers.select_related("action__case__young_person", "action__case__referral").order_by("at", "pk")


def stuck_actions(person: Person, day: date) -> QuerySet[Action]:
    """Late so long, with an organisation, that a manager should hear of it, or has; the longest first."""
    last = day - timedelta(days=settings_of(person.team).escalate_after)
    stuck = visible(person).filter(owner_user=None).exclude(owner_organisation="", manager_name="")
    late = stuck.filter(Q(due_on__lte=last) | Q(escalated_on__isnull=False))
    return late.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=day)).order_by("due_on", "pk")
