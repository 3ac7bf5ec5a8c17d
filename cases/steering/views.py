"""Actions of a case: who does what by when."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case, Phase
from cases.casefile.over import begins
from cases.casefile.readers import cannot_see_yet
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import add_action, change_action
from .forms import NAMES, ActionForm, LineForm, NewActionForm
from .line_words import in_words
from .models import Action
from .owners import owners_of
from .queries import links_of, page_of
from .sharing import Sharing
from .stakes import unless_refused

TAB = "cases:actions"


def may_begin(case: Case) -> bool:
    """Whether this person can make an action now."""
    return "steering.change" in case.rights and case.is_open


def line_form(request: PersonRequest, case: Case, data: Any = None) -> LineForm:
    return LineForm(data, owners=owners_of(case), by=request.person, today=timezone.localdate())


def actions_page(request: PersonRequest, case: Case, form: LineForm | None) -> HttpResponse:
    """The page; with a form that was sent it says what is wrong (422)."""
    today = timezone.localdate()
    context: dict[str, Any] = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "today": today}
    context |= page_of(case, today, request.GET.get("wie", ""))
    context["missing"] = missing_of(case, context["outside"]) if case.is_open else []
    context |= {"may_change": "steering.change" in case.rights, "may_begin": may_begin(case)}
    wrong = form is not None and form.is_bound
    return render(request, "cases/steering/actions.html", context, status=422 if wrong else 200)


def missing_of(case: Case, outside: list[Action]) -> list[str]:
    """Why owners outside the team get no mail yet: every sentence once."""
    sharing = Sharing()
    found: dict[str, None] = {}
    for action in outside:
        action.case = case
        found |= dict.fromkeys(sharing.with_owner(action))
    return list(found)


@case_page("case.read", event="action.read")
def actions(request: PersonRequest, case: Case) -> HttpResponse:
    """All actions: what is late first, then what is open, then what came of the others."""
    return actions_page(request, case, line_form(request, case) if may_begin(case) else None)


@case_page("steering.change")
@require_POST
@begins(TAB)
def quick(request: PersonRequest, case: Case) -> HttpResponse:
    """Make an action of one line."""
    form = line_form(request, case, request.POST)
    if not form.is_valid() or (given := form.data_given) is None:
        return actions_page(request, case, form)
    action = unless_refused(form, "line", lambda: add_action(by=request.person, case=case, data=given))
    if action is None:
        return actions_page(request, case, form)
    messages.success(request, f"Staat erbij: {in_words(given)}.")
    tell_who_cannot_see(request, case, action)
    return redirect(f"{redirect(TAB, case.number).url}#actie-{action.pk}")


@case_page("steering.change")
@require_POST
def preview(request: PersonRequest, case: Case) -> HttpResponse:
    """How a line is understood, while it is typed; keeps nothing."""
    form = line_form(request, case, request.POST)
    form.is_valid()
    context = {"data": form.data_given, "errors": form.errors.get("line") if form.data.get("line") else None}
    return render(request, "cases/steering/preview.html", context)


def form_page(request: PersonRequest, case: Case, form: NewActionForm, action: Action | None) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "action": action, "list_id": NAMES}
    context["owners"] = form.owners
    context["links"] = links_of(action) if action else []
    return render(request, "cases/steering/action.html", context, status=422 if form.errors else 200)


@case_page("steering.change")
@begins(TAB)
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Make an action with everything that belongs to it."""
    data = request.POST if request.method == "POST" else None
    form = NewActionForm(data, owners=owners_of(case), by=request.person)
    action = None
    if form.is_valid():
        given = form.data_given()
        action = unless_refused(
            form, "owner_name", lambda: add_action(by=request.person, case=case, data=given)
        )
    if action is None:
        return form_page(request, case, form, None)
    messages.success(request, "De actie staat erbij.")
    tell_who_cannot_see(request, case, action)
    return redirect(TAB, case.number)


@case_page("steering.change")
@begins(TAB, Phase.values)
def change(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change an action, or write down that it is done and what came of it."""
    action = get_object_or_404(case.actions.select_related("owner_user", "owner_participant"), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = ActionForm(data, action=action, owners=owners_of(case), by=request.person)
    changed = None
    if form.is_valid():
        before, given = action.owner_user_id, form.data_given()
        changed = unless_refused(
            form, "owner_name", lambda: change_action(by=request.person, action=action, data=given)
        )
    if changed is None:
        return form_page(request, case, form, action)
    messages.success(request, "De actie is bewaard.")
    action.refresh_from_db()
    if action.owner_user_id != before:
        tell_who_cannot_see(request, case, action)
    return redirect(TAB, case.number)


def tell_who_cannot_see(request: PersonRequest, case: Case, action: Action) -> None:
    """Say so when the colleague who has to do it has no access to this case yet."""
    if action.owner_user and (said := cannot_see_yet(action.owner_user, case)):
        messages.warning(request, said)
