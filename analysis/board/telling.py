"""What the analysis tells of an earlier case, beside the new one of who came back."""

from collections.abc import Iterable

from cases.casefile.models import Case
from cases.followup.earlier.telling import Told
from expertteam.access.person import Person

from .models import Analysis


def told_of_analysis(person: Person, case: Case) -> Iterable[Told]:
    """The explanation and the advice of that case, for who may read analyses; three queries at most."""
    if "analysis.read" not in case.rights:
        return
    analysis = Analysis.objects.filter(case=case).first()
    if analysis:
        yield Told("Onze verklaring toen", [one.text for one in analysis.explanations.all()])
        yield Told("Ons advies toen", [one.text for one in analysis.advices.all()])
