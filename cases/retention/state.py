"""Where a case stands between its end and its destruction, in words for the page."""

from dataclasses import dataclass
from datetime import date

from cases.casefile.models import Case
from expertteam.ui.dates import long_date

from .models import RetentionHold
from .queries import ended_cases, policy_of


@dataclass(frozen=True)
class Standing:
    """One sentence, the stop that is open when there is one, and the day of destruction when it is known."""

    sentence: str
    hold: RetentionHold | None = None
    goes_on: date | None = None
    ended: bool = True


def standing_of(case: Case) -> Standing:
    """How a case stands; three queries at most."""
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
    warning = getattr(found, "retention_warning", None)
    day = warning.destroy_on if warning else found.term_ends_on
    return Standing(f"Dit dossier wordt vernietigd op {long_date(day)}.", None, day)
