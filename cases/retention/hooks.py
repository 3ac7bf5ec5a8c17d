"""What other rooms and apps do just before a case is destroyed; they say so when they start."""

from collections.abc import Callable

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.mail.models import OutgoingMail

Hook = Callable[[Person, Case], None]

_hooks: list[Hook] = []


def before_destroying(hook: Hook) -> None:
    """Call `hook(by, case)` in the transaction that destroys the case.

    For what has to stay (the anonymous row of the monitor), and for what does not hang on the case by a foreign key
    (files, mails): files are taken away with `transaction.on_commit`.
    """
    _hooks.append(hook)


def run_hooks(by: Person, case: Case) -> None:
    for hook in _hooks:
        hook(by, case)


def forget_mails(by: Person, case: Case) -> None:
    """Mails about a case hold an address and its number; they do not hang on it by a foreign key."""
    OutgoingMail.objects.filter(team=case.team_id, case_number=case.number).delete()
