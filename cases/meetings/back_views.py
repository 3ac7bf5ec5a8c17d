"""Looking back on a conversation: a member on their own screen, a guest with a link; and the minutes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from cases.outside.guard import outside_page
from cases.outside.models import OutsideLink
from cases.outside.pages import outside_render
from expertteam.access.guards import PersonRequest, refuse
from expertteam.audit.actions import record
from expertteam.jobs.models import JobStatus

from .access import get_item
from .checkout import TooLate, look_back, look_back_by_link, may_answer
from .closing import make_minutes_again
from .forms import CheckOutForm
from .models import AgendaItem, Guest, ItemState
from .talk import CHECK_OUT
from .talk_models import CaseMinutes

TAB = "cases:case_meetings"
CLOSED_TO_ANSWERS = (
    "Je kunt dit niet meer wijzigen: de antwoorden staan al bij elkaar, of de week is voorbij."
)


@case_page("meeting.talk", event="talk.read")
def talk_back(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Three questions for a member who was there."""
    item = get_item(case, pk)
    if not item.presences.filter(user=request.person.user).exists():
        refuse(request.person, "meeting.talk", case_number=case.number)
    before = item.check_outs.filter(user=request.person.user).values("heard", "about", "words").first()
    form = CheckOutForm(request.POST if request.method == "POST" else None, initial=before or {})
    if not may_answer(item, request.person.user):
        messages.info(request, CLOSED_TO_ANSWERS)
        return redirect("cases:talk", case.number, pk)
    if form.is_valid():
        keep_answer(request, item, form)
        return redirect("cases:talk", case.number, pk)
    context = {"case": case, "tabs": tabs_for(case, TAB), "item": item, "form": form, "again": bool(before)}
    return render(request, "cases/meetings/check_out.html", context, status=422 if form.errors else 200)


def keep_answer(request: PersonRequest, item: AgendaItem, form: CheckOutForm) -> None:
    """Keep it, unless the answers of everybody came together in the meantime."""
    try:
        look_back(by=request.person, item=item, answer=form.answer())
    except TooLate:
        messages.info(request, CLOSED_TO_ANSWERS)
    else:
        messages.success(request, "Dank je wel. Je antwoord komt bij die van de anderen, zonder je naam.")


@outside_page(CHECK_OUT)
def talk_outside(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """Three questions for a guest; nothing of the case stands on it."""
    guests = Guest.objects.select_related("item").filter(case=link.case, pk=link.subject_id)
    guest = guests.filter(item__state=ItemState.DISCUSSED).first()
    if guest is None:
        return outside_render(request, link, "cases/outside/closed.html", {"why": "withdrawn"}, status=410)
    form = CheckOutForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        look_back_by_link(link=link, guest=guest, answer=form.answer())
        return outside_render(request, link, "cases/meetings/outside_thanks.html")
    status = 422 if form.errors else 200
    return outside_render(request, link, "cases/meetings/outside.html", {"form": form}, status=status)


def minutes_of(case: Case, pk: int) -> CaseMinutes:
    """The minutes of this item of this case, without the file; 404 when there are none."""
    return get_object_or_404(case.minutes.select_related("item__meeting").defer("pdf"), item=pk)


@require_GET
@case_page("meeting.talk", event="minutes.read")
def minutes(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The minutes to read, and how far the PDF is; only that when htmx asks."""
    found = minutes_of(case, pk)
    context = {"case": case, "tabs": tabs_for(case, TAB), "minutes": found, "item": found.item}
    if not request.htmx:
        return render(request, "cases/meetings/minutes.html", context)
    response = render(request, "cases/meetings/minutes_state.html", context)
    if not found.is_active:
        response["HX-Refresh"] = "true"
    return response


@case_page("meeting.lead")
@require_POST
def minutes_again(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Try again when the PDF could not be made."""
    found = minutes_of(case, pk)
    found.case = case
    make_minutes_again(by=request.person, minutes=found)
    return redirect("cases:minutes", case.number, pk)


@require_GET
@case_page("meeting.talk")
def minutes_pdf(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The file. Its name holds the number only."""
    found = get_object_or_404(case.minutes, item=pk, status=JobStatus.DONE)
    record(request.person, "minutes.downloaded", case_number=case.number)
    response = HttpResponse(bytes(found.pdf or b""), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="verslag-{case.number}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
