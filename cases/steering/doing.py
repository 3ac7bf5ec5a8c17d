"""One click on an action: done, ask again, in a week, to the manager, taken note of."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page, refuse_on
from cases.casefile.models import Case
from cases.outside.actions import withdraw_links
from expertteam.access.guards import PersonRequest
from expertteam.ui.dates import long_date

from .actions import MANAGER_PAGE, OWNER_PAGE, finish_action, snooze_action, write_result
from .answers import note_answer
from .escalation import escalate_now
from .forms import SnoozeForm
from .models import Action, ActionAnswer
from .reminders import CannotRemind, remind_now

TAB = "cases:actions"


def back(request: PersonRequest, case: Case) -> HttpResponse:
    """To where the button was: Vandaag, one of its lists, or the actions of the case."""
    where = request.POST.get("terug", "")
    if where == "vandaag":
        return redirect("today")
    return redirect(TAB, case.number)


def action_of(case: Case, pk: int) -> Action:
    related = ("owner_user", "owner_participant", "case__team")
    return get_object_or_404(Action.objects.select_related(*related), case=case, pk=pk)


@case_page("case.read")
@require_POST
def done(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Write down that it is done, and what came of it; whoever has to do it may do so too."""
    action = action_of(case, pk)
    if "steering.change" not in case.rights and action.owner_user_id != request.person.user.pk:
        refuse_on(request.person, "steering.change", case)
    if finish_action(by=request.person, action=action, result=request.POST.get("result", "")):
        messages.success(request, f"Klaar: {action.text}.")
    return back(request, case)


@case_page("steering.change")
@require_POST
def result(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Write down afterwards what came of it."""
    action = action_of(case, pk)
    if write_result(by=request.person, action=action, result=request.POST.get("result", "")):
        messages.success(request, "Bewaard.")
    return back(request, case)


@case_page("steering.change")
@require_POST
def snooze(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Leave it alone for a week (or two, or four), with the reason."""
    form = SnoozeForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies over hoeveel weken je het nog eens wilt vragen.")
        return back(request, case)
    until = timezone.localdate() + timedelta(days=form.cleaned_data["days"])
    action = action_of(case, pk)
    if snooze_action(by=request.person, action=action, until=until, reason=form.cleaned_data["reason"]):
        messages.success(request, f"Uitgesteld tot {long_date(until)}: {action.text}.")
    return back(request, case)


@case_page("steering.change")
@require_POST
def remind(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Ask by mail now."""
    action = action_of(case, pk)
    try:
        remind_now(by=request.person, action=action)
    except CannotRemind as said:
        messages.error(request, str(said))
    else:
        messages.success(request, f"{action.owner_name} krijgt een mail.")
    return back(request, case)


@case_page("steering.change")
@require_POST
def escalate(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Put it before the manager now."""
    action = action_of(case, pk)
    try:
        if escalate_now(by=request.person, action=action):
            how = "krijgt een mail" if action.manager_email else "heeft geen e-mailadres: bel"
            messages.success(request, f"Voorgelegd: {action.manager_name} {how}.")
    except CannotRemind as said:
        messages.error(request, str(said))
    return back(request, case)


@case_page("steering.change")
@require_POST
def close_links(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Make every link of an action open nothing any more (a mail went to the wrong address)."""
    action = action_of(case, pk)
    for purpose in (OWNER_PAGE, MANAGER_PAGE):
        withdraw_links(by=request.person, case=case, purpose=purpose, subject_id=action.pk)
    messages.success(request, "De links zijn ingetrokken. Een volgende herinnering krijgt een nieuwe.")
    return redirect("cases:action", case.number, action.pk)


@case_page("steering.change")
@require_POST
def note(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take note of an answer from outside; `akkoord` takes over the day that was asked."""
    answer = get_object_or_404(ActionAnswer, action__case=case, pk=pk)
    agree = bool(request.POST.get("akkoord"))
    if note_answer(by=request.person, answer=answer, agree=agree):
        agreed = f"Afgesproken: {long_date(answer.new_date)}." if agree and answer.new_date else "Gezien."
        messages.success(request, agreed)
    return back(request, case)
