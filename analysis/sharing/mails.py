"""The mail with the link to somebody's own page."""

from cases.outside.mails import with_link
from cases.outside.models import OutsideLink
from expertteam.mail.kinds import Context
from expertteam.mail.models import OutgoingMail

from .actions import missing_with
from .models import Asking


def fill(mail: OutgoingMail) -> Context | None:
    """The link; None when it was taken back meanwhile, the case was closed, or sharing is not allowed any more."""
    asked = OutsideLink.objects.filter(pk=mail.about.get("outside_link")).values("subject_id")
    rows = Asking.objects.filter(pk__in=asked, withdrawn_at=None).select_related(
        "participant__case__young_person"
    )
    asking = rows.first()
    if asking is None:
        return None
    case = asking.participant.case
    return with_link(mail) if case.is_open and not missing_with(case, asking.participant) else None
