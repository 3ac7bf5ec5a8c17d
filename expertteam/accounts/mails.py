"""The mail with a link for a new password. The link is made when the mail goes, and stands in no table."""

from datetime import timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from expertteam.access.person import person_for
from expertteam.mail.kinds import Context, absolute
from expertteam.mail.models import OutgoingMail

from .models import User


def new_password(mail: OutgoingMail) -> Context | None:
    """The link for the account with this address; None, so no mail, when nobody has it or it was asked too long ago."""
    too_late = mail.requested_at < timezone.now() - timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    user = User.objects.filter(email=mail.to.strip().lower(), is_active=True).first()
    if user is None or too_late:
        return None
    show_to_team_of(user, mail)
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return {"link": absolute(reverse("account_reset_password_from_key", kwargs=key))}


def show_to_team_of(user: User, mail: OutgoingMail) -> None:
    """From now on the outbox of the team of this account shows the mail."""
    person = person_for(user)
    if person and mail.team_id is None:
        mail.team = person.team
        mail.save(update_fields=["team"])
