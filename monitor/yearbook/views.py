"""The monitor of a year: the page, and its files."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record
from expertteam.jobs.models import JobStatus
from monitor.figures import figures_of

from .actions import content_of, fingerprint_of, request_file
from .converters import FIRST_YEAR
from .models import Kind, YearFile
from .presentation import chapters_of
from .queries import newest_files, without_consent, years_of

RULE = "monitor.read"
CONTENT_TYPES = {
    Kind.PDF: ("application/pdf", "pdf"),
    Kind.WORKBOOK: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
}


@page(RULE)
def years(request: PersonRequest) -> HttpResponse:
    """The years there are figures of."""
    context = {
        "years": years_of(request.person.team),
        "running": timezone.localdate().year,
        "may_import": request.person.may("register.import"),
    }
    return render(request, "monitor/yearbook/years.html", context)


@page(RULE)
def year(request: PersonRequest, year: int) -> HttpResponse:
    """Every figure of one year with the year before beside it; a year without cases says so."""
    this, last = figures_of(request.person.team, year)
    record(request.person, "monitor.read", details={"year": year})
    today = timezone.localdate()
    context = {
        "this": this,
        "last": last,
        "chapters": chapters_of(this, last) if this.total else [],
        "files": newest_files(request.person.team, year, fingerprint_of(content_of(this, last))),
        "without_consent": without_consent(request.person.team, year),
        "sees_cases": request.person.may("case.list"),
        "is_running": year == today.year,
        "previous_year": year - 1 if year > FIRST_YEAR else None,
        "next_year": year + 1 if year < today.year else None,
    }
    return render(request, "monitor/yearbook/year.html", context)


@require_POST
@page(RULE)
def make(request: PersonRequest, year: int) -> HttpResponse:
    """Ask for the PDF or the workbook; asking twice gives one."""
    if request.POST.get("soort") not in Kind.values:
        raise Http404
    file = request_file(by=request.person, year=year, kind=Kind(request.POST["soort"]))
    return redirect("monitor:year_file", token=file.token)


def own_file(request: PersonRequest, token: UUID) -> YearFile:
    """A file of the person's own team; 404 otherwise."""
    files = (
        YearFile.objects.filter(team=request.person.team)
        .select_related("requested_by")
        .defer("file", "content")
    )
    return get_object_or_404(files, token=token)


@page(RULE)
def year_file(request: PersonRequest, token: UUID) -> HttpResponse:
    """How far a file is, and then the file; the part that follows the work when htmx asks.

    What is no longer being made changes more than that part: the whole page is read again.
    """
    file = own_file(request, token)
    if not request.htmx:
        return render(request, "monitor/yearbook/file.html", {"file": file})
    response = render(request, "monitor/yearbook/_file.html", {"file": file})
    if not file.is_active:
        response["HX-Refresh"] = "true"
    return response


@page(RULE)
def download(request: PersonRequest, token: UUID) -> HttpResponse:
    """The file itself; its name tells the year and nothing else."""
    file = own_file(request, token)
    if file.status != JobStatus.DONE:
        raise Http404
    record(request.person, "monitor.downloaded", details={"year": file.year, "kind": file.kind})
    content_type, extension = CONTENT_TYPES[Kind(file.kind)]
    response = HttpResponse(bytes(file.file or b""), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="monitor-{file.year}.{extension}"'
    return response
