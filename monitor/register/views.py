"""Bringing in a register: upload, see what was understood, agree, follow, done."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from expertteam.access.guards import PersonRequest, page

from . import intake
from .forms import RegisterUploadForm
from .models import RegisterImport
from .queries import read

RULE = "register.import"


def own_register(request: PersonRequest, token: UUID) -> RegisterImport:
    """A register of the person's own team, without loading the workbook; 404 otherwise."""
    jobs = (
        RegisterImport.objects.filter(team=request.person.team)
        .select_related("requested_by")
        .defer("workbook")
    )
    return get_object_or_404(jobs, token=token)


@page(RULE)
def registers(request: PersonRequest) -> HttpResponse:
    """Upload a workbook, and the ones brought in before."""
    form = RegisterUploadForm(request.POST or None, request.FILES or None)
    reading = None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["workbook"].read()
        reading = read(data)
        if reading.is_good:
            job = intake.keep_for_agreement(by=request.person, data=data, reading=reading)
            return redirect("monitor:register", token=job.token)
    earlier = (
        RegisterImport.objects.filter(team=request.person.team)
        .select_related("requested_by")
        .defer("workbook")
    )
    context = {
        "form": form,
        "reading": reading,
        "earlier": Paginator(earlier, 20).get_page(request.GET.get("pagina")),
    }
    refused = request.method == "POST"
    return render(request, "monitor/register/registers.html", context, status=422 if refused else 200)


@page(RULE)
def register(request: PersonRequest, token: UUID) -> HttpResponse:
    """One register: what was understood, how far it is, or how it ended."""
    return render(request, "monitor/register/register.html", {"job": own_register(request, token)})


@page(RULE)
def progress(request: PersonRequest, token: UUID) -> HttpResponse:
    """The part of the page that follows the work."""
    return render(request, "monitor/register/_state.html", {"job": own_register(request, token)})


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
    """Throw away a register that was not taken over."""
    intake.discard(by=request.person, job=own_register(request, token))
    messages.success(request, "Het ingelezen register is weggegooid. Er is niets overgenomen.")
    return redirect("monitor:registers")
