"""Putting a mail in the outbox, sending it again, forgetting it."""

from typing import Any

from django.db import transaction

from expertteam.access.command_line import machine_user
from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record

from .kinds import check_kind, subject_of
from .models import OutgoingMail

LONGEST_VALUE = 60


class NotForAMail(ValueError):
    """Something was given for a mail that may not be kept: a text, an address, a secret link."""


@transaction.atomic
def queue_mail(
    *,
    team: Team | None,
    to: str,
    kind: str,
    context: dict[str, Any] | None = None,
    case_number: str = "",
    by: Person | None = None,
) -> OutgoingMail:
    """Put a mail in the outbox; a worker sends it after the commit, and goes on trying while the mail server is away.

    `kind` names templates/emails/<kind>/. `context` is kept in the outbox and may hold ids, counts, codes and days
    only (NotForAMail otherwise); what must stay secret is made at sending, see `kinds.register_kind`. `by` is who
    asked for it; without it the clock did.
    """
    from .tasks import send_to_worker  # noqa: PLC0415

    about = {name: plain(name, value) for name, value in (context or {}).items()}
    check_kind(kind)
    mail = OutgoingMail.objects.create(
        team=team, to=to.strip(), kind=kind, subject=subject_of(kind, {"team": team, **about}), about=about,
        case_number=case_number, requested_by=by.user if by else machine_user(),
    )  # fmt: skip
    transaction.on_commit(lambda: send_to_worker(mail.pk))
    return mail


def plain(name: str, value: Any) -> Any:
    """A value that may be kept: a number, yes or no, a short word, or a list of these."""
    if isinstance(value, list | tuple):
        return [plain(name, one) for one in value]
    allowed = value is None or isinstance(value, bool | int) or (isinstance(value, str) and is_word(value))
    if not allowed:
        raise NotForAMail(
            f"{name}: give an id, a count or a code, and look the rest up when the mail is sent"
        )
    return value


def is_word(value: str) -> bool:
    return len(value) <= LONGEST_VALUE and "@" not in value and "/" not in value


@transaction.atomic
def send_again(*, by: Person, mail: OutgoingMail) -> bool:
    """Put a failed mail back in the queue. False when there is nothing to do (a double click, no address any more)."""
    from .tasks import send_to_worker  # noqa: PLC0415

    mail = OutgoingMail.objects.select_for_update().get(pk=mail.pk)
    if not mail.may_go_again or not mail.start_again():
        return False
    OutgoingMail.objects.filter(pk=mail.pk).update(tries=0)
    record(by, "mail.sent_again", details={"mail": mail.pk})
    transaction.on_commit(lambda: send_to_worker(mail.pk))
    return True


def forget_mails_of(team: Team, case_number: str) -> int:
    """Remove every mail about a case that is destroyed; returns how many. What still waited is not sent."""
    return OutgoingMail.objects.filter(team=team, case_number=case_number).delete()[0]


def end_mail(mail: OutgoingMail) -> None:
    """Not needed any more: done without being sent, and the address is forgotten at once."""
    mail.finish(to="", about={})
