"""Pages of the aanmelding: a new one, who was here before, reading it, changing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page, get_case_for
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record

from .actions import ReferralChanged, change_referral, register_referral, registered
from .changes import merge
from .drafts.actions import change_draft
from .form_fields import URGENCY
from .forms import ReferralForm, with_choice
from .pages import change_page, conflict_page, new_page, token_of
from .queries import answers_of, consent_of, notices, version_of


@page("referral.create")
def new(request: PersonRequest) -> HttpResponse:
    """A new aanmelding: the form, and what is sent with it."""
    if request.method != "POST":
        start = {"referred_on": timezone.localdate(), "urgency": URGENCY}
        return new_page(request, ReferralForm(person=request.person, initial=start), token_of(""))
    token = token_of(request.POST.get("form_token", ""))
    sent_before = registered(request.person, token)
    form = ReferralForm(with_choice(request.POST), person=request.person, case=sent_before)
    if not form.is_valid():
        return new_page(request, form, token, status=422)
    case, is_new = register_referral(by=request.person, answers=form.cleaned_data, token=token)
    if not is_new:
        return sent_again(request, case, form)
    messages.success(request, f"De aanmelding is opgeslagen als casus {case.number}.")
    if case.earlier_number and not case.earlier_case_id:
        text = f"Casus {case.earlier_number} staat hier nog niet. We koppelen de casussen zodra die er is."
        messages.warning(request, text)
    return redirect("cases:case", case.number)


def sent_again(request: PersonRequest, case: Case, form: ReferralForm) -> HttpResponse:
    """A double click leads to the one case; who went back and typed something else is asked what should stay."""
    now = answers_of(case)
    sent = {name: value for name, value in form.cleaned_data.items() if value or name != "gender"}
    merged = merge(None, now, sent)
    if not merged.clashing:
        return redirect("cases:case", case.number)
    return conflict_page(request, case.number, merged, version_of(case))


@page("referral.create")
@require_POST
def earlier(request: PersonRequest) -> HttpResponse:
    """What stands beside the form about what was typed so far: was here before, who has to agree. A fragment."""
    number = request.POST.get("number", "")
    case = get_case_for(request.person, number, "referral.change") if number else None
    found = notices(request.person, with_choice(request.POST), case=case)
    if found.complete:
        record(request.person, "referral.earlier_looked_up", details={"found": len(found.earlier)})
    return render(request, "cases/intake/notices.html", {"notices": found, "live": True})


@case_page("case.read", event="referral.read")
def read(request: PersonRequest, case: Case) -> HttpResponse:
    """The aanmelding of a case, and what was decided about it."""
    context = {"case": case, "tabs": tabs_for(case, "cases:referral"), "consent": consent_of(case)}
    return render(request, "cases/intake/read.html", context)


@case_page("referral.change", event="referral.read")
def change(request: PersonRequest, case: Case) -> HttpResponse:
    """The same form for an aanmelding that is there already."""
    if request.method != "POST":
        draft = change_draft(request.person, case)
        start = draft.fields if draft else answers_of(case)
        form = ReferralForm(initial=start, person=request.person, case=case)
        return change_page(request, case, form, start.get("version") or version_of(case), draft=draft)
    version = request.POST.get("version", "")
    form = ReferralForm(with_choice(request.POST), person=request.person, case=case)
    if not form.is_valid():
        return change_page(request, case, form, version, status=422)
    try:
        names = change_referral(by=request.person, case=case, answers=form.cleaned_data, version=version)
    except ReferralChanged as conflict:
        return conflict_page(request, case.number, conflict.merged, conflict.version)
    messages.success(request, "De wijzigingen zijn opgeslagen." if names else "Er was niets veranderd.")
    return redirect("cases:referral", case.number)
