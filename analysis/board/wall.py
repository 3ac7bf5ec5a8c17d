"""The board for a big screen in the room: nothing to press, large, and it follows what everybody does."""

from django.http import HttpResponse
from django.shortcuts import render

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest

from .pages import Desk

VIEWS = {"beeld": "Beeld", "kaartjes": "Kaartjes", "verklaring": "Verklaring"}


@case_page("analysis.read", event="analysis.read")
def wall(request: PersonRequest, case: Case) -> HttpResponse:
    """The picture with its rings, the cards, or the explanation with the advice (GET `toon`); also for A3 paper."""
    wanted = request.GET.get("toon", "")
    shown = wanted if wanted in VIEWS else "beeld"
    desk = Desk(request, case)
    context = {"case": case, "desk": desk, "board": desk.board, "shown": shown, "views": VIEWS.items()}
    return render(request, "analysis/board/wall.html", {**context, "may_write": False})
