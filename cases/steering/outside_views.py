"""Pages for the owner of an action outside the team, and for their manager: what is asked, and an answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cases.outside.guard import outside_page
from cases.outside.models import OutsideLink
from cases.outside.pages import outside_render

from .actions import MANAGER_PAGE, OWNER_PAGE
from .answers import NotAsked, actions_of, answers_of, give_answer
from .models import Action, AnswerKind
from .outside_forms import AnswerForm
from .sharing import Sharing


@outside_page(OWNER_PAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def owner_page(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """Everything somebody outside has to do in one case."""
    return answer_page(request, link)


@outside_page(MANAGER_PAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def manager_page(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """One action of their organisation that stays open."""
    return answer_page(request, link)


def answer_page(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """Show what is asked, or keep an answer and show the page again."""
    found = actions_of(link) if link.case.is_open else []
    actions = [one for one in found if may_see(link, one)]
    if not link.case.is_open or (found and not actions):
        over = {"over": not link.case.is_open}
        return outside_render(request, link, "cases/steering/outside_closed.html", over)
    if request.method == "POST":
        return keep(request, link, actions)
    return show(request, link, [AnswerForm(action=one) for one in actions])


def may_see(link: OutsideLink, action: Action) -> bool:
    """Whether sharing is still allowed: consent may have been withdrawn since the mail."""
    action.case = link.case
    sharing = Sharing()
    return not (sharing.with_manager(action) if link.purpose == MANAGER_PAGE else sharing.with_owner(action))


def keep(request: HttpRequest, link: OutsideLink, actions: list[Action]) -> HttpResponse:
    """Keep the answer. What was answered before (a double click, another tab) is said as it stands."""
    asked = next((one for one in actions if f"a{one.pk}-form_token" in request.POST), None)
    forms = [AnswerForm(request.POST if one == asked else None, action=one) for one in actions]
    form = next((one for one in forms if one.is_bound), None)
    if form is None:
        return redirect(request.path)
    if not form.is_valid():
        return show(request, link, forms, status=422)
    try:
        give_answer(link=link, action=form.action, data=form.answer())
    except NotAsked:
        return redirect(request.path)
    messages.success(request, "Dank je wel. Je antwoord is bij het team.")
    return redirect(request.path)


def waiting_for_all(forms: list[AnswerForm]) -> bool:
    """Whether everything asked was answered, and the team has to say something now."""
    return bool(forms) and all(form.is_answered for form in forms)


def show(request: HttpRequest, link: OutsideLink, forms: list[AnswerForm], status: int = 200) -> HttpResponse:
    answers = answers_of(link)
    waiting = {
        answer.action_id for answer in answers if answer.noted_at is None and answer.kind != AnswerKind.DONE
    }
    for form in forms:
        form.is_answered = form.action.pk in waiting
    context: dict[str, Any] = {"forms": forms, "answers": answers, "all_answered": waiting_for_all(forms)}
    context |= {"is_manager": link.purpose == MANAGER_PAGE}
    context |= {"name": link.case.young_person.first_name, "owner": link.case.owner}
    return outside_render(request, link, "cases/steering/outside.html", context, status=status)
