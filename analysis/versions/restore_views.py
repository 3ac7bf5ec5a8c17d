"""Bringing back: first what will change, then the button that does it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from analysis.board.attempts import REFUSALS, why_not
from analysis.board.models import Analysis
from analysis.board.parts import Kind
from analysis.board.queries import board_of
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.choices.queries import label
from expertteam.access.guards import PersonRequest

from .comparing import Compared
from .content import state_of
from .pages import TAB, analysis_and_stand, around
from .plans import PartPlan, plan_part
from .restoring import Moved, NotThere, bring_back_all, bring_back_part
from .stands import Stand, now_of
from .timeline import busy_now, timeline_of
from .writers import SHOWN

THIS = {"kaartje": "Dit", "advies": "Dit"}
MOVED = "Intussen is er iets veranderd. Er is nog niets teruggezet: kijk opnieuw wat er gaat veranderen."
BACK = (
    "De analyse is weer zoals die was: {name}. Wat er stond, is bewaard als de versie die nu bovenaan staat."
)


@case_page("analysis.change", event="version.restore_read")
def restore_all(request: PersonRequest, case: Case) -> HttpResponse:
    """What changes when the whole analysis becomes as it was (GET `van`); POST `van` and `gezien` does it."""
    key = asked(request)
    if not key:
        return HttpResponseRedirect(reverse(TAB, args=[case.number]))
    analysis, stand = analysis_and_stand(case, key)
    if stand.is_now:
        raise Http404
    if request.method != "POST":
        return show_all(request, case, analysis, stand)
    try:
        done = bring_back_all(by=request.person, analysis=analysis, stand=stand, seen=seen_in(request))
    except Moved:
        return show_all(request, case, analysis, stand, MOVED)
    except REFUSALS as error:
        return show_all(request, case, analysis, stand, why_not(error))
    if done:
        messages.success(request, BACK.format(name=stand.name))
    else:
        messages.info(request, "De analyse was al zo. Er is niets veranderd.")
    return HttpResponseRedirect(reverse(TAB, args=[case.number]))


def show_all(
    request: PersonRequest, case: Case, analysis: Analysis, stand: Stand, problem: str = ""
) -> HttpResponse:
    """What will change, from now to then."""
    analysis.refresh_from_db()
    timeline = timeline_of(analysis)
    context = {
        **around(case, analysis),
        "stand": stand,
        "compared": Compared(now_of(case, analysis), stand, timeline),
        "busy": busy_now(timeline, request.user),
        "problem": problem,
    }
    return render(request, "analysis/versions/restore.html", context, status=409 if problem else 200)


@case_page("analysis.change", event="version.restore_read")
def restore_part(request: PersonRequest, case: Case, piece: Kind, pk: int) -> HttpResponse:
    """What changes when one piece becomes as it was (GET `van`); POST `van` and `gezien` does it."""
    key = asked(request)
    if not key:
        return HttpResponseRedirect(reverse("analysis:version_piece", args=[case.number, piece, pk]))
    analysis, stand = analysis_and_stand(case, key)
    if stand.is_now or piece.slug not in SHOWN:
        raise Http404
    if request.method != "POST":
        return show_part(request, case, analysis, piece, pk, stand)
    try:
        plan = bring_back_part(
            by=request.person, analysis=analysis, piece=piece.slug, pk=pk, stand=stand, seen=seen_in(request)
        )
    except NotThere as error:
        raise Http404 from error
    except Moved:
        return show_part(request, case, analysis, piece, pk, stand, MOVED)
    except REFUSALS as error:
        return show_part(request, case, analysis, piece, pk, stand, why_not(error))
    said = f"{piece.name} stond er al zo." if plan.changes_nothing else f"{piece.name} teruggezet."
    messages.success(request, said)
    where = reverse("analysis:board", args=[case.number])
    return HttpResponseRedirect(f"{where}#{piece.key(pk)}")


def show_part(
    request: PersonRequest, case: Case, analysis: Analysis, piece: Kind, pk: int, stand: Stand, problem: str = ""
) -> HttpResponse:  # fmt: skip
    """What will change of this piece; 404 when it was not there then."""
    rows: Any = piece.model._default_manager
    part = rows.filter(pk=pk, analysis=analysis).first()
    plan: PartPlan | None = plan_part(state_of(board_of(case, analysis)), stand.state, piece.slug, pk, label)
    if plan is None:
        raise Http404
    context = {
        **around(case, analysis),
        "stand": stand,
        "plan": plan,
        "kind": piece,
        "this": f"{THIS.get(piece.slug, 'Deze')} {piece.name.lower()}",
        "pk": pk,
        "seen": part.version if part else 0,
        "problem": problem,
    }
    return render(request, "analysis/versions/restore_part.html", context, status=409 if problem else 200)


def asked(request: PersonRequest) -> str:
    """The key of the stand from which something is brought back; empty when none was said."""
    return (request.POST if request.method == "POST" else request.GET).get("van", "")


def seen_in(request: PersonRequest) -> int:
    """The version this person saw; a form without one cannot have seen anything."""
    text = request.POST.get("gezien", "")
    return int(text) if text.isdecimal() and len(text) < 10 else -1
