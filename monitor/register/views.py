"""Bringing in a register: upload, see what was understood, agree, follow, done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record
from expertteam.jobs.models import JobStatus

from . import intake
from .forms import RegisterUploadForm
from .models import RegisterImport
from .queries import read
from .reading import Reading

RULE = "register.import"
MOST_PROBLEMS = 200


def team_registers(request: PersonRequest) -> QuerySet[RegisterImport]:
    """The registers of the person's own team, without their workbooks."""
    own = RegisterImport.objects.filter(team=request.person.team)
    return own.select_related("requested_by").defer("workbook")


def own_register(request: PersonRequest, token: UUID) -> RegisterImport:
    """A register of the person's own team; 404 otherwise."""
    return get_object_or_404(team_registers(request), token=token)


def problems_of(reading: Reading | None) -> dict[str, Any]:
    """What is wrong with the file as a whole, and with its rows as far as one wants to read on a page."""
    problems = reading.problems if reading else ()
    about_rows = [problem for problem in problems if problem.row or problem.column]
    return {
        "about_file": [problem for problem in problems if not (problem.row or problem.column)],
        "about_rows": about_rows[:MOST_PROBLEMS],
        "more_problems": max(0, len(about_rows) - MOST_PROBLEMS),
    }


@page(RULE)
def registers(request: PersonRequest) -> HttpResponse:
    """Upload a workbook, and the ones brought in before."""
    sent = request.method == "POST"
    form = RegisterUploadForm(request.POST, request.FILES) if sent else RegisterUploadForm()
    reading = None
    if sent and form.is_valid():
        file = form.cleaned_data["workbook"]
        data = file.read()
        reading = read(data)
        if reading.is_good:
            job = intake.keep_for_agreement(by=request.person, data=data, reading=reading, name=file.name)
            return redirect("monitor:register", token=job.token)
    earlier = Paginator(team_registers(request), 20).get_page(request.GET.get("pagina"))
    context = {"form": form, "reading": reading, "earlier": earlier, **problems_of(reading)}
    return render(request, "monitor/register/registers.html", context, status=422 if sent else 200)


@page(RULE)
def register(request: PersonRequest, token: UUID) -> HttpResponse:
    """One register: what was understood, how far it is, or how it ended."""
    return shown(request, "register.html", own_register(request, token))


@page(RULE)
def progress(request: PersonRequest, token: UUID) -> HttpResponse:
    """The part of the page that follows the work."""
    return shown(request, "_state.html", own_register(request, token))


def shown(request: PersonRequest, template: str, job: RegisterImport) -> HttpResponse:
    """Until somebody agrees this shows cases: what they are now beside what the register says. That is traced."""
    if job.status == JobStatus.PREPARED:
        for different in job.summary.get("different", []):
            record(request.person, "register.previewed", case_number=different["number"])
    return render(request, f"monitor/register/{template}", {"job": job})


@require_POST
@page(RULE)
def accept(request: PersonRequest, token: UUID) -> HttpResponse:
    """Agree: write it, overwriting only the differences that were ticked."""
    job = own_register(request, token)
    intake.agree(by=request.person, job=job, overwrite=request.POST.getlist("overschrijven"))
    return redirect("monitor:register", token=token)


@require_POST
@page(RULE)
def retry(request: PersonRequest, token: UUID) -> HttpResponse:
    """Try a failed register again."""
    intake.try_again(job=own_register(request, token))
    return redirect("monitor:register", token=token)


@require_POST
@page(RULE)
def discard(request: PersonRequest, token: UUID) -> HttpResponse:
    """Throw away a register that was not taken over; a double click finds it gone, and that is fine."""
    job = team_registers(request).filter(token=token).first()
    if job is None:
        return redirect("monitor:registers")
    if not intake.discard(by=request.person, job=job):
        messages.warning(request, "Dit register wordt al overgenomen of is al overgenomen.")
        return redirect("monitor:register", token=token)
    messages.success(request, "Het ingelezen register is weggegooid. Er is niets overgenomen.")
    return redirect("monitor:registers")
