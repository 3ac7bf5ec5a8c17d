"""What the pages of this room have in common."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from analysis.board.actions import analysis_of
from analysis.board.models import Analysis
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.ui.dates import long_date

from .stands import NOW, Stand, now_of, stand_of
from .timeline import Timeline

TAB = "analysis:versions"
MOST_DAYS = 60


@dataclass(frozen=True)
class Choice:
    """A stand one can choose to compare with."""

    key: str
    label: str


def around(case: Case, analysis: Analysis) -> dict[str, Any]:
    """Variables of every page of this room."""
    return {
        "case": case,
        "analysis": analysis,
        "tabs": tabs_for(case, TAB),
        "may_change": "analysis.change" in case.rights,
    }


def analysis_and_stand(case: Case, key: str) -> tuple[Analysis, Stand]:
    """The analysis, and the stand an address asks for; Http404 when there is no such moment."""
    analysis = analysis_of(case)
    analysis.case = case
    stand = stand_of(case, analysis, key)
    if stand is None:
        raise Http404
    return analysis, stand


def stand_or(case: Case, analysis: Analysis, key: str, instead: str) -> Stand:
    """The stand an address asks for, or another one when it asks for nothing or for what is not there."""
    return stand_of(case, analysis, key) or stand_of(case, analysis, instead) or now_of(case, analysis)


def choices_of(timeline: Timeline, *chosen: Stand) -> list[tuple[str, list[Choice]]]:
    """What one can compare: now, the fixed versions, the ends of days; and what was chosen besides these."""
    versions = [Choice(row.key, f"Versie {row.version.number}") for row in timeline.versions]
    days = [Choice(row.after, f"Eind van {long_date(row.day)}") for row in timeline.stretches[:MOST_DAYS]]
    known = {NOW, *(one.key for one in (*versions, *days))}
    others = {one.key: Choice(one.key, one.name.capitalize()) for one in chosen if one.key not in known}
    groups = [
        ("", [Choice(NOW, "Nu")]),
        ("Vastgelegd", versions),
        ("Dagen waarop eraan gewerkt is", days),
        ("Een ander moment", list(others.values())),
    ]
    return [(name, group) for name, group in groups if group]
