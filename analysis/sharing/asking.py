"""Putting a fixed version before a party: by a link and a code, in a letter, or on paper; and taking that back."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from analysis.versions.models import FixedVersion
from cases.casefile.models import Case
from cases.casefile.over import hold_open, why_not
from cases.consent.purposes import Purpose
from cases.consent.queries import ConsentMissing
from cases.outside.actions import issue, mail_link, plan_link, prolong_link, renew_code, withdraw_links
from cases.outside.models import OutsideLink
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .actions import missing_with
from .models import Asking, Way

PURPOSE = "gedeeld"
DAYS = 28


class CannotAsk(Exception):
    """Why a version cannot be put before somebody now; the text is for who tries, in Dutch."""


@dataclass(frozen=True)
class Given:
    """What came of putting it before somebody. `code` is there once, when a link went by mail; kept nowhere."""

    asking: Asking
    code: str = field(default="", repr=False)
    new: bool = True


@dataclass(frozen=True)
class Letter:
    """What a letter holds: the address with its token and the code. Both are in the letter only."""

    asking: Asking
    link: OutsideLink
    path: str = field(repr=False)
    code: str = field(repr=False)


@transaction.atomic
def put_before(
    *, by: Person, case: Case, version: FixedVersion, participant: Participant, way: str, language: str = "nl"
) -> Given:
    """Put a version before a party; what was put before them earlier opens nothing any more.

    Asked already about this version in this way: nothing happens, and `new` is False. ConsentMissing when nobody may
    share with them; CaseIsOver; CannotAsk for who left, a mail without an address, an older version.
    """
    hold_open(case)
    refuse(case, version, participant, way)
    asking = Asking.objects.filter(version=version, participant=participant).first()
    if asking and not asking.withdrawn_at and asking.way == way:
        return Given(asking, new=False)
    take_back_earlier(by, participant)
    asking = asking or Asking(version=version, participant=participant)
    asking.way, asking.language, asking.withdrawn_at = way, language, None
    asking.asked_at, asking.asked_by = timezone.now(), by.user
    asking.save()
    details = {"version": version.number, "way": Way(way).label, "participant": participant.pk}
    record(by, "sharing.asked", case_number=case.number, details=details)
    return Given(asking, mail_to(by, asking) if way == Way.MAIL else "")


def refuse(case: Case, version: FixedVersion, participant: Participant, way: str) -> None:
    """Stop what may not or cannot be done."""
    if said := why_not(case):
        raise CannotAsk(said)
    if not participant.is_current:
        raise CannotAsk(f"{participant.name} is niet meer betrokken.")
    if missing := missing_with(case, participant):
        raise ConsentMissing(Purpose.SHARE, missing)
    if way == Way.MAIL and not participant.email:
        raise CannotAsk(f"Van {participant.name} is geen e-mailadres bekend. Kies een brief of papier.")
    newer = Asking.objects.standing().filter(
        version__analysis=version.analysis_id, version__number__gt=version.number
    )
    if newer.exists():
        raise CannotAsk("Er ligt al een nieuwere versie voor. Leg die voor.")


def take_back_earlier(by: Person, participant: Participant) -> None:
    """Close the page of whatever was put before them earlier; that they were asked stays."""
    for earlier in Asking.objects.filter(participant=participant).select_related("participant__case"):
        close_page(by, earlier)


def close_page(by: Person, asking: Asking) -> None:
    """Every link of this opens nothing any more; what was typed there and not sent is forgotten."""
    close_links(by, asking)
    Asking.objects.filter(pk=asking.pk).exclude(draft={}).update(draft={}, draft_at=None)


def close_links(by: Person, asking: Asking) -> None:
    case, pk = asking.participant.case, asking.pk
    withdraw_links(by=by, case=case, purpose=PURPOSE, subject_id=pk, expired=True)


def mail_to(by: Person, asking: Asking) -> str:
    """Mail a new link; returns the code that belongs to it."""
    given = mail_link(
        by=by, case=asking.participant.case, purpose=PURPOSE, subject_id=asking.pk, to=asking.participant.email,
        kind=PURPOSE, days=DAYS, code=True, context={"language": asking.language},
    )  # fmt: skip
    return given.code


@transaction.atomic
def mail_again(*, by: Person, asking: Asking) -> str:
    """A new mail with a new link, and its code; the earlier link opens nothing any more."""
    held = held_open(asking)
    refuse(held.participant.case, held.version, held.participant, Way.MAIL)
    close_links(by, held)
    if held.way != Way.MAIL:
        held.way = Way.MAIL
        held.save()
    return mail_to(by, held)


@transaction.atomic
def make_letter(*, by: Person, asking: Asking) -> Letter:
    """A link that can be typed over and its code, for a letter; the earlier link opens nothing any more."""
    held = held_open(asking)
    case = held.participant.case
    refuse(case, held.version, held.participant, Way.LETTER)
    close_links(by, held)
    given = plan_link(by=by, case=case, purpose=PURPOSE, subject_id=held.pk, days=DAYS, code=True)
    record(by, "sharing.letter_made", case_number=case.number, details={"version": held.version.number})
    return Letter(held, given.link, issue(given.link, readable=True), given.code)


@transaction.atomic
def new_code(*, by: Person, asking: Asking) -> str:
    """Another code for the link that is there; the earlier one opens nothing now. CannotAsk without a link."""
    return renew_code(by=by, link=open_link(held_open(asking)))


@transaction.atomic
def prolong(*, by: Person, asking: Asking) -> bool:
    """Let the link work for another four weeks; False when it does already. CannotAsk without a link."""
    return prolong_link(by=by, link=open_link(held_open(asking), expired=True), days=DAYS)


@transaction.atomic
def take_back(*, by: Person, asking: Asking) -> bool:
    """It lies before them no more; what they answered stays. False when that was so already (a double click)."""
    held = held_row(asking)
    if held.withdrawn_at:
        return False
    close_page(by, held)
    held.withdrawn_at = timezone.now()
    held.save()
    case = held.participant.case
    record(by, "sharing.withdrawn", case_number=case.number, details={"version": held.version.number})
    return True


def held_row(asking: Asking) -> Asking:
    """The row as it is now, kept for this transaction."""
    related = ("participant__case__team", "version")
    rows = Asking.objects.select_for_update(of=("self",)).select_related(*related)
    return rows.defer("version__content", "draft").get(pk=asking.pk)


def held_open(asking: Asking) -> Asking:
    held = held_row(asking)
    if held.withdrawn_at:
        raise CannotAsk(f"Het voorleggen aan {held.participant.name} is teruggenomen. Leg het opnieuw voor.")
    return held


def open_link(asking: Asking, *, expired: bool = False) -> OutsideLink:
    """The link of this that was not withdrawn, also one that expired when that is asked."""
    links = OutsideLink.objects.filter(purpose=PURPOSE, subject_id=asking.pk, withdrawn_at=None)
    link = links.select_related("case").first()
    if link is None or not (expired or link.is_open):
        raise CannotAsk(f"Er is geen link die werkt voor {asking.participant.name}. Maak een nieuwe.")
    return link


def close_pages_of(by: Person, participant: Participant) -> None:
    """Close the page of somebody who is reached at another address from now on: the earlier one may be wrong."""
    take_back_earlier(by, participant)
