"""Reminders by mail: one a day for one person, with everything they have to do; never what it is about.

The daily work looks at what is due up to today, so a night off costs nothing and gives one mail, not five. It leaves
alone what is done, put off, answered and not looked at yet, or of a case that is closed, and asks nobody outside the
team as long as sharing is not allowed.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cases.casefile.models import OPEN_PHASES
from cases.outside.actions import plan_link
from expertteam.access.command_line import the_machine
from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record
from expertteam.mail.actions import queue_mail
from expertteam.mail.models import OutgoingMail

from .actions import OWNER_PAGE
from .day_mails import remember, take_mail_of_the_day, written_as
from .models import Action, ActionAnswer, ActionStatus, ReminderKind, ReminderSettings
from .series import MOST_DAYS, Slot, days_of, due, slots
from .sharing import Sharing

KIND = "herinnering"
RELATED = ("case__team", "case__young_person", "case__referral", "owner_user", "owner_participant")


@dataclass(frozen=True)
class Due:
    """An action with the reminders that have to go."""

    action: Action
    slots: list[Slot]


class CannotRemind(ValueError):
    """No mail can go now; the text says why, in Dutch."""


def settings_of(team: Team) -> ReminderSettings:
    """What the team chose, or what is usual."""
    return ReminderSettings.objects.filter(team=team).first() or ReminderSettings(team=team)


def asked(team: Team, day: date) -> QuerySet[Action]:
    """Open actions about which somebody may be asked on that day."""
    unseen = ActionAnswer.objects.filter(action=OuterRef("pk"), noted_at=None)
    actions = Action.objects.filter(status=ActionStatus.OPEN, case__team=team, case__phase__in=OPEN_PHASES)
    awake = actions.filter(Q(snoozed_until=None) | Q(snoozed_until__lte=day)).exclude(Exists(unseen))
    return awake.select_related(*RELATED).order_by("due_on", "pk")


def send_reminders(day: date) -> int:
    """Daily work: queue the reminders of every team; returns how many mails. Safe to run twice."""
    return sum(remind_team(team, day) for team in Team.objects.all())


def remind_team(team: Team, day: date) -> int:
    """One mail for everybody who has something due, unless they had one today."""
    by, mails = the_machine(team), 0
    for address, found in per_person(due_in(team, day)).items():
        if take_mail_of_the_day(team, address, day):
            queue_reminder(by, team, address, found)
            mails += 1
    return mails


def due_in(team: Team, day: date) -> Iterator[Due]:
    """What has to be reminded of, and may be."""
    of_team = settings_of(team).days
    sharing = Sharing(day)
    near = Q(due_on__lte=day + timedelta(days=MOST_DAYS)) | Q(snoozed_until__isnull=False)
    for action in asked(team, day).filter(near).prefetch_related("sent_reminders"):
        planned = slots(action.due_on, days_of(action.reminders, of_team), action.snoozed_until)
        sent = [Slot(one.kind, one.day) for one in action.sent_reminders.all()]
        found = due(planned, sent, made_on=timezone.localdate(action.created_at), day=day)
        if not found or not action.mail_address:
            continue
        if not sharing.with_owner(action):
            yield Due(action, found)


def per_person(found: Iterator[Due]) -> dict[str, list[Due]]:
    """Address → what goes there, however the address was written."""
    people: dict[str, list[Due]] = defaultdict(list)
    for one in found:
        people[written_as(one.action.mail_address)].append(one)
    return dict(people)


def queue_reminder(by: Person, team: Team, address: str, found: list[Due]) -> OutgoingMail:
    """Put the mail in the outbox: ids of actions, and a link per case for somebody outside the team."""
    actions = [one.action for one in found]
    first_of_case: dict[int, Action] = {}
    for action in actions:
        if not action.is_inside:
            first_of_case.setdefault(action.case_id, action)
    links = [
        plan_link(by=by, case=action.case, purpose=OWNER_PAGE, subject_id=action.pk).link.pk
        for action in first_of_case.values()
    ]
    numbers = {action.case.number for action in actions}
    mail = queue_mail(
        team=team, to=address, kind=KIND, by=by, case_number=numbers.pop() if len(numbers) == 1 else "",
        context={"actions": [action.pk for action in actions], "links": links},
    )  # fmt: skip
    remember(mail, [(one.action, one.slots) for one in found])
    return mail


@transaction.atomic
def remind_now(*, by: Person, action: Action) -> OutgoingMail:
    """Ask the owner of an action now, by mail. CannotRemind says why that is not possible."""
    day = timezone.localdate()
    action = asked_or_said(action, day)
    team, address = action.case.team, action.mail_address
    if not take_mail_of_the_day(team, address, day):
        raise CannotRemind(f"{action.owner_name} kreeg vandaag al een mail. Morgen kan het weer.")
    mail = queue_reminder(by, team, address, [Due(action, [Slot(ReminderKind.BY_HAND, day)])])
    record(by, "action.reminded", case_number=action.case.number)
    return mail


def asked_or_said(action: Action, day: date) -> Action:
    """The action when its owner may be asked; CannotRemind otherwise."""
    team = action.case.team
    found = asked(team, day).filter(pk=action.pk).first() or asked_anyway(action)
    if not found.mail_address:
        raise CannotRemind(f"Van {found.owner_name} is geen e-mailadres bekend. Bel, of vul het adres in.")
    if missing := Sharing(day).with_owner(found):
        raise CannotRemind(f"{found.owner_name} krijgt geen mail: {' '.join(missing)}")
    return found


def asked_anyway(action: Action) -> Action:
    """By hand one may also ask before the day until which it was put off; not of what is over or was answered."""
    everything = asked(action.case.team, date.max)
    found = everything.filter(pk=action.pk).first()
    if found is None:
        raise CannotRemind("Deze actie is klaar, of er is net een antwoord gekomen.")
    return found
