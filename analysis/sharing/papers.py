"""On paper: a letter with the link and the code, one with the code alone, and the analysis with a form to fill in."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET, require_POST

from analysis.versions.content import reading_of
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from cases.consent.queries import ConsentMissing
from cases.consent.rules import YOUNG_PERSON
from cases.outside.tokens import is_code
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record
from expertteam.jobs.models import JobFailed
from expertteam.mail.kinds import absolute
from expertteam.pdf.maker import make_pdf

from .actions import missing_with
from .asking import CannotAsk, make_letter, open_link
from .asking_views import back, the_asking
from .models import Asking
from .parts import groups_of
from .party_views import is_family
from .views import RIGHT, TAB


@require_POST
@case_page(RIGHT)
def letter(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """A letter with an address one can type over, and the code on a page of its own; both are in this file only."""
    asking = the_asking(case, pk)
    try:
        made = make_letter(by=request.person, asking=asking)
    except (CannotAsk, ConsentMissing) as why:
        messages.error(request, str(why))
        return back(case)
    until = made.link.expires_at
    more = {"address": absolute(made.path), "code": spaced(made.code), "until": until}
    return file_of(request, case, asking, "letter_pdf", "brief", **more)


@require_POST
@case_page(RIGHT)
def code_letter(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The code that was just shown (POST `code`) as a letter; of a code that is not the one of now nothing is made."""
    asking = the_asking(case, pk)
    code = request.POST.get("code", "")
    try:
        link = open_link(asking)
    except (CannotAsk, ConsentMissing) as why:
        messages.error(request, str(why))
        return back(case)
    if not is_code(code, link.code_hash):
        messages.error(request, "Deze code geldt niet meer. Geef een nieuwe code.")
        return back(case)
    record(request.person, "sharing.code_letter_made", case_number=case.number)
    return file_of(request, case, asking, "code_pdf", "code", code=spaced(code), until=link.expires_at)


@require_GET
@case_page(RIGHT)
def paper(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The version to read on paper, with a form to answer on; for who wants no screen."""
    asking = the_asking(case, pk)
    if asking.withdrawn_at or missing_with(case, asking.participant):
        messages.error(request, f"Dit mag nu niet aan {asking.participant.name} gegeven worden.")
        return back(case)
    record(
        request.person,
        "sharing.paper_made",
        case_number=case.number,
        details={"version": asking.version.number},
    )
    more = {
        "reading": reading_of(asking.version, full=not is_family(asking)),
        "groups": groups_of(asking.version.content),
    }
    return file_of(request, case, asking, "paper_pdf", "formulier", **more)


def spaced(code: str) -> str:
    """A code in two groups, as one reads it out."""
    return f"{code[:3]} {code[3:]}"


def file_of(
    request: PersonRequest, case: Case, asking: Asking, template: str, name: str, **more: Any
) -> HttpResponse:
    """The file, in the language of the party. Its name holds the number only, and no browser or proxy keeps it."""
    context = {
        "case": case, "asking": asking, "party": asking.participant, "day": timezone.localdate(),
        "is_own": asking.participant.role == YOUNG_PERSON, "name": case.young_person.first_name, **more,
    }  # fmt: skip
    try:
        with translation.override(asking.language):
            title = f"{name.capitalize()} {case.number}"
            pdf = make_pdf(f"analysis/sharing/{template}.html", context, title=title)
    except JobFailed as failed:
        context = {"case": case, "tabs": tabs_for(case, TAB), "why": str(failed)}
        return render(request, "cases/consent/no_form.html", context, status=503)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}-{case.number}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, no_store=True, private=True)
    return response
