"""What this room adds to the site."""

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab
from cases.outside.purposes import add_purpose
from cases.people.reached import when_reached_otherwise
from cases.today.lists import add_list
from expertteam.jobs.daily import register_daily
from expertteam.mail.kinds import register_kind

from . import escalation, mails, reminders, today
from .actions import MANAGER_PAGE, OWNER_PAGE, close_pages_of
from .models import Action
from .settings_actions import forget_mail_days


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Acties", "cases:actions", "case.read", place=10, under="cases:process")
    add_source(
        Source(
            Action, of_case, "maakte de actie ‘{title}’", "bij de actie ‘{title}’",
            "haalde de actie ‘{title}’ weg", title_field="text", untold=frozenset({"owner_user", "owner_participant"}),
        )
    )  # fmt: skip
    add_purpose(OWNER_PAGE, "cases:outside_action", "een actie", again=True)
    add_purpose(MANAGER_PAGE, "cases:outside_manager", "een actie van de organisatie", again=True)
    when_reached_otherwise(close_pages_of)
    register_kind(reminders.KIND, mails.reminder)
    register_kind(escalation.KIND, mails.escalation)
    register_daily("steering.reminders", "Herinneringen aan acties", reminders.send_reminders, hour=7)
    register_daily(
        "steering.escalation",
        "Acties voorleggen aan een leidinggevende",
        escalation.escalate_late_actions,
        hour=7,
    )
    register_daily(
        "steering.mail_days", "Vergeten wie wanneer een herinnering kreeg", forget_mail_days, hour=3
    )
    add_lists()


def add_lists() -> None:
    """The lists of Vandaag."""
    add_list(
        "acties", "Acties te laat of deze week", "steering.change", today.due_actions, "cases/steering/due_row.html",
        place=40, empty="Er is deze week niets te laat en niets te doen.",
    )  # fmt: skip
    add_list(
        "jouw-acties", "Jouw acties", "case.list", today.own_actions, "cases/steering/own_row.html", place=41
    )
    add_list(
        "antwoorden", "Antwoorden van buiten", "steering.change", today.new_answers,
        "cases/steering/answer_row.html", place=45,
        about="Dit schreven mensen van buiten het team op hun eigen pagina.",
    )  # fmt: skip
    add_list(
        "blijft-liggen", "Blijft liggen bij een organisatie", "steering.change", today.stuck_actions,
        "cases/steering/stuck_row.html", place=46,
        about="Al zo lang te laat dat een leidinggevende het hoort, of zou moeten horen.",
    )  # fmt: skip
