"""An action of an organisation that stays open goes to a named manager: once, and everybody can see it."""

from collections import defaultdict
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from cases.outside.actions import plan_link
from expertteam.access.command_line import history_of, the_machine
from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record
from expertteam.mail.actions import queue_mail

from .actions import MANAGER_PAGE, held
from .day_mails import remember, take_mail_of_the_day, written_as
from .models import Action, ActionStatus, ReminderKind
from .reminders import CannotRemind, asked, settings_of
from .series import Slot
from .sharing import Sharing

KIND = "voorgelegd"


def late_with_manager(team: Team, day: date) -> QuerySet[Action]:
    """Open actions of somebody outside the team, so many days late, that nobody put before the manager yet."""
    last = day - timedelta(days=settings_of(team).escalate_after)
    late = asked(team, day).filter(Q(due_on__lte=last), owner_user=None, escalated_on=None)
    return late.exclude(manager_name="")


def escalate_late_actions(day: date) -> int:
    """Daily work: put what is late before its manager; returns how many actions. Safe to run twice."""
    return sum(escalate_team(team, day) for team in Team.objects.all())


def escalate_team(team: Team, day: date) -> int:
    """Per manager one mail, unless they had one of this team today: then tomorrow."""
    by, done = the_machine(team), 0
    for address, actions in per_manager(team, day).items():
        if address and not take_mail_of_the_day(team, address, day):
            continue
        with history_of(by):
            done += put_before(by, team, address, actions, day)
    return done


def per_manager(team: Team, day: date) -> dict[str, list[Action]]:
    """Address (empty: none is known) → what goes there; only of cases that may be shared."""
    found: dict[str, list[Action]] = defaultdict(list)
    sharing = Sharing(day)
    for action in late_with_manager(team, day):
        if not sharing.with_manager(action):
            found[written_as(action.manager_email)].append(action)
    return dict(found)


def put_before(by: Person, team: Team, address: str, actions: list[Action], day: date) -> int:
    """Mark the actions, and mail the manager when there is an address."""
    mine = [action for action in (held(one) for one in actions) if action.status == ActionStatus.OPEN]
    mine = [action for action in mine if action.escalated_on is None]
    for action in mine:
        action.escalated_on = day
        action.save()
        record(by, "action.escalated", case_number=action.case.number)
    if mine and address:
        mail_manager(by, team, address, mine, day)
    return len(mine)


def mail_manager(by: Person, team: Team, address: str, actions: list[Action], day: date) -> None:
    """One mail with a link per action; what it is about is on the page only."""
    links = [
        plan_link(by=by, case=one.case, purpose=MANAGER_PAGE, subject_id=one.pk).link.pk for one in actions
    ]
    numbers = {action.case.number for action in actions}
    mail = queue_mail(
        team=team, to=address, kind=KIND, by=by, case_number=numbers.pop() if len(numbers) == 1 else "",
        context={"actions": [action.pk for action in actions], "links": links},
    )  # fmt: skip
    remember(mail, [(action, [Slot(ReminderKind.ESCALATED, day)]) for action in actions])


@transaction.atomic
def escalate_now(*, by: Person, action: Action) -> bool:
    """Put it before the manager without waiting. False when that was done already. CannotRemind says why it cannot."""
    day, team = timezone.localdate(), action.case.team
    if action.escalated_on or action.status != ActionStatus.OPEN:
        return False
    if not action.manager_name:
        raise CannotRemind("Vul eerst in wie de leidinggevende is.")
    if missing := Sharing(day).with_manager(action):
        raise CannotRemind(f"{action.manager_name} krijgt geen mail: {' '.join(missing)}")
    address = written_as(action.manager_email)
    if address and not take_mail_of_the_day(team, address, day):
        raise CannotRemind(f"{action.manager_name} kreeg vandaag al een mail van ons. Morgen kan het weer.")
    return bool(put_before(by, team, address, [action], day))
