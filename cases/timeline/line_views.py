"""Adding by the line: one, with what was understood and a way back; or many at once, pasted."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest

from .actions import add_event, add_events, take_back
from .forms import LineForm
from .just_added import just_added, remember_added
from .pasting import Pasted, TooMany, lines_of, read_all, read_one
from .shown import as_line
from .views import TAB, around, timeline_page


@case_page("timeline.change")
@require_POST
def add_line(request: PersonRequest, case: Case) -> HttpResponse:
    """Add the event of one line; the next page says what was understood."""
    form = LineForm(request.POST, case=case)
    if not form.is_valid():
        return timeline_page(request, case, line=form)
    event, created = add_event(by=request.person, case=case, data=form.read.data)
    if created:
        remember_added(request, case, [event.pk])
    elif event.pk not in just_added(request, case):
        messages.info(request, "Dit stond al op de tijdlijn.")
    return redirect(TAB, case.number)


@case_page("timeline.change")
@require_POST
def understood(request: PersonRequest, case: Case) -> HttpResponse:
    """What would be understood of a line, while somebody types; nothing is kept."""
    line = request.POST.get("line", "").strip()
    return render(request, "cases/timeline/understood.html", {"read": read_one(case, line) if line else None})


@case_page("timeline.change")
@require_POST
def undo(request: PersonRequest, case: Case) -> HttpResponse:
    """Take back what was just added; one line comes back in its field, to be written better."""
    pks = [int(pk) for pk in request.POST.getlist("event")[:500] if pk.isdecimal() and len(pk) < 19]
    events = list(case.timeline.filter(pk__in=pks))
    line = as_line(events[0]) if len(events) == 1 else ""
    count = take_back(by=request.person, case=case, pks=pks)
    if count:
        what = "De gebeurtenis is" if count == 1 else f"{count} gebeurtenissen zijn"
        messages.success(request, f"{what} weer van de tijdlijn.")
    return timeline_page(request, case, line=LineForm(initial={"line": line}, case=case, writing_on=True))


@case_page("timeline.change")
def paste(request: PersonRequest, case: Case) -> HttpResponse:
    """Paste many lines, see what is understood of each, and put them on the timeline in one go."""
    if request.method != "POST":
        return paste_page(request, case)
    text = request.POST.get("text", "")
    try:
        lines = lines_of("\n".join([*text.splitlines(), *request.POST.getlist("line")]))
    except TooMany as error:
        return paste_page(request, case, text=text, error=str(error))
    if not lines:
        return paste_page(request, case, error="Plak hier eerst een of meer regels, elk met wanneer het was.")
    read = read_all(case, lines)
    if "save" not in request.POST or any(one.error for one in read):
        return read_page(request, case, read, wrong="save" in request.POST)
    return save_lines(request, case, read)


def paste_page(request: PersonRequest, case: Case, *, text: str = "", error: str = "") -> HttpResponse:
    """The empty field, or the field with what was pasted and what is wrong with it."""
    context = {**around(case), "text": text, "error": error}
    return render(request, "cases/timeline/paste.html", context, status=422 if error else 200)


def read_page(request: PersonRequest, case: Case, read: list[Pasted], *, wrong: bool) -> HttpResponse:
    """Every line in a field of its own, with what was understood under it."""
    unread = sum(1 for one in read if one.error)
    new = sum(1 for one in read if one.data and not one.is_known)
    context: dict[str, Any] = {
        **around(case),
        "read": read,
        "unread": unread,
        "new": new,
        "wrong": wrong and unread,
    }
    return render(request, "cases/timeline/pasted.html", context, status=422 if context["wrong"] else 200)


def save_lines(request: PersonRequest, case: Case, read: list[Pasted]) -> HttpResponse:
    """Put all of them on the timeline; what is there already stays once."""
    added = add_events(by=request.person, case=case, events=[one.data for one in read if one.data])
    if added:
        remember_added(request, case, [event.pk for event in added])
    else:
        messages.info(request, "Deze regels stonden al op de tijdlijn. Er is niets bij gekomen.")
    return redirect(TAB, case.number)
