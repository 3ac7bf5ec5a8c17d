"""Pages of a tailored solution."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import RUNNING, begins
from cases.casefile.tabs import tabs_for
from cases.plans.models import TailoredSolution
from expertteam.access.guards import PersonRequest

from .actions import add_solution, change_solution, remove_solution
from .forms import SolutionForm

TAB = "cases:plans"


def form_page(
    request: PersonRequest, case: Case, form: SolutionForm, solution: TailoredSolution | None = None
) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "solution": solution}
    return render(request, "cases/plans/solution.html", context, status=422 if form.errors else 200)


def sent(request: PersonRequest) -> object:
    return request.POST if request.method == "POST" else None


@case_page("plans.change", event="plans.read")
@begins(TAB, RUNNING)
def new(request: PersonRequest, case: Case) -> HttpResponse:
    """Begin a tailored solution."""
    form = SolutionForm(sent(request), name=case.young_person.first_name)
    if not form.is_valid():
        return form_page(request, case, form)
    add_solution(by=request.person, case=case, data=form.data_given(), funds=form.funds_given())
    messages.success(request, "De maatwerkoplossing staat bij de plannen.")
    return redirect(TAB, case.number)


@case_page("plans.change", event="plans.read")
def change(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change a tailored solution."""
    solution = get_object_or_404(case.tailored_solutions, pk=pk)
    form = SolutionForm(sent(request), name=case.young_person.first_name, solution=solution)
    if not form.is_valid():
        return form_page(request, case, form, solution)
    change_solution(by=request.person, solution=solution, data=form.data_given(), funds=form.funds_given())
    messages.success(request, "De maatwerkoplossing is bewaard.")
    return redirect(TAB, case.number)


@case_page("plans.change")
@require_POST
def remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take one away; asking twice is harmless."""
    solution = case.tailored_solutions.select_related("case").filter(pk=pk).first()
    if solution:
        remove_solution(by=request.person, solution=solution)
        messages.success(request, "De maatwerkoplossing is weggehaald.")
    return redirect(TAB, case.number)
