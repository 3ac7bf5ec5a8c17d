"""Looking for a place: the shortlist, asking, and what came of it.

A name is only shared with a provider when consent allows it (or another recorded basis): see `consent.py`.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from cases.providers.actions import count_refusal
from cases.providers.models import Place
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .consent import may_share_name
from .models import NEEDS_NAME, UNDER_WAY, Attempt, Candidate, Outcome


@dataclass(frozen=True)
class Asking:
    """A question to a place as typed. `by_name`: the name was told, else nothing that says who it is."""

    asked_on: date
    by_name: bool = False
    contact: str = ""
    question: str = ""


@dataclass(frozen=True)
class CameOf:
    """What came of a question as typed; `on` is the day of the answer. Fields that do not belong to the outcome stay
    empty: `visit_on` of a visit, `placed_from` and `placed_to` of a placement, `reason` and `exclusion` of a refusal.
    """

    outcome: Outcome
    on: date
    visit_on: date | None = None
    placed_from: date | None = None
    placed_to: date | None = None
    reason: str = ""
    exclusion: str = ""
    words: str = ""
    how: str = ""


class OtherTeam(ValueError):
    """The place is not of the team of the case, or has stopped."""


class StillAsked(ValueError):
    """A place that still has to answer stays on the list."""


class AlreadyAsked(ValueError):
    """This place was asked already and has not answered yet."""


class ChangedMeanwhile(ValueError):
    """Somebody else wrote down what came of it since the form was opened."""


class BeforeAsking(ValueError):
    """The answer lies before the question."""


@transaction.atomic
def shortlist(*, by: Person, case: Case, place: Place, why: str = "") -> Candidate:
    """Put a place on the list; one that is there stays as it is, one that was taken off comes back. OtherTeam."""
    hold(case)
    if place.provider.team_id != case.team_id or place.stopped_on:
        raise OtherTeam
    values = {"why": why, "added_by": by.user}
    one, created = Candidate.objects.get_or_create(case=case, place=place, defaults=values)
    if not created and one.dropped_on is None:
        return one
    if not created:
        one.dropped_on, one.why = None, why or one.why
        one.save()
    changed(by, case, "op de lijst")
    return one


@transaction.atomic
def say_why(*, by: Person, candidate: Candidate, why: str) -> bool:
    """Change why a place is on the list; False when nothing is new."""
    if candidate.why == why:
        return False
    candidate.why = why
    candidate.save()
    changed(by, candidate.case, "waarom deze plek")
    return True


@transaction.atomic
def drop(*, by: Person, candidate: Candidate) -> bool:
    """Take a place off the list; what was asked stays. False when it was off already. StillAsked."""
    hold(candidate.case)
    candidate = Candidate.objects.select_related("case").get(pk=candidate.pk)
    if candidate.dropped_on:
        return False
    if Attempt.objects.filter(case=candidate.case, place=candidate.place_id, outcome__in=UNDER_WAY).exists():
        raise StillAsked
    candidate.dropped_on = timezone.localdate()
    candidate.save()
    changed(by, candidate.case, "van de lijst")
    return True


@transaction.atomic
def ask(*, by: Person, case: Case, place: Place, data: Asking) -> Attempt:
    """Write down that a place was asked; the very same again (a double click) is that one.

    AlreadyAsked while an earlier question is open; ConsentMissing when the name may not be shared; OtherTeam.
    """
    shortlist(by=by, case=case, place=place)
    there = Attempt.objects.filter(case=case, place=place, outcome__in=UNDER_WAY).first()
    if there is not None:
        if all(getattr(there, name) == value for name, value in asdict(data).items()):
            return there
        raise AlreadyAsked
    if data.by_name:
        may_share_name(case, place)
    named_on = data.asked_on if data.by_name else None
    attempt = Attempt.objects.create(
        case=case, place=place, asked_by=by.user, named_on=named_on, **asdict(data)
    )
    changed(by, case, "gevraagd bij naam" if data.by_name else "gevraagd zonder naam")
    return attempt


@transaction.atomic
def share_name(*, by: Person, attempt: Attempt) -> bool:
    """After an anonymous question the name was told; False when it was told before. ConsentMissing."""
    attempt = locked(attempt)
    if attempt.by_name:
        return False
    name_told(attempt)
    attempt.version += 1
    attempt.save()
    changed(by, attempt.case, "naam gedeeld")
    return True


@transaction.atomic
def write_answer(*, by: Person, attempt: Attempt, data: CameOf, version: int) -> bool:
    """Write down, or correct, what came of a question; False when nothing is new.

    A visit and a placement need the name, so also consent (ConsentMissing). A refusal is counted at team level,
    without the case; corrected, the count follows. ChangedMeanwhile, BeforeAsking, AlreadyAsked.
    """
    attempt = locked(attempt)
    if same(attempt, data):
        return False
    if attempt.version != version:
        raise ChangedMeanwhile
    if data.on < attempt.asked_on:
        raise BeforeAsking
    others = Attempt.objects.filter(case=attempt.case, place=attempt.place, outcome__in=UNDER_WAY)
    if data.outcome in UNDER_WAY and others.exclude(pk=attempt.pk).exists():
        raise AlreadyAsked
    if data.outcome in NEEDS_NAME and not attempt.by_name:
        name_told(attempt)
    count(attempt, -1)
    fill(attempt, data)
    count(attempt, +1)
    changed(by, attempt.case, str(data.outcome.label))
    return True


@transaction.atomic
def forget(*, by: Person, attempt: Attempt) -> None:
    """Take away a question that was written down by mistake; the history of the case keeps it."""
    attempt = locked(attempt)
    count(attempt, -1)
    case = attempt.case
    attempt.delete()
    changed(by, case, "een vraag weggehaald")


def fill(attempt: Attempt, data: CameOf) -> None:
    """Store an answer; what it does not say of a visit or of how it goes there stays."""
    waiting = data.outcome == Outcome.WAITING
    values: dict[str, Any] = asdict(data) | {"outcome_on": None if waiting else data.on}
    values["visit_on"] = data.visit_on or attempt.visit_on
    del values["on"]
    for name, value in values.items():
        setattr(attempt, name, value)
    attempt.version += 1
    attempt.save()


def same(attempt: Attempt, data: CameOf) -> bool:
    """Whether the row already says this."""
    names = [name for name in asdict(data) if name not in ("on", "visit_on")]
    return (
        all(getattr(attempt, name) == getattr(data, name) for name in names)
        and (data.visit_on or attempt.visit_on) == attempt.visit_on
        and attempt.outcome_on == (None if data.outcome == Outcome.WAITING else data.on)
    )


def count(attempt: Attempt, by_how_many: int) -> None:
    """Count a refusal of this place, or take it back; nothing when it did not refuse."""
    if attempt.outcome == Outcome.REFUSED and attempt.outcome_on:
        count_refusal(
            place=attempt.place,
            year=attempt.outcome_on.year,
            reason=attempt.reason,
            exclusion=attempt.exclusion,
            by_how_many=by_how_many,
        )


def name_told(attempt: Attempt) -> None:
    """The name is told today; ConsentMissing when that is not allowed."""
    may_share_name(attempt.case, attempt.place)
    attempt.by_name, attempt.named_on = True, timezone.localdate()


def hold(case: Case) -> None:
    """Nobody else writes about places for this case until the transaction ends."""
    Case.objects.select_for_update().get(pk=case.pk)


def locked(attempt: Attempt) -> Attempt:
    hold(attempt.case)
    related = ("case__team", "case__young_person", "case__referral", "place__provider__team")
    return Attempt.objects.select_related(*related).get(pk=attempt.pk)


def changed(by: Person, case: Case, what: str) -> None:
    record(by, "matching.changed", case_number=case.number, details={"what": what})
