"""Giving links to people without an account, withdrawing them, and what happens with them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.audit.models import Outcome
from expertteam.mail.actions import queue_mail

from .models import MOST_WRONG_CODES, OutsideLink
from .purposes import purpose_called
from .tokens import hash_of, hash_of_code, is_code, new_code, new_readable_token, new_token

DAYS = 21


@dataclass(frozen=True)
class GivenLink:
    """A link that was just made. `path` (with the token) and `code` are shown once and kept nowhere.

    `path` is empty when the link goes by mail: then the token is made when the mail goes.
    """

    link: OutsideLink
    path: str
    code: str


@transaction.atomic
def give_link(
    *, by: Person, case: Case, purpose: str, subject_id: int, days: int = DAYS, code: bool = False
) -> GivenLink:
    """Make a link to show or print: valid for `days`; with `code` it also asks for a code given another way."""
    given = plan_link(by=by, case=case, purpose=purpose, subject_id=subject_id, days=days, code=code)
    return GivenLink(given.link, issue(given.link), given.code)


@transaction.atomic
def plan_link(
    *, by: Person, case: Case, purpose: str, subject_id: int, days: int = DAYS, code: bool = False
) -> GivenLink:
    """Make a link without a token: that is made when it goes, by `issue`. For mails."""
    secret = new_code() if code else ""
    link = OutsideLink.objects.create(
        case=case, purpose=purpose_called(purpose).code, subject_id=subject_id, given_by=by.user,
        expires_at=timezone.now() + timedelta(days=days), code_hash=hash_of_code(secret) if secret else "",
    )  # fmt: skip
    trace(by, link, "outside.given")
    return GivenLink(link, "", secret)


def issue(link: OutsideLink, *, readable: bool = False) -> str:
    """Give the link a token, and return the path that holds it; an earlier token of this link opens nothing now.

    `readable`: short enough to type over from a letter, only for a link that asks a code too (ValueError).
    """
    if readable and not link.needs_code:
        raise ValueError("a short token needs a code beside it")
    token = new_readable_token() if readable else new_token()
    OutsideLink.objects.filter(pk=link.pk).update(token_hash=hash_of(token))
    return reverse(purpose_called(link.purpose).url_name, kwargs={"token": token})


@transaction.atomic
def mail_link(
    *, by: Person, case: Case, purpose: str, subject_id: int, to: str, kind: str, days: int = DAYS, code: bool = False,
    context: dict[str, Any] | None = None,
) -> GivenLink:  # fmt: skip
    """Mail a link. The kind of mail must look it up with `cases.outside.mails.with_link`, see there."""
    given = plan_link(by=by, case=case, purpose=purpose, subject_id=subject_id, days=days, code=code)
    about = {**(context or {}), "outside_link": given.link.pk}
    queue_mail(team=case.team, to=to, kind=kind, context=about, case_number=case.number, by=by)
    return given


@transaction.atomic
def withdraw_links(*, by: Person, case: Case, purpose: str, subject_id: int, expired: bool = False) -> int:
    """Close every open link for this; returns how many there were (a double click: none).

    An answered link of a page one may answer again is open too. `expired`: also what could be made to last again.
    """
    links = OutsideLink.objects.filter(case=case, purpose=purpose, subject_id=subject_id, withdrawn_at=None)
    if not purpose_called(purpose).again:
        links = links.filter(answered_at=None)
    if not expired:
        links = links.filter(expires_at__gt=timezone.now())
    found = list(links.select_for_update())
    for link in found:
        OutsideLink.objects.filter(pk=link.pk).update(withdrawn_at=timezone.now())
        trace(by, link, "outside.withdrawn")
    return len(found)


@transaction.atomic
def prolong_link(*, by: Person, link: OutsideLink, days: int = DAYS) -> bool:
    """Let a link work for `days` from now, also one that expired; False when it was withdrawn or works longer."""
    held = OutsideLink.objects.select_for_update(of=("self",)).select_related("case").get(pk=link.pk)
    until = timezone.now() + timedelta(days=days)
    if held.withdrawn_at or held.expires_at >= until - timedelta(days=1):
        return False
    OutsideLink.objects.filter(pk=held.pk).update(expires_at=until)
    trace(by, held, "outside.prolonged")
    return True


@transaction.atomic
def renew_code(*, by: Person, link: OutsideLink) -> str:
    """A new code for a link, after which one may try again; the earlier code opens nothing now."""
    secret = new_code()
    OutsideLink.objects.filter(pk=link.pk).update(code_hash=hash_of_code(secret), wrong_codes=0)
    trace(by, link, "outside.given")
    return secret


@transaction.atomic
def try_code(link: OutsideLink, typed: str) -> bool:
    """Whether this is the code; after five wrong ones no code is right any more until the team gives a new one."""
    held = OutsideLink.objects.select_for_update(of=("self",)).select_related("case").get(pk=link.pk)
    right = not held.is_locked and is_code(typed, held.code_hash)
    if right:
        OutsideLink.objects.filter(pk=link.pk).update(wrong_codes=0)
    else:
        left = min(held.wrong_codes + 1, MOST_WRONG_CODES)
        OutsideLink.objects.filter(pk=link.pk).update(wrong_codes=left)
        trace(link.by, link, "outside.code_refused", Outcome.REFUSED)
    link.refresh_from_db(fields=["wrong_codes", "code_hash"])
    return right


def mark_answered(link: OutsideLink) -> None:
    """Write down that an answer came; to be called by the action that keeps the answer, in its transaction."""
    OutsideLink.objects.filter(pk=link.pk, answered_at=None).update(answered_at=timezone.now())
    trace(link.by, link, "outside.answered")


def trace(by: Person, link: OutsideLink, event: str, outcome: Outcome = Outcome.DONE) -> None:
    """A line with the number of the link: never who got it, never the token."""
    details = {"link": link.pk, "purpose": purpose_called(link.purpose).title}
    record(by, event, case_number=link.case.number, details=details, outcome=outcome)
