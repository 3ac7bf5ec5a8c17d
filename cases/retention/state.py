"""Where a case stands between its end and its destruction, in words for the page."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from cases.casefile.models import Case
from cases.followup.moments.queries import OPEN
from expertteam.ui.dates import long_date

from .models import RetentionHold, RetentionPolicy
from .queries import ended_cases, policy_of


@dataclass(frozen=True)
class Standing:
    """One sentence, the stop that is open when there is one, and the day of destruction when it is known.

    `too_late` is the first moment of the follow-up that would come after that day, in words.
    """

    sentence: str
    hold: RetentionHold | None = None
    goes_on: date | None = None
    ended: bool = True
    too_late: str = ""


def standing_of(case: Case) -> Standing:
    """How a case stands; four queries at most."""
    policy = policy_of(case.team)
    found = (
        ended_cases(case.team, policy.months).filter(pk=case.pk).select_related("retention_warning").first()
    )
    hold = case.retention_holds.filter(ended_at=None).select_related("held_by").first()
    months = "een maand" if policy.months == 1 else f"{policy.months} maanden"
    if found is None:
        after = f"Deze casus loopt nog. Na het einde blijft het dossier {months} bewaard; daarna wordt het vernietigd."
        return Standing(after, hold, ended=False)
    if hold:
        return Standing("Deze casus wordt niet vernietigd zolang de stop staat.", hold)
    if found.waits_for_coordinator:
        return Standing(
            "Deze casus komt uit een register. De coördinator moet eerst zeggen dat hij weg mag.", None
        )
    day = day_of_destruction(found, policy)
    sentence = f"Dit dossier wordt vernietigd op {long_date(day)}."
    return Standing(sentence, None, day, too_late=too_late(case, day))


def day_of_destruction(found: Case, policy: RetentionPolicy) -> date:
    """The day that was warned about; without a warning the end of the term, or later: a warning comes first.

    `found` is a row of `ended_cases`.
    """
    warning = getattr(found, "retention_warning", None)
    if warning:
        return max(warning.destroy_on, found.term_ends_on)  # type: ignore[attr-defined]
    first = timezone.localdate() + timedelta(days=policy.warning_days)
    return max(found.term_ends_on, first)  # type: ignore[attr-defined]


def too_late(case: Case, day: date) -> str:
    """The first open moment of the follow-up on or after the day of destruction; empty when there is none."""
    moment = case.followups.filter(OPEN, due_on__gte=day).order_by("due_on").first()
    return f"{moment.months} maanden na het advies, op {long_date(moment.due_on)}" if moment else ""
