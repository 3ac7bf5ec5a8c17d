"""The analysis on the overview of a case: why it stays as it is, what is advised, and whether it is shared."""

from typing import Any

from analysis.sharing.queries import shared_of
from analysis.versions.queries import on_purpose
from cases.casefile.models import Case
from expertteam.access.person import Person

from .models import Analysis
from .queries import AdviceRow, ExplanationRow


def section_of(person: Person, case: Case) -> dict[str, Any] | None:
    """What the overview shows; None for who may only read while there is nothing. At most six queries."""
    analysis = Analysis.objects.filter(case=case).first()
    explanations = [ExplanationRow(one) for one in analysis.explanations.all()] if analysis else []
    advices = [AdviceRow(one, []) for one in analysis.advices.all()] if analysis else []
    if analysis is None or not (explanations or advices):
        return {"may_begin": True} if "analysis.change" in case.rights and case.is_open else None
    shared, version = shared_of(case, analysis), on_purpose(analysis).light().first()
    return {"explanations": explanations, "advices": advices, "shared": shared, "version": version}
