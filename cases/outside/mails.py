"""Links in mails: the token is made when the mail goes, so it stands in no table."""

from expertteam.mail.kinds import Context, absolute
from expertteam.mail.models import OutgoingMail

from .actions import issue
from .models import OutsideLink


def with_link(mail: OutgoingMail) -> Context | None:
    """`link`, `until` and `needs_code` for a mail queued by `mail_link`; None when the link is of no use any more.

    A room says so once: `register_kind("tevredenheid", with_link)`.
    """
    link = OutsideLink.objects.filter(pk=mail.about.get("outside_link"), answered_at=None).first()
    if link is None or not link.is_open:
        return None
    return {"link": absolute(issue(link)), "until": link.expires_at, "needs_code": link.needs_code}
