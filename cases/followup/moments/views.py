"""Pages of the follow-up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case, Phase
from cases.casefile.tabs import tabs_for
from cases.followup.models import FollowUp
from expertteam.access.guards import PersonRequest
from expertteam.ui.forms import PageForm

from .actions import answer_followup, decide_rest, last_begin, plan_followups, skip_followup
from .forms import BeginForm, FollowUpForm, ReasonForm
from .queries import SOON, WITH_ADVICE, expected_of, moments_of

TAB = "cases:followups"
NOT_YET = "Over deze aanmelding is nog niet positief beslist. Er valt nog niets op te volgen."


def followups_page(
    request: PersonRequest, case: Case, begin: BeginForm | None = None, rest: PageForm | None = None
) -> HttpResponse:
    moments, today = moments_of(case), timezone.localdate()
    may_write = "followup.change" in case.rights and case.phase in WITH_ADVICE
    waiting = [moment.one for moment in moments if moment.one.is_open]
    if may_write:
        initial = {"begins_on": last_begin(case)}
        begin = begin or BeginForm(referred_on=case.referral.referred_on, initial=initial)
        rest = rest or ReasonForm(prefix="rest")
    context = {"case": case, "tabs": tabs_for(case, TAB), "moments": moments, "today": today}
    context |= {"may_write": may_write, "begin": begin, "rest": rest, "waiting": waiting}
    context["next"] = waiting[0] if waiting else None
    context["is_due"] = bool(waiting) and waiting[0].due_on <= today + SOON
    context["undecided"] = any(not one.stays for one in waiting)
    context["expected"] = [] if moments else expected_of(case)
    context |= {"never": case.phase not in WITH_ADVICE, "is_closed": case.phase == Phase.CLOSED}
    wrong = any(form is not None and form.is_bound for form in (begin, rest))
    return render(request, "cases/followup/followups.html", context, status=422 if wrong else 200)


@case_page("case.read", event="followup.read")
def followups(request: PersonRequest, case: Case) -> HttpResponse:
    """What came of the advice, moment by moment."""
    return followups_page(request, case)


@case_page("followup.change")
@require_POST
def begin(request: PersonRequest, case: Case) -> HttpResponse:
    """Plan the moments from a day, or shift those still open."""
    if case.phase not in WITH_ADVICE:
        messages.error(request, NOT_YET)
        return redirect(TAB, case.number)
    form = BeginForm(request.POST, referred_on=case.referral.referred_on)
    if not form.is_valid():
        return followups_page(request, case, begin=form)
    plan_followups(by=request.person, case=case, begins_on=form.cleaned_data["begins_on"])
    messages.success(request, "De opvolging is gepland. Hij komt vanzelf op Vandaag.")
    return redirect(TAB, case.number)


def moment_page(
    request: PersonRequest, case: Case, one: FollowUp, form: PageForm, skip: PageForm
) -> HttpResponse:
    wrong = form.errors or skip.errors
    context = {"case": case, "tabs": tabs_for(case, TAB), "moment": one, "form": form, "skip": skip}
    before = case.followups.filter(due_on__lt=one.due_on).exclude(done_on=None).order_by("-due_on").first()
    context["before"] = before
    return render(request, "cases/followup/followup.html", context, status=422 if wrong else 200)


@case_page("followup.change", event="followup.read")
def moment(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Write down what came of the advice."""
    one, name = get_object_or_404(case.followups, pk=pk), case.young_person.first_name
    form = FollowUpForm(request.POST if request.method == "POST" else None, followup=one, name=name)
    if not form.is_valid():
        return moment_page(request, case, one, form, ReasonForm(prefix="over"))
    answer_followup(by=request.person, followup=one, data=form.data_given())
    messages.success(request, "De opvolging is bewaard.")
    return redirect(TAB, case.number)


@case_page("followup.change")
@require_POST
def skip(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Leave a moment out, with a reason."""
    one, name = get_object_or_404(case.followups, pk=pk), case.young_person.first_name
    form = ReasonForm(request.POST, prefix="over")
    if not form.is_valid():
        return moment_page(request, case, one, FollowUpForm(followup=one, name=name), form)
    if skip_followup(by=request.person, followup=one, reason=form.cleaned_data["reason"]):
        messages.success(request, "Dit moment is overgeslagen. De andere blijven staan.")
    elif one.done_on:
        messages.error(request, "Dit moment is al ingevuld.")
    return redirect(TAB, case.number)


@case_page("followup.change")
@require_POST
def rest(request: PersonRequest, case: Case) -> HttpResponse:
    """At closing: keep what is still to come (POST `keep`), or leave it out with a reason."""
    if "keep" in request.POST:
        decide_rest(by=request.person, case=case, keep=True)
        messages.success(request, "De opvolging die nog komt, blijft op Vandaag staan, ook na het afsluiten.")
        return redirect(TAB, case.number)
    form = ReasonForm(request.POST, prefix="rest")
    if not form.is_valid():
        return followups_page(request, case, rest=form)
    decide_rest(by=request.person, case=case, keep=False, reason=form.cleaned_data["reason"])
    messages.success(request, "De opvolging die nog kwam, vervalt.")
    return redirect(TAB, case.number)
