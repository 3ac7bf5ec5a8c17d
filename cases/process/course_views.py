"""Agreeing on a course, and who belongs to the core team."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import begins
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .course import course_of, courses_of, set_core_team, set_course
from .forms import CoreTeamForm, CourseForm

TAB = "cases:process"


@case_page("steering.change", event="process.read")
@begins(TAB)
def course(request: PersonRequest, case: Case) -> HttpResponse:
    """A new course, beginning with the one of now; earlier ones stay and stand beside it."""
    form = CourseForm(request.POST if request.method == "POST" else None, course=course_of(case))
    if form.is_valid():
        if set_course(by=request.person, case=case, data=form.course()):
            messages.success(request, "De koers ligt vast. Hij staat bovenaan de casus.")
        return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "courses": list(courses_of(case))}
    return render(request, "cases/process/course.html", context, status=422 if form.is_bound else 200)


@case_page("steering.change", event="process.read")
@begins(TAB)
def core_team(request: PersonRequest, case: Case) -> HttpResponse:
    """Choose the core team."""
    form = CoreTeamForm(request.POST if request.method == "POST" else None, case=case)
    if form.is_valid():
        participants, users = form.chosen("participants"), form.chosen("users")
        if set_core_team(by=request.person, case=case, participants=participants, users=users):
            messages.success(request, "Het kernteam is bewaard.")
        return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form}
    context["nobody_around"] = not form.fields["participants"].choices  # type: ignore[attr-defined]
    return render(request, "cases/process/core_team.html", context, status=422 if form.is_bound else 200)
