"""What the pages of the aanmelding show: the form with what stands beside it, and what differs between two people."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cases.casefile.gate import get_case_for
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .answers import in_words
from .changes import Merged
from .forms import ReferralForm
from .models import ReferralDraft
from .queries import answers_of, last_change


@dataclass(frozen=True)
class Difference:
    """One question to which two people gave another answer."""

    label: str
    theirs: str
    mine: str
    taken: bool


def token_of(text: str) -> UUID:
    """The token of a form; a new one when it is missing or no token."""
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


def new_page(
    request: PersonRequest,
    form: ReferralForm,
    token: UUID,
    draft: ReferralDraft | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a new aanmelding, or of a draft of one."""
    context = {
        "form": form,
        "token": token,
        "draft": draft,
        "autosave_url": reverse("cases:draft", args=[token]),
        "autosave_key": f"aanmelding-{request.person.team.code}-{request.person.user.pk}",
        "autosave_version": token,  # text that waited under another form's token is put back only when asked for
    }
    return render(request, "cases/intake/new.html", context, status=status)


def change_page(
    request: PersonRequest, case: Case, form: ReferralForm, version: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The page on which the aanmelding of a case is changed; `more`: `draft`, or `differences` with `changed_by`."""
    context = {
        "case": case,
        "tabs": tabs_for(case, "cases:referral"),
        "form": form,
        "version": version,
        "autosave_url": reverse("cases:referral_draft", args=[case.number]),
        "autosave_key": f"wijziging-{case.pk}-{request.person.user.pk}",
        "autosave_version": version,
        **more,
    }
    return render(request, "cases/intake/change.html", context, status=status)


def conflict_page(request: PersonRequest, number: str, merged: Merged, version: str) -> HttpResponse:
    """The form again with both: what the other changed, and what one typed oneself. Saving again is a decision."""
    case = get_case_for(request.person, number, "referral.change")
    form = ReferralForm(initial=merged.answers, person=request.person, case=case)
    more = {"differences": differences(form, case, merged), "last": last_change(case)}
    return change_page(request, case, form, version, status=409, **more)


def differences(form: ReferralForm, case: Case, merged: Merged) -> list[Difference]:
    """What another changed meanwhile, in words, in the order of the form."""
    now = answers_of(case)
    return [
        Difference(
            str(form.fields[name].label),
            in_words(name, now[name]),
            in_words(name, merged.answers[name]),
            name in merged.taken,
        )
        for name in form.fields
        if name in merged.taken or name in merged.clashing
    ]
