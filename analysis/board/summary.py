"""What the analysis gives to the summary of a case: why it stays as it is, and what is advised."""

from analysis.board.models import Analysis
from cases.casefile.models import Case
from cases.choices.queries import label


def explained(case: Case) -> str:
    """Every explanation with how sure people are of it; two queries."""
    analysis = Analysis.objects.filter(case=case).first()
    found = analysis.explanations.all() if analysis else []
    return "\n".join(f"- {one.text} ({label('zekerheid', one.certainty).lower()})" for one in found)


def advised(case: Case) -> str:
    """Every advice with who takes it up; two queries."""
    analysis = Analysis.objects.filter(case=case).first()
    found = analysis.advices.all() if analysis else []
    return "\n".join(f"- {one.text}{f' ({one.owner_name})' if one.owner_name else ''}" for one in found)
