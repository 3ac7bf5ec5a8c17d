"""The new case with the earlier one beside it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.overview import voices_of
from cases.casefile.tabs import tabs_for
from cases.followup.models import EarlierCaseUse
from expertteam.access.guards import PersonRequest
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills

from .queries import Earlier, earlier_of

YES, NO = "ja", "nee"
FIELDS = ("said_by", "said_on", "note")


class UseForm(PageForm):
    """Whether the earlier case may be used now."""

    why = {
        "allowed": "De vorige keer is toestemming gegeven voor die casus. Voor deze casus vragen we het opnieuw."
    }

    allowed = forms.ChoiceField(
        label="Mag het team de eerdere casus erbij pakken?", choices=[(YES, "Ja"), (NO, "Nee")],
        widget=RadioPills(blank_label=None),
    )  # fmt: skip
    said_by = forms.CharField(
        label="Wie zei dat?", max_length=300, help_text="Vraag het aan dezelfde mensen als bij Toestemming"
    )
    said_on = DutchDateField(label="Op welke dag?", future=False)
    note = forms.CharField(label="Toelichting", max_length=500, required=False)

    def __init__(self, *args: Any, use: EarlierCaseUse | None, **kwargs: Any) -> None:
        known: dict[str, Any] = {"said_on": timezone.localdate()}
        if use:
            known = {name: getattr(use, name) for name in FIELDS} | {"allowed": YES if use.allowed else NO}
        super().__init__(*args, initial=known, **kwargs)

    def blocks(self) -> list[Any]:
        return ["allowed", Columns("said_by", "said_on"), "note"]

    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "allowed": self.cleaned_data["allowed"] == YES}


@transaction.atomic
def say_use(*, by: Person, case: Case, values: dict[str, Any]) -> bool:
    """Keep whether the earlier case may be used; False when nothing is new."""
    Case.objects.select_for_update().get(pk=case.pk)
    use = EarlierCaseUse.objects.filter(case=case).first() or EarlierCaseUse(case=case)
    if use.pk and all(getattr(use, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(use, name, value)
    use.save()
    record(by, "earlier.answered", case_number=case.number)
    return True


def show(person: Person, case: Case, earlier: Earlier) -> None:
    """Trace at the earlier case that its story was shown beside this one."""
    if earlier.may_be_used:
        record(person, "earlier.read", case_number=earlier.case.number, details={"number": case.number})


@case_page("case.read", event="case.read")
def earlier(request: PersonRequest, case: Case) -> HttpResponse:
    """Both cases side by side, and whether the earlier one may be used."""
    found = earlier_of(request.person, case)
    if found is None:
        raise Http404
    may_write = "referral.change" in case.rights
    form = None
    if may_write:
        form = UseForm(request.POST if request.method == "POST" else None, use=found.use)
        if form.is_valid():
            say_use(by=request.person, case=case, values=form.values())
            messages.success(request, "Bewaard.")
            return redirect("cases:earlier_case", case.number)
    show(request.person, case, found)
    context = {"case": case, "tabs": tabs_for(case, "cases:referral"), "earlier": found, "form": form}
    context["voices"] = voices_of(case)
    wrong = form is not None and bool(form.errors)
    return render(request, "cases/followup/earlier.html", context, status=422 if wrong else 200)
