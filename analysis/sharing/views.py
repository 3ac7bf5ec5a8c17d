"""What everybody says of the analysis: the list, a form to write down an answer, and the answers beside the parts."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from analysis.board.actions import analysis_of
from analysis.board.models import Analysis
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import begins
from cases.casefile.tabs import tabs_for
from cases.steering.models import ActionStatus
from cases.steering.owners import owners_of
from cases.steering.stakes import unless_refused
from expertteam.access.guards import PersonRequest
from expertteam.ui.given import there

from .actions import missing_with, note_answer, record_answer, withdraw_answer, young_person_among
from .beside import beside
from .conversation import plan_conversation
from .forms import AnswerForm, TalkForm
from .models import Endorsement
from .progress import Progress, progress_of
from .queries import Answer, Shared, newest_put_before, shared_of

TAB = "analysis:shared"
RIGHT = "sharing.change"


@case_page("analysis.read", event="analysis.shared_read")
def shared(request: PersonRequest, case: Case) -> HttpResponse:
    """Everybody around the young person, family first, with what they said and what comes next."""
    return shared_page(request, case)


def shared_page(
    request: PersonRequest, case: Case, *, talk: TalkForm | None = None, **more: Any
) -> HttpResponse:
    """The page; `talk` is a form of a talk that was refused, `more` what happened just now."""
    analysis = analysis_of(case)
    progress = progress_of(case, shared_of(case, analysis))
    may_change = RIGHT in case.rights
    context: dict[str, Any] = {
        "case": case, "tabs": tabs_for(case, TAB), "shared": progress.shared, "progress": progress,
        "may_change": may_change, "newest": newest_put_before(analysis), "said_of_parts": says_of_parts(analysis),
        "talks": talks(request, case, progress, talk) if may_change and case.is_open else [], **more,
    }  # fmt: skip
    return render(request, "analysis/sharing/shared.html", context, status=422 if talk else 200)


def talks(
    request: PersonRequest, case: Case, progress: Progress, refused: TalkForm | None
) -> list[tuple[Answer, TalkForm]]:
    """A form to plan a talk, for everybody who said no and with whom no talk is planned or held."""
    waiting = [one for one in progress.shared.refusals if one.given and not one.given.conversation]
    if not waiting:
        return []
    owners, own = owners_of(case), request.person.user.pk
    found = []
    for one in waiting:
        given = there(one.given)
        prefix = f"gesprek-{given.pk}"
        again = refused if refused and refused.prefix == prefix else None
        found.append((one, again or TalkForm(owners=owners, own=own, prefix=prefix)))
    return found


def says_of_parts(analysis: Analysis) -> bool:
    """Whether anybody said something of a part, or added a text."""
    answers = Endorsement.objects.filter(analysis=analysis)
    return answers.filter(parts__isnull=False).exists() or answers.exclude(statement="").exists()


@case_page("analysis.read", event="sharing.beside_read")
def said_beside(request: PersonRequest, case: Case) -> HttpResponse:
    """Every version about which somebody said something, the newest first: the parts, and beside them who says what."""
    answers = Endorsement.objects.filter(analysis__case=case, version__isnull=False)
    related = answers.select_related("participant", "version").prefetch_related("parts")
    found: dict[int, list[Endorsement]] = {}
    for one in related.order_by("-version__number", "pk"):
        found.setdefault(one.version.number, []).append(one)  # type: ignore[union-attr]
    versions = [
        {"version": rows[0].version, "groups": beside(rows[0].version.content, rows), "answers": rows}  # type: ignore[union-attr]
        for rows in found.values()
    ]
    context = {"case": case, "tabs": tabs_for(case, TAB), "versions": versions}
    return render(request, "analysis/sharing/beside.html", context)


@case_page(RIGHT)
def answer(request: PersonRequest, case: Case, who: str) -> HttpResponse:
    """Write down what one party says; `who` is the number of a participant, or `jeugdige`."""
    analysis = analysis_of(case)
    party = _party(shared_of(case, analysis), who)
    given = party.given if party.answered_newest else None
    form = AnswerForm(request.POST if request.method == "POST" else None, name=party.name, given=given)
    missing = missing_with(case, party.participant)
    if not missing and form.is_valid():
        participant = party.participant or young_person_among(case)
        record_answer(by=request.person, analysis=analysis, participant=participant, **form.cleaned_data)
        messages.success(request, f"Het antwoord van {party.name} is bewaard.")
        return _back(case)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "party": party, "missing": missing}
    context |= {"given": given, "newest": newest_put_before(analysis)}
    refused = form.is_bound and (form.errors or missing)
    return render(request, "analysis/sharing/answer.html", context, status=422 if refused else 200)


@require_POST
@case_page(RIGHT)
def withdraw(request: PersonRequest, case: Case, who: str) -> HttpResponse:
    """Take an answer back; once or twice is the same."""
    analysis = analysis_of(case)
    party = _party(shared_of(case, analysis), who)
    if party.participant is not None and party.answered_newest:
        withdraw_answer(by=request.person, analysis=analysis, participant=party.participant)
    messages.success(request, f"Het antwoord van {party.name} is weggehaald.")
    return _back(case)


@require_POST
@case_page(RIGHT)
def seen(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take note of an answer that came in; twice is the same."""
    note_answer(by=request.person, answer=get_object_or_404(Endorsement, analysis__case=case, pk=pk))
    return redirect("today") if request.POST.get("terug") == "vandaag" else _back(case)


@require_POST
@case_page(RIGHT)
@begins("analysis:shared")
def talk(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Plan the talk after a no; while one is planned nothing new is made."""
    given = get_object_or_404(Endorsement.objects.select_related("participant"), analysis__case=case, pk=pk)
    form = TalkForm(
        request.POST, owners=owners_of(case), own=request.person.user.pk, prefix=f"gesprek-{given.pk}"
    )
    planned = None
    if form.is_valid():
        chosen = {"owner": form.chosen(), "due_on": form.cleaned_data["due_on"]}
        planned = unless_refused(
            form, "owner", lambda: plan_conversation(by=request.person, answer=given, **chosen)
        )
    if planned is None:
        return shared_page(request, case, talk=form)
    if planned.status == ActionStatus.OPEN:
        messages.success(request, f"Gepland: {planned.text}. Het staat bij Acties.")
    return _back(case)


def _party(found: Shared, who: str) -> Answer:
    for party in found.answers:
        if party.key == who:
            return party
    raise Http404


def _back(case: Case) -> HttpResponse:
    return HttpResponseRedirect(reverse("analysis:shared", args=[case.number]))
