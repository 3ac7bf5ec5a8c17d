"""The board in words."""

from django.http import HttpResponse
from django.shortcuts import render

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .pages import Desk


@case_page("analysis.read", event="analysis.read")
def text_list(request: PersonRequest, case: Case) -> HttpResponse:
    """All cards, links and rings in words: for who cannot see the picture, and for paper."""
    desk = Desk(request, case)
    context = {**desk.context(), "board": desk.board, "tabs": tabs_for(case, "analysis:board")}
    return render(request, "analysis/board/list.html", context)
