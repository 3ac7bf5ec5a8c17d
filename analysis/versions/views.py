"""The versions of an analysis: the list, reading one, comparing two, who wrote what."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from analysis.board.actions import analysis_of
from analysis.board.parts import Kind
from analysis.board.queries import board_of
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record

from .actions import NothingToFix, fix_version
from .comparing import compared
from .content import reading_of, reading_of_board, state_of
from .forms import FixForm
from .models import FixedVersion, Why
from .pages import TAB, analysis_and_stand, around, choices_of, stand_or
from .stands import NOW
from .timeline import timeline_of
from .wordings import wordings_of
from .writers import SHOWN, chapters_of, removed_of

EMPTY = "Er staat nog niets in de analyse, dus er is niets om vast te leggen."


@require_GET
@case_page("analysis.read", event="version.listed")
def versions(request: PersonRequest, case: Case) -> HttpResponse:
    """The fixed versions and the days in between, and whether something changed since the last one."""
    return show_versions(request, case, FixForm())


def show_versions(request: PersonRequest, case: Case, form: FixForm, status: int = 200) -> HttpResponse:
    """The list, with the form for fixing by hand."""
    analysis = analysis_of(case)
    timeline, state = timeline_of(analysis), state_of(board_of(case, analysis))
    last = timeline.versions[0].version if timeline.versions else None
    context = {
        **around(case, analysis),
        "timeline": timeline,
        "last": last,
        "is_same": last is not None and last.fingerprint == state.fingerprint,
        "is_empty": state.is_empty,
        "form": form,
    }
    return render(request, "analysis/versions/versions.html", context, status=status)


@require_POST
@case_page("analysis.change")
def fix(request: PersonRequest, case: Case) -> HttpResponse:
    """Fix what stands there now (POST `note`); nothing new when nothing changed."""
    form, analysis = FixForm(request.POST), analysis_of(case)
    if not form.is_valid():
        return show_versions(request, case, form, status=422)
    before = FixedVersion.objects.filter(analysis=analysis).count()
    try:
        made = fix_version(
            by=request.person, analysis=analysis, why=Why.BY_HAND, note=form.cleaned_data["note"]
        )
    except NothingToFix:
        messages.warning(request, EMPTY)
        return HttpResponseRedirect(reverse(TAB, args=[case.number]))
    if made.number > before:
        messages.success(request, f"Vastgelegd als versie {made.number}.")
    else:
        messages.info(request, f"Er is niets veranderd: dit staat al vast als versie {made.number}.")
    return HttpResponseRedirect(reverse(TAB, args=[case.number]))


@require_GET
@case_page("analysis.read", shows=False)
def version(request: PersonRequest, case: Case, version: int) -> HttpResponse:
    """A fixed version in plain language, as it was kept."""
    analysis = analysis_of(case)
    rows = FixedVersion.objects.select_related("fixed_by").prefetch_related("occasions__by")
    found = get_object_or_404(rows, analysis=analysis, number=version)
    record(request.person, "version.read", case_number=case.number, details={"version": found.number})
    last = FixedVersion.objects.filter(analysis=analysis).order_by("-number").values_list("number", flat=True)
    context = {
        **around(case, analysis), "version": found, "reading": reading_of(found), "key": f"v{found.number}",
        "name": f"Versie {found.number}", "last": last[0],
    }  # fmt: skip
    return render(request, "analysis/versions/version.html", context)


@require_GET
@case_page("analysis.read", event="version.past_read")
def past(request: PersonRequest, case: Case) -> HttpResponse:
    """The analysis as it stood at another moment (GET `stand`)."""
    if not request.GET.get("stand"):
        return HttpResponseRedirect(reverse(TAB, args=[case.number]))
    analysis, stand = analysis_and_stand(case, request.GET.get("stand", ""))
    if stand.version is not None:
        return HttpResponseRedirect(reverse("analysis:version", args=[case.number, stand.version.number]))
    context = {
        **around(case, analysis), "stand": stand, "reading": reading_of_board(stand.board, stand.state),
        "key": stand.key, "name": stand.name.capitalize(), "is_empty": stand.state.is_empty,
    }  # fmt: skip
    return render(request, "analysis/versions/version.html", context)


@require_GET
@case_page("analysis.read", event="version.compared_read")
def compare(request: PersonRequest, case: Case) -> HttpResponse:
    """Two stands beside each other (GET `van`, `met`), in words and in two pictures.

    What an address asks for and is not there becomes the last version, and now.
    """
    analysis = analysis_of(case)
    timeline = timeline_of(analysis)
    last = timeline.versions[0].key if timeline.versions else NOW
    one = stand_or(case, analysis, request.GET.get("van", ""), last)
    other = stand_or(case, analysis, request.GET.get("met", ""), NOW)
    found = compared(one, other, timeline)
    context: dict[str, Any] = {
        **around(case, analysis),
        "compared": found,
        "choices": choices_of(timeline, one, other),
        "before": found.before,
        "after": found.after,
    }
    return render(request, "analysis/versions/compare.html", context)


@require_GET
@case_page("analysis.read", event="version.writers_read")
def writers(request: PersonRequest, case: Case) -> HttpResponse:
    """Who wrote what, of everything that stands there and of what was taken away."""
    analysis = analysis_of(case)
    timeline = timeline_of(analysis)
    context = {
        **around(case, analysis),
        "chapters": chapters_of(board_of(case, analysis), timeline),
        "removed": removed_of(analysis, timeline),
    }
    return render(request, "analysis/versions/writers.html", context)


@require_GET
@case_page("analysis.read", event="version.piece_read")
def piece(request: PersonRequest, case: Case, piece: Kind, pk: int) -> HttpResponse:
    """Every wording of one card, explanation or advice, also of one that is gone."""
    analysis = analysis_of(case)
    found = wordings_of(analysis, piece.slug, pk) if piece.slug in SHOWN else []
    if not found:
        raise Http404
    context = {**around(case, analysis), "kind": piece, "pk": pk, "wordings": found, "latest": found[0]}
    return render(request, "analysis/versions/piece.html", context)
