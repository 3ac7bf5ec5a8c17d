"""What the demo adds to a board: an explanation that competes, what would test them, and who sees it differently."""

from typing import Any

from analysis.board.actions import add_explanation, analysis_of, change_explanation
from analysis.board.dissenting import add_dissent
from cases.casefile.models import Case
from expertteam.access.person import Person


def compare(by: Person, case: Case, wish: dict[str, Any]) -> None:
    """`toets` goes with the explanation of the file, `tweede` is another, `anders` who sees the first differently."""
    analysis = analysis_of(case)
    first = analysis.explanations.first()
    if first is None or not wish:
        return
    change_explanation(by=by, explanation=first, test=wish["toets"])
    other = wish["tweede"]
    add_explanation(
        by=by, analysis=analysis, text=other["tekst"], certainty=other["zekerheid"], test=other["toets"]
    )
    for one in wish["anders"]:
        add_dissent(by=by, analysis=analysis, explanation=first, said_by=one["wie"], text=one["tekst"])
