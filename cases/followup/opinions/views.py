"""Asking what people thought: the list of the team, and the page of who was asked."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import NOT_COUNTED_PHASES, Case, Phase
from cases.casefile.tabs import tabs_for
from cases.followup.models import Opinion, Side
from cases.outside.guard import outside_page
from cases.outside.models import OutsideLink
from cases.outside.pages import outside_render
from expertteam.access.guards import PersonRequest

from .actions import (
    PURPOSE,
    answer_by_link,
    ask_opinion,
    enter_answer,
    give_opinion_link,
    mail_opinion_link,
    remove_question,
)
from .forms import AskForm, EnterForm, QuestionsForm
from .queries import sides_of

TAB = "cases:closure"
PAGE = "cases:opinions"
NEVER_ACCEPTED = [Phase.TRIAGE, Phase.WAITING, *NOT_COUNTED_PHASES]


def list_page(
    request: PersonRequest, case: Case, form: AskForm | None = None, shown: dict[str, object] | None = None
) -> HttpResponse:
    may_write = "closure.change" in case.rights and case.phase not in NEVER_ACCEPTED
    context = {"case": case, "tabs": tabs_for(case, TAB), "sides": sides_of(case), "may_write": may_write}
    context |= {"form": form or (AskForm() if may_write else None), "shown": shown}
    wrong = form is not None
    return render(request, "cases/followup/opinions.html", context, status=422 if wrong else 200)


@case_page("case.read", event="closure.read")
def opinions(request: PersonRequest, case: Case) -> HttpResponse:
    """Who was asked, and what they said."""
    return list_page(request, case)


@case_page("closure.change")
@require_POST
def ask(request: PersonRequest, case: Case) -> HttpResponse:
    """Put somebody on the list: a participant (POST `participant`, 0 for the young person), or a name typed."""
    if case.phase in NEVER_ACCEPTED:
        messages.error(request, "Over deze aanmelding is nog niet positief beslist.")
        return redirect(PAGE, case.number)
    chosen = request.POST.get("participant", "")
    if chosen.isdecimal() and len(chosen) < 10:
        ask_known(request, case, int(chosen))
        return redirect(PAGE, case.number)
    form = AskForm(request.POST)
    if not form.is_valid():
        return list_page(request, case, form)
    ask_opinion(by=request.person, case=case, side=form.cleaned_data["side"], name=form.cleaned_data["name"])
    return redirect(PAGE, case.number)


def ask_known(request: PersonRequest, case: Case, pk: int) -> None:
    """Put somebody of the case on the list of their side; who is not of this case is ignored."""
    for side in sides_of(case):
        for one in side.askable:
            if one.pk == pk:
                known = case.participants.filter(pk=pk).first()
                ask_opinion(by=request.person, case=case, side=side.side, name=one.name, participant=known)


def the_opinion(case: Case, pk: int) -> Opinion:
    return get_object_or_404(case.opinions.select_related("case__team", "participant"), pk=pk)


@case_page("closure.change")
@require_POST
def link(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Make a link and show it, once; with POST `mail` it goes to the address of this participant."""
    opinion = the_opinion(case, pk)
    address = opinion.participant.email if opinion.participant else ""
    if "mail" in request.POST and is_address(address):
        mail_opinion_link(by=request.person, opinion=opinion, to=address)
        messages.success(request, f"De mail aan {opinion.name} gaat zo weg.")
        return redirect(PAGE, case.number)
    given = give_opinion_link(by=request.person, opinion=opinion)
    url = request.build_absolute_uri(given.path)
    return list_page(request, case, shown={"opinion": opinion, "url": url, "until": given.link.expires_at})


def is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


@case_page("closure.change", event="closure.read")
def enter(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Write down what somebody said on paper or by telephone."""
    opinion = the_opinion(case, pk)
    form = EnterForm(request.POST if request.method == "POST" else None, opinion=opinion)
    if form.is_valid():
        said = form.cleaned_data
        enter_answer(
            by=request.person,
            opinion=opinion,
            answer=form.answer(),
            via=said["via"],
            answered_on=said["answered_on"],
        )
        messages.success(request, f"Het antwoord van {opinion.name} is bewaard.")
        return redirect(PAGE, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "opinion": opinion}
    return render(request, "cases/followup/opinion.html", context, status=422 if form.errors else 200)


@case_page("closure.change")
@require_POST
def remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take somebody off the list; asking twice is harmless."""
    opinion = case.opinions.filter(pk=pk).first()
    if opinion and not remove_question(by=request.person, opinion=opinion):
        messages.error(request, f"{opinion.name} heeft al geantwoord. Dat antwoord blijft staan.")
    return redirect(PAGE, case.number)


@outside_page(PURPOSE)
def own_page(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """Three questions for one person, without an account; nothing of the case stands on it."""
    opinion = Opinion.objects.filter(case=link.case, pk=link.subject_id).first()
    if opinion is None:
        return outside_render(request, link, "cases/outside/closed.html", {"why": "withdrawn"}, status=410)
    form = QuestionsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if not answer_by_link(link=link, answer=form.answer()):
            return redirect(request.path)
        return outside_render(request, link, "cases/followup/own_thanks.html")
    context = {"form": form, "opinion": opinion, "is_family": opinion.side == Side.FAMILY}
    return outside_render(
        request, link, "cases/followup/own_page.html", context, status=422 if form.errors else 200
    )
