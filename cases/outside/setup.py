"""What this room adds to the site."""

from cases.casefile.models import Case
from cases.retention.hooks import before_destroying
from expertteam.access.person import Person
from expertteam.mail.actions import forget_mails_of


def setup() -> None:
    """Called once, when the app starts."""
    before_destroying(forget_mails)


def forget_mails(by: Person, case: Case) -> None:
    """Mails know a case by its number only, so they do not go with it by themselves."""
    forget_mails_of(case.team, case.number)
