"""What the board sends by itself while people work: words, a choice in a conflict, an undo, where somebody is."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from analysis.board.actions import analysis_of
from analysis.board.changes import Gone, NotAllowed
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest

from .actions import Words, save_words
from .conflicts import has_to_choose, settle
from .forms import HereForm, SettleForm, WordsForm
from .presence import say_here
from .undoing import undo_step

AWAY = "Dit is weggehaald."
# These come every second, and show nothing of the young person.
BARE = ("team",)


@require_POST
@case_page("analysis.change", related=BARE)
def live_save(request: PersonRequest, case: Case) -> HttpResponse:
    """Save one field: POST `op`, `piece`, `pk`, `field`, `version`, `value`; the answer is `Answer.as_json`.

    422 `{"state": "refused", "why": [...]}` for what a rule forbids; 404 `{"state": "gone", "why": [...]}` for a piece
    that was taken away, or never was here, and in which nothing was written.
    """
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _refused(form)
    words = Words(**form.cleaned_data)
    return _answer(lambda: save_words(by=request.person, case=case, words=words).as_json())


@require_POST
@case_page("analysis.change", related=BARE)
def live_settle(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Choose in a conflict: POST `keep` (mine, theirs, both, own) and with own `value`; answers as `live_save`."""
    if not has_to_choose(request.person, case, pk):
        return _gone()
    form = SettleForm(request.POST)
    if not form.is_valid():
        return _refused(form)
    chosen = form.cleaned_data
    return _answer(lambda: settle(by=request.person, analysis=analysis_of(case), pk=pk, **chosen).as_json())


@require_POST
@case_page("analysis.change", related=BARE)
def live_undo(request: PersonRequest, case: Case) -> HttpResponse:
    """Undo this person's own last step (or POST `number`): `{"state", "what", "number"}`.

    `state` is undone or nothing; refused with status 409 and the reason in `what`.
    """
    given = request.POST.get("number", "")
    number = int(given) if given.isdecimal() and len(given) < 10 else None
    try:
        done = undo_step(by=request.person, analysis=analysis_of(case), number=number)
    except NotAllowed as refused:
        return JsonResponse({"state": "refused", "what": str(refused), "number": 0}, status=409)
    except Gone:
        return JsonResponse({"state": "refused", "what": AWAY, "number": 0}, status=409)
    return JsonResponse(
        {"state": "undone" if done.happened else "nothing", "what": done.what, "number": done.number}
    )


@require_POST
@case_page("analysis.read", shows=False, related=BARE)
def live_here(request: PersonRequest, case: Case) -> HttpResponse:
    """Where this person is on the board: POST `tab`, `where`, `typing`. Writes nothing; tells the other processes."""
    form = HereForm(request.POST)
    if not form.is_valid():
        return _refused(form)
    say_here(analysis_of(case), request.person, **form.cleaned_data)
    return HttpResponse(status=204)


def _answer(work: Any) -> HttpResponse:
    try:
        return JsonResponse(work())
    except NotAllowed as refused:
        return JsonResponse({"state": "refused", "why": refused.reasons}, status=422)
    except Gone:
        return _gone()


def _gone() -> HttpResponse:
    return JsonResponse({"state": "gone", "why": [AWAY]}, status=404)


def _refused(form: Form) -> HttpResponse:
    why = [str(one) for errors in form.errors.values() for one in errors]
    return JsonResponse({"state": "refused", "why": why}, status=422)
