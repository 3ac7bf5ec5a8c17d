"""Who is writing on the board, and the board in words."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from . import lease
from .pages import Desk


@case_page("analysis.read", shows=False)
def state(request: PersonRequest, case: Case) -> HttpResponse:
    """Who is writing and which version stands: the page asks this every few seconds. Holds no texts of the case."""
    desk = Desk(request, case)
    return render(request, "analysis/board/state.html", desk.context())


@require_POST
@case_page("analysis.change", shows=False)
def write(request: PersonRequest, case: Case) -> HttpResponse:
    """Begin to write or go on (POST), take over (`overnemen`), or stop (`klaar`)."""
    desk = Desk(request, case)
    analysis, status = desk.analysis, 200
    try:
        if "klaar" in request.POST:
            lease.release(by=request.person, analysis=analysis)
            analysis.editor = None
        else:
            lease.take(by=request.person, analysis=analysis, over="overnemen" in request.POST)
    except lease.LeaseTaken as taken:
        status = 409
        if not request.htmx:
            messages.warning(request, f"{taken.name} schrijft nu; je kunt meelezen.")
    if request.htmx:
        return render(request, "analysis/board/state.html", desk.context(), status=status)
    return HttpResponseRedirect(reverse("analysis:board", args=[case.number]))


@case_page("analysis.read", event="analysis.read")
def text_list(request: PersonRequest, case: Case) -> HttpResponse:
    """All cards, links and rings in words: for who cannot see the picture, and for paper."""
    desk = Desk(request, case)
    context = {**desk.context(), "board": desk.board, "tabs": tabs_for(case, "analysis:board")}
    return render(request, "analysis/board/list.html", context)
