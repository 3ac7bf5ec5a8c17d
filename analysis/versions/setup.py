"""What this room adds to the site."""

from contextlib import suppress

from django.utils import timezone

from analysis.board.models import Analysis
from cases.casefile.models import Case
from cases.casefile.tabs import add_tab
from cases.meetings.hooks import add_minutes_part, when_discussed
from cases.meetings.models import AgendaItem
from expertteam.access.person import Person
from expertteam.ui.dates import long_date

from .actions import NothingToFix, fix_version
from .models import Why
from .queries import discussed_on


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Versies", "analysis:versions", "analysis.read", place=20, under="analysis:board")
    when_discussed(fix_discussed)
    add_minutes_part("De verklarende analyse", version_in_minutes)


def fix_discussed(by: Person, case: Case, item: AgendaItem) -> None:
    """A case was discussed in a meeting: what stood there is fixed; a case without an analysis has nothing to fix."""
    analysis = Analysis.objects.filter(case=case).first()
    if analysis is None:
        return
    with suppress(NothingToFix):
        fix_version(by=by, analysis=analysis, why=Why.DISCUSSED)


def version_in_minutes(case: Case, item: AgendaItem) -> str:
    """Which version lay on the table, so that who reads the minutes later finds what was spoken of."""
    if item.discussed_at is None:
        return ""
    day = timezone.localdate(item.discussed_at)
    version = discussed_on(case, day)
    if version is None:
        return ""
    return (
        f"Besproken is versie {version.number}, vastgelegd op {long_date(day)}. "
        "Zij staat bij de casus, onder Analyse en dan Versies."
    )
