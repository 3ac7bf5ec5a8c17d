"""What this room adds to the site."""

from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from analysis.board.models import Analysis
from cases.casefile.models import Case
from cases.casefile.tabs import add_tab
from expertteam.access.person import Person

from .actions import NothingToFix, fix_version
from .models import Why


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Versies", "analysis:versions", "analysis.read", place=20, under="analysis:board")
    if find_spec("cases.meetings"):
        import_module("cases.meetings.hooks").when_discussed(fix_discussed)


def fix_discussed(by: Person, case: Case, item: Any) -> None:
    """A case was discussed in a meeting: what stood there is fixed; a case without an analysis has nothing to fix."""
    analysis = Analysis.objects.filter(case=case).first()
    if analysis is None:
        return
    with suppress(NothingToFix):
        fix_version(by=by, analysis=analysis, why=Why.DISCUSSED)
