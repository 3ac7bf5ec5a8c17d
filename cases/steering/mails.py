"""What stands in mails about actions: how many, and a link. Looked up when the mail goes."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from cases.casefile.models import OPEN_PHASES
from cases.outside.actions import issue
from cases.outside.models import OutsideLink
from expertteam.mail.kinds import Context, absolute
from expertteam.mail.models import OutgoingMail

from .day_mails import written_as
from .models import Action, ActionStatus

OF_NO_USE_AFTER = timedelta(days=3)


def still_open(mail: OutgoingMail) -> list[Action]:
    """The actions of this mail that are still open, of a case that is, and still of who gets the mail."""
    actions = Action.objects.filter(
        pk__in=mail.about["actions"], status=ActionStatus.OPEN, case__phase__in=OPEN_PHASES
    ).select_related("owner_user", "owner_participant")
    return [one for one in actions if written_as(one.mail_address) == mail.to]


def open_links(mail: OutgoingMail, cases: set[int]) -> list[str]:
    """The addresses of the pages of somebody outside, made now; one per case that still asks something."""
    links = OutsideLink.objects.filter(pk__in=mail.about["links"], case_id__in=cases)
    return [absolute(issue(link)) for link in links if link.is_open]


def reminder(mail: OutgoingMail) -> Context | None:
    """How many actions, the links of somebody outside, and the start page for a colleague. None: nothing to ask."""
    if mail.requested_at < timezone.now() - OF_NO_USE_AFTER:
        return None
    actions = still_open(mail)
    outside = [one for one in actions if not one.is_inside]
    inside = [one for one in actions if one.is_inside]
    links = open_links(mail, {one.case_id for one in outside})
    if not inside and not links:
        return None
    start = absolute(reverse("today")) if inside else ""
    return {"count": len(actions), "links": links, "start": start}


def escalation(mail: OutgoingMail) -> Context | None:
    """The links for a manager. None when everything was done meanwhile."""
    actions = Action.objects.filter(pk__in=mail.about["actions"], status=ActionStatus.OPEN)
    cases = set(actions.filter(case__phase__in=OPEN_PHASES).values_list("case_id", flat=True))
    links = open_links(mail, cases)
    return {"links": links, "count": len(actions)} if links else None
