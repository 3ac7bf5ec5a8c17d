"""Handing a case over, taking it, and sending a question up."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import RUNNING
from cases.casefile.readers import cannot_see_yet
from cases.casefile.tabs import tabs_for
from cases.consent.queries import ConsentMissing
from expertteam.access.guards import PersonRequest
from expertteam.accounts.models import User
from expertteam.audit.actions import record
from expertteam.jobs.models import JobFailed
from expertteam.pdf.maker import make_pdf

from .going_up import (
    NotAColleague,
    change_going_up,
    go_up,
    missing_to_share,
    party_of,
    require_consent,
    threads_of,
)
from .hand_over import (
    CannotHandOver,
    answer_hand_over,
    ask_hand_over,
    hand_overs_of,
    owners_of,
    take_over,
    waiting_of,
)
from .steps import NotRunning
from .summary import parts_in, summary_of
from .thread_forms import GoingUpForm, HandOverForm, ThreadForm, fresh
from .thread_models import LONGEST_SUMMARY, GoingUp, HandOver, HandOverState

TAB = "cases:process"
ANSWERS = {
    "aannemen": (HandOverState.ACCEPTED, "Jij bent nu de procesregisseur van deze casus."),
    "teruggeven": (HandOverState.RETURNED, "De casus blijft waar hij was. Je collega ziet je antwoord."),
    "intrekken": (HandOverState.WITHDRAWN, "De overdracht is ingetrokken."),
}


def around(case: Case, **more: Any) -> dict[str, Any]:
    return {"case": case, "tabs": tabs_for(case, TAB), **more}


@case_page("steering.change", event="hand_over.read")
def hand_over_new(request: PersonRequest, case: Case) -> HttpResponse:
    """Ask a colleague to steer the case, with a summary that is there already."""
    if waiting := waiting_of(case):
        return redirect("cases:hand_over", case.number, waiting.pk)
    given = request.POST if request.method == "POST" else None
    initial = {"summary": summary_of(case, outside=False)[:LONGEST_SUMMARY]}
    form = HandOverForm(given, case=case, initial=initial)
    if form.is_valid() and asked(request, case, form):
        messages.success(request, f"{form.cleaned_data['receiver']} ziet de overdracht op de startpagina.")
        return redirect(TAB, case.number)
    nobody = not form.fields["receiver"].queryset.exists()  # type: ignore[attr-defined]
    context = around(case, form=form, nobody=nobody, owners=owners_of(case), past=list(hand_overs_of(case)))
    return render(request, "cases/process/hand_over_new.html", context, status=422 if form.is_bound else 200)


def asked(request: PersonRequest, case: Case, form: HandOverForm) -> bool:
    """Ask; False with the reason in the form when it cannot be."""
    try:
        ask_hand_over(by=request.person, case=case, **form.cleaned_data)
    except CannotHandOver as reason:
        form.add_error("receiver", str(reason))
        return False
    return True


@case_page("steering.change", event="hand_over.read")
@require_GET
def hand_over(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """One hand-over with its summary; the receiver answers, who asked can take it back."""
    found = get_object_or_404(hand_overs_of(case), pk=pk)
    mine = found.receiver_id == request.person.user.pk
    context = around(case, found=found, mine=mine, waits=found.state == HandOverState.ASKED)
    context["parts"] = parts_in(found.summary)
    return render(request, "cases/process/hand_over.html", context)


@case_page("steering.change")
@require_POST
def hand_over_answer(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Answer (POST `antwoord`: aannemen, teruggeven or intrekken; `toelichting`)."""
    found: HandOver = get_object_or_404(case.hand_overs, pk=pk)
    state, said = ANSWERS.get(request.POST.get("antwoord", ""), (None, ""))
    if state is None:
        messages.error(request, "Kies wat je met de overdracht doet.")
        return redirect("cases:hand_over", case.number, pk)
    note = " ".join(request.POST.get("toelichting", "").replace("\x00", "").split())[:500]
    try:
        if answer_hand_over(by=request.person, hand_over=found, state=state, answer=note):
            messages.success(request, said)
    except CannotHandOver as reason:
        messages.error(request, str(reason))
        return redirect("cases:hand_over", case.number, pk)
    return redirect(TAB, case.number)


@case_page("steering.change")
@require_POST
def take(request: PersonRequest, case: Case) -> HttpResponse:
    """Become the procesregisseur of this case."""
    try:
        if take_over(by=request.person, case=case):
            messages.success(request, ANSWERS["aannemen"][1])
    except CannotHandOver as reason:
        messages.error(request, str(reason))
        return redirect("today")
    return redirect("cases:case", case.number)


@case_page("steering.change", event="going_up.read")
def going_up_new(request: PersonRequest, case: Case) -> HttpResponse:
    """Send a question up; what consent is missing is said before anything is typed."""
    if case.phase not in RUNNING:
        messages.error(request, "Hogerop vragen kan bij een casus die loopt.")
        return redirect(TAB, case.number)
    given = request.POST if request.method == "POST" else None
    start = fresh(case, summary_of(case, outside=True), request.person.user)
    form = GoingUpForm(given, case=case, initial=start)
    if form.is_valid() and sent_up(request, case, form):
        messages.success(request, "De vraag ligt er. Hij blijft bovenaan de casus staan tot je hem afrondt.")
        tell_when_closed_to(request, case, form.cleaned_data["keeper"])
        return redirect(TAB, case.number)
    context = around(case, form=form, missing=missing_to_share(case))
    return render(request, "cases/process/going_up_new.html", context, status=422 if form.is_bound else 200)


def tell_when_closed_to(request: PersonRequest, case: Case, keeper: User) -> None:
    """Say so when who keeps the thread cannot read the case yet: it would not be on their Vandaag either."""
    if said := cannot_see_yet(keeper, case):
        messages.warning(request, said)


def sent_up(request: PersonRequest, case: Case, form: GoingUpForm) -> bool:
    """Send it; False with the reason in the form when consent is missing, or something changed meanwhile."""
    token = form.cleaned_data["form_token"] or form.initial["form_token"]
    try:
        go_up(by=request.person, case=case, data=form.going_up(), token=token)
    except ConsentMissing as missing:
        for sentence in missing.sentences:
            form.add_error(None, sentence)
        return False
    except NotRunning:
        form.add_error(None, "Deze casus loopt niet.")
        return False
    except NotAColleague as reason:
        form.add_error("keeper", str(reason))
        return False
    return True


def thread_page(request: PersonRequest, case: Case, thread: GoingUp, form: ThreadForm | None) -> HttpResponse:
    context = around(case, form=form, thread=thread, party=party_of(thread.to))
    context["parts"] = parts_in(thread.summary)
    wrong = form is not None and form.is_bound
    return render(request, "cases/process/going_up.html", context, status=422 if wrong else 200)


@case_page("going_up.read", event="going_up.read")
@require_GET
def going_up(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """One thread: what was asked and what came back; who steers can change it."""
    thread = get_object_or_404(threads_of(case), pk=pk)
    form = ThreadForm(case=case, thread=thread) if "steering.change" in case.rights else None
    return thread_page(request, case, thread, form)


@case_page("steering.change")
@require_POST
def going_up_save(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Write down what came back, change the question, or end the thread."""
    thread = get_object_or_404(threads_of(case), pk=pk)
    form = ThreadForm(request.POST, case=case, thread=thread)
    if not form.is_valid():
        return thread_page(request, case, thread, form)
    try:
        change_going_up(by=request.person, thread=thread, data=form.going_up(), came=form.came())
    except NotAColleague as reason:
        form.add_error("keeper", str(reason))
        return thread_page(request, case, thread, form)
    messages.success(request, "Afgerond." if form.cleaned_data["ended_on"] else "Bewaard.")
    if not form.cleaned_data["ended_on"]:
        tell_when_closed_to(request, case, form.cleaned_data["keeper"])
    return redirect("cases:going_up", case.number, pk)


@case_page("going_up.read", shows=False)
@require_GET
def going_up_pdf(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The question with its summary on paper."""
    thread = get_object_or_404(threads_of(case), pk=pk)
    context = {"case": case, "thread": thread, "party": party_of(thread.to), "day": timezone.localdate()}
    context["parts"] = parts_in(thread.summary)
    try:
        require_consent(case, thread.to, thread.contact)
        pdf = make_pdf("cases/process/pdf/going_up.html", context, title=f"Vraag bij casus {case.number}")
    except (ConsentMissing, JobFailed) as stopped:
        messages.error(request, str(stopped))
        return redirect("cases:going_up", case.number, pk)
    record(request.person, "going_up.downloaded", case_number=case.number)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="vraag-{case.number}.pdf"'
    return response
