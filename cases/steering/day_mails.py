"""At most one mail a day for one person, and the rows that remember which reminders went."""

from collections.abc import Iterable
from datetime import date

from django.utils.crypto import salted_hmac

from expertteam.accounts.models import Team
from expertteam.mail.models import OutgoingMail

from .models import Action, ActionReminder, MailDay
from .series import Slot

SALT = "cases.steering.mail_day"


def written_as(address: str) -> str:
    """An address as our mail goes to it: two that are the same here reach the same person."""
    return address.strip().casefold()


def recipient_of(address: str) -> str:
    """The same for one address however it is written; says nothing to who lacks the key of this site."""
    return salted_hmac(SALT, written_as(address), algorithm="sha256").hexdigest()


def take_mail_of_the_day(team: Team, address: str, day: date) -> bool:
    """Whether this person may have a mail today: the first who asks gets it, and nobody after that."""
    return MailDay.objects.get_or_create(team=team, recipient=recipient_of(address), day=day)[1]


def had_mail(team: Team, address: str, day: date) -> bool:
    return MailDay.objects.filter(team=team, recipient=recipient_of(address), day=day).exists()


def remember(mail: OutgoingMail, sent: Iterable[tuple[Action, list[Slot]]]) -> None:
    """Write down which reminders went along with this mail."""
    ActionReminder.objects.bulk_create(
        [
            ActionReminder(action=action, kind=slot.kind, day=slot.day, mail=mail)
            for action, slots in sent
            for slot in slots
        ],
        ignore_conflicts=True,
    )
