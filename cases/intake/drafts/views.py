"""Addresses that keep what is being typed, open it again, or throw it away."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.intake.actions import registered
from cases.intake.forms import ReferralForm
from cases.intake.models import Purpose, ReferralDraft
from cases.intake.pages import new_page
from expertteam.access.guards import PersonRequest, member, page
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .actions import (
    AlreadySaved,
    DraftNotFound,
    DraftTooLong,
    discard_draft,
    draft_for,
    save_change_draft,
    save_draft,
)
from .typed import clean, typed_fields


def kept(save: Callable[[], ReferralDraft], version: str) -> HttpResponse:
    """Save, and answer what the page needs to know: when, and which version it is now."""
    try:
        draft = save()
    except DraftNotFound:
        raise Http404 from None
    except AlreadySaved:
        return JsonResponse({"error": "Dit formulier is al opgeslagen."}, status=409)
    except DraftTooLong:
        return JsonResponse({"error": "Er is meer getypt dan in dit formulier past."}, status=413)
    return JsonResponse({"saved_at": f"{timezone.localtime(draft.saved_at):%H:%M}", "version": version})


def own_token(request: PersonRequest, token: UUID) -> UUID:
    """The token in the form itself comes first: text that waited on a computer brings its own."""
    try:
        return UUID(request.POST.get("form_token", ""))
    except ValueError:
        return token


def own_draft(by: Person, token: UUID, purpose: Purpose | None = None) -> ReferralDraft:
    """The person's own draft (of this purpose), or a page that does not exist."""
    try:
        found = draft_for(by, token)
    except DraftNotFound:
        raise Http404 from None
    if purpose and found.purpose != purpose:
        raise Http404
    return found


@page("referral.create")
def draft(request: PersonRequest, token: UUID) -> HttpResponse:
    """A new aanmelding that is being typed: POST keeps it, GET opens it again. Only for who types it."""
    person = request.person
    if request.method == "POST":
        fields, token = typed_fields(ReferralForm(person=person), request.POST), own_token(request, token)
        return kept(lambda: save_draft(by=person, token=token, fields=fields), str(token))
    if case := registered(person, token):
        return redirect("cases:case", case.number)  # somebody went back after saving
    found = own_draft(person, token, Purpose.REFERRAL)
    record(person, "draft.read")
    return new_page(request, ReferralForm(person=person, initial=found.fields), token, found)


@case_page("referral.change", shows=False)
@require_POST
def change_draft(request: PersonRequest, case: Case) -> HttpResponse:
    """A change that is being typed. It keeps with it which version it began with."""
    version = clean(request.POST.get("version", ""))[:60]
    fields: dict[str, Any] = typed_fields(ReferralForm(person=request.person, case=case), request.POST)
    fields["version"] = version
    return kept(lambda: save_change_draft(by=request.person, case=case, fields=fields), version)


@member
@require_POST
def discard(request: PersonRequest, token: UUID) -> HttpResponse:
    """Throw a draft of one's own away and go back to where one came from."""
    found = own_draft(request.person, token)
    case, consultation = found.case, found.purpose == Purpose.CONSULTATION
    discard_draft(by=request.person, draft=found)
    messages.success(request, "Het concept is weg.")
    if case is not None:
        return redirect("cases:referral", case.number)
    return redirect("cases:consultations" if consultation else "today")
