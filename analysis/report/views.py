"""Advice reports of a case: choose an edition, see it, have it made, follow the work, fetch the file."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET, require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from cases.consent.queries import ConsentMissing
from cases.consent.sharing import sharing_of
from cases.consent.stopping import to_consent
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record
from expertteam.jobs.models import JobStatus

from .actions import request_report, try_again
from .content import NothingToReport, content_of
from .models import AdviceReport, Edition
from .queries import editions_of, reports_of
from .shown import shown, shown_content

PATIENCE = timedelta(seconds=10)
TAB = "analysis:reports"
STOPPED = "Er kan nog geen rapport gemaakt worden."
NOTHING = "Er is nog geen analyse, dus er is nog niets te melden. Begin bij de analyse."


@require_GET
@case_page("report.read", event="report.listed")
def reports(request: PersonRequest, case: Case) -> HttpResponse:
    """The two editions with what will be in them, and every report that was issued."""
    context = {**around(case), "editions": editions_of(case), "reports": reports_of(case)}
    return render(request, "analysis/report/reports.html", context)


@require_GET
@case_page("report.read", event="report.previewed")
def preview(request: PersonRequest, case: Case, edition: str) -> HttpResponse:
    """A report as it would be now; nothing is kept."""
    if edition not in Edition.values:
        raise Http404
    try:
        content = shown_content(content_of(case, Edition(edition)))
    except NothingToReport:
        messages.warning(request, NOTHING)
        return HttpResponseRedirect(reports_url(case))
    context = {**content, "edition": Edition(edition), **around(case)}
    return render(request, "analysis/report/preview.html", context)


def around(case: Case) -> dict[str, Any]:
    """What every page of this room needs."""
    return {
        "case": case,
        "tabs": tabs_for(case, TAB),
        "may_ask": "report.create" in case.rights,
        "reports_url": reports_url(case),
        "sharing": sharing_of(case),
    }


def reports_url(case: Case) -> str:
    """The page with all reports of a case."""
    return reverse(TAB, args=[case.number])


@require_POST
@case_page("report.create")
def ask(request: PersonRequest, case: Case) -> HttpResponse:
    """Have a report made (POST `voor`); the same content again leads to the report that is there."""
    edition = request.POST.get("voor", "")
    if edition not in Edition.values:
        messages.error(request, "Kies voor wie het rapport is.")
        return HttpResponseRedirect(reports_url(case))
    try:
        report, new = request_report(by=request.person, case=case, edition=Edition(edition))
    except NothingToReport:
        messages.warning(request, NOTHING)
        return HttpResponseRedirect(reports_url(case))
    except ConsentMissing as stopped:
        return to_consent(request, case, stopped, STOPPED)
    if not new and report.status == JobStatus.DONE:
        messages.info(request, f"Er is niets veranderd sinds rapport {report.number}. Dit is dat rapport.")
    return HttpResponseRedirect(reverse("analysis:report", args=[case.number, report.number]))


def the_report(case: Case, number: int) -> AdviceReport:
    """The report with this number; 404 when this case has none."""
    report = get_object_or_404(AdviceReport.objects.light(), case=case, number=number)
    report.case = case
    return report


@require_GET
@case_page("report.read", shows=False)
def report(request: PersonRequest, case: Case, report: int) -> HttpResponse:
    """How far a report is, and then the report; only the part that follows the work when htmx asks."""
    found = the_report(case, report)
    context = {**around(case), "report": found, "is_slow": is_slow(found)}
    if request.htmx:
        response = render(request, "analysis/report/state.html", context)
        if not found.is_active:
            response["HX-Refresh"] = "true"
        return response
    record(request.person, "report.read", case_number=case.number, details={"number": found.number})
    context |= {"report_name": f"Rapport {found.number}"}
    return render(request, "analysis/report/report.html", {**shown(found), **context})


def is_slow(report: AdviceReport) -> bool:
    """Whether it waits longer for a free worker than people are used to."""
    return report.status == JobStatus.QUEUED and timezone.now() - report.queued_at > PATIENCE


@require_POST
@case_page("report.create")
def again(request: PersonRequest, case: Case, report: int) -> HttpResponse:
    """Try a failed report again; a double click does nothing more."""
    try:
        try_again(by=request.person, report=the_report(case, report))
    except ConsentMissing as stopped:
        return to_consent(request, case, stopped, STOPPED)
    return HttpResponseRedirect(reverse("analysis:report", args=[case.number, report]))


@require_GET
@case_page("report.read")
def pdf(request: PersonRequest, case: Case, report: int) -> HttpResponse:
    """The file. Its name holds numbers only, and no browser or proxy keeps it."""
    found = the_report(case, report)
    if found.status != JobStatus.DONE:
        raise Http404
    record(request.person, "report.downloaded", case_number=case.number, details={"number": found.number})
    response = HttpResponse(bytes(found.pdf or b""), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{found.file_name}"'
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, no_store=True, private=True)
    return response
