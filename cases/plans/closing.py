"""What of the plans is still open when a case is closed."""

from collections.abc import Iterable

from django.urls import reverse

from cases.casefile.models import Case
from cases.process.closing import OpenEnd

from .models import FuturePlanStep, StepStatus


def open_plans(case: Case) -> Iterable[OpenEnd]:
    """Steps of the toekomstplan, maatwerk without an end, dilemmas not chosen or looked back on, explanations owed."""
    steps = FuturePlanStep.objects.filter(plan__case=case, status=StepStatus.OPEN)
    open_steps = steps.count()
    if open_steps:
        left = "1 stap" if open_steps == 1 else f"{open_steps} stappen"
        url = f"{reverse('cases:future_plan', args=[case.number])}#overdragen"
        yield OpenEnd("toekomstplan", f"Nog {left} open: rond ze af of draag ze over", url)
    for solution in case.tailored_solutions.all():
        if solution.ends_on is None or not solution.way_back:
            text = f"{solution.wish}: spreek af tot wanneer, en wat de weg terug is"
            yield OpenEnd("maatwerk", text, reverse("cases:solution", args=[case.number, solution.pk]))
    for dilemma in case.dilemmas.filter(looked_back_on=None):
        url = reverse("cases:dilemma", args=[case.number, dilemma.pk])
        yield OpenEnd("dilemma", dilemma.question, url)
    for asked in case.advice_explanations.filter(explained_on=None):
        url = reverse("cases:explanation", args=[case.number, asked.pk])
        yield OpenEnd("uitleg", f"{asked.asked_by} vroeg om uitleg", url)
