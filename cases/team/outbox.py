"""Beheer: the outbox and the work of every day. Who gets mail and whether it went; never what it says."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest, page
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.jobs.daily import daily_states
from expertteam.jobs.models import JobStatus
from expertteam.jobs.sending import send_by_name
from expertteam.jobs.tasks import do_daily_work_of
from expertteam.mail.actions import send_again
from expertteam.mail.models import OutgoingMail

PAGE_SIZE = 50


@dataclass(frozen=True)
class Shown:
    """One mail as this person may see it: the number of a case only when they may see that case."""

    mail: OutgoingMail
    case_number: str


def mails_of(person: Person, only_failed: bool = False) -> QuerySet[OutgoingMail]:
    """The outbox of the team, newest first."""
    mails = OutgoingMail.objects.filter(team=person.team)
    return mails.filter(status=JobStatus.FAILED) if only_failed else mails


def shown_to(person: Person, mails: list[OutgoingMail]) -> list[Shown]:
    """With the numbers of cases this person may see; one query."""
    numbers = {mail.case_number for mail in mails} - {""}
    cases = Case.objects.visible_to(person).filter(number__in=numbers)
    seen = set(cases.values_list("number", flat=True))
    return [Shown(mail, mail.case_number if mail.case_number in seen else "") for mail in mails]


@page("management.read")
def outbox(request: PersonRequest) -> HttpResponse:
    """Every mail of the team: to whom, when, and what went wrong."""
    failed = request.GET.get("alleen") == "mislukt"
    found = Paginator(mails_of(request.person, failed), PAGE_SIZE).get_page(request.GET.get("pagina"))
    record(request.person, "mail.listed")
    context = {"mails": shown_to(request.person, list(found)), "page": found, "only_failed": failed}
    context["failed"] = mails_of(request.person, only_failed=True).count()
    return render(request, "cases/team/outbox.html", context)


@page("management.read")
@require_POST
def outbox_send_again(request: PersonRequest, pk: int) -> HttpResponse:
    """Send a failed mail once more."""
    mail = get_object_or_404(OutgoingMail, team=request.person.team, pk=pk)
    if send_again(by=request.person, mail=mail):
        messages.success(request, "De mail gaat opnieuw. Ververs deze pagina over een minuut.")
    else:
        messages.info(request, "Deze mail hoeft of kan niet opnieuw.")
    return redirect("outbox")


@page("management.read")
@require_POST
def daily_try(request: PersonRequest, name: str) -> HttpResponse:
    """Do a piece of daily work of today that failed or was not done yet, without waiting for the clock."""
    state = next((one for one in daily_states() if one.work.name == name), None)
    if state is None:
        raise Http404
    record(request.person, "daily.asked", details={"work": state.work.title})
    if send_by_name(do_daily_work_of, name):
        messages.success(request, "Het wordt nu geprobeerd. Ververs deze pagina over een minuut.")
    else:
        messages.error(request, "De wachtrij is even weg. Zodra die er weer is, gebeurt het vanzelf.")
    return redirect("management")
