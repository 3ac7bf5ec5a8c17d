"""Recording a short consultation, and the list of them."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cases.intake.drafts.actions import save_draft
from cases.intake.drafts.typed import typed_fields
from cases.intake.drafts.views import kept, own_draft, own_token
from cases.intake.models import Consultation, Purpose, ReferralDraft
from cases.intake.pages import token_of
from cases.intake.queries import drafts_of
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record

from .actions import record_consultation, recorded
from .forms import ConsultationForm

PAGE_SIZE = 50


@page("consultation.create")
def new(request: PersonRequest) -> HttpResponse:
    """A question that was answered at once."""
    if request.method != "POST":
        return form_page(request, ConsultationForm(initial={"asked_on": timezone.localdate()}), token_of(""))
    token = token_of(request.POST.get("form_token", ""))
    form = ConsultationForm(request.POST)
    if not form.is_valid():
        return form_page(request, form, token, status=422)
    _, is_new = record_consultation(by=request.person, answers=form.cleaned_data, token=token)
    if is_new:
        messages.success(request, "De consultatie is vastgelegd en telt mee.")
    return redirect("cases:consultations")


@page("consultation.create")
def draft(request: PersonRequest, token: UUID) -> HttpResponse:
    """A consultation that is being typed: POST keeps it, GET opens it again. Only for who types it."""
    person = request.person
    if request.method == "POST":
        fields, token = typed_fields(ConsultationForm(), request.POST), own_token(request, token)
        save = lambda: save_draft(by=person, token=token, fields=fields, purpose=Purpose.CONSULTATION)  # noqa: E731
        return kept(save, str(token))
    if recorded(person, token):
        return redirect("cases:consultations")  # somebody went back after saving
    found = own_draft(person, token, Purpose.CONSULTATION)
    record(person, "draft.read")
    return form_page(request, ConsultationForm(initial=found.fields), token, draft=found)


@page("consultation.read")
def listing(request: PersonRequest) -> HttpResponse:
    """What was asked and answered, newest first, fifty on a page."""
    mine = Consultation.objects.filter(team=request.person.team).select_related("recorded_by")
    shown = Paginator(mine, PAGE_SIZE).get_page(request.GET.get("pagina"))
    record(request.person, "consultation.listed")
    may_add = request.person.may("consultation.create")
    drafts = drafts_of(request.person, Purpose.CONSULTATION) if may_add else []
    context = {"page": shown, "may_add": may_add, "drafts": drafts}
    return render(request, "cases/intake/consultations.html", context)


def form_page(
    request: PersonRequest,
    form: ConsultationForm,
    token: UUID,
    draft: ReferralDraft | None = None,
    status: int = 200,
) -> HttpResponse:
    """The half page."""
    context = {
        "form": form,
        "token": token,
        "draft": draft,
        "may_register": request.person.may("referral.create"),
        "autosave_url": reverse("cases:consultation_draft", args=[token]),
        "autosave_key": f"consultatie-{request.person.team.code}-{request.person.user.pk}",
        "autosave_version": token,
    }
    return render(request, "cases/intake/consultation.html", context, status=status)
