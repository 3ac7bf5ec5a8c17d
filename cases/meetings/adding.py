"""Putting a case on an agenda from a form: what went wrong becomes a sentence that says what to do."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from cases.casefile.gate import get_case_for
from cases.casefile.models import Case
from cases.casefile.over import CaseIsOver
from expertteam.access.guards import PersonRequest
from expertteam.access.person import Person
from expertteam.ui.dates import long_date

from .agenda import AgendaFull, NoRoom, OnAnotherAgenda, put_on_agenda
from .forms import AddCaseForm
from .models import AgendaItem, Meeting
from .planning import NotPlanned
from .queries import cases_to_offer


def add_form(request: PersonRequest, data: Any = None) -> AddCaseForm:
    """The form with the cases that can be chosen."""
    return AddCaseForm(data, cases=cases_to_offer(request.person))


def add_typed(request: PersonRequest, meeting: Meeting, form: AddCaseForm) -> AgendaItem | None:
    """Put the typed case on the agenda; None when the form says what to do."""
    if not form.is_valid():
        return None
    try:
        case = get_case_for(request.person, form.cleaned_data["number"], "meeting.plan")
    except (Http404, PermissionDenied):
        form.add_error("number", "Deze casus vind ik niet. Kies er een uit de lijst, of kijk het nummer na.")
        return None
    said = try_to_add(request.person, meeting, case, form.cleaned_data["minutes"])
    if isinstance(said, AgendaItem):
        return said
    field, sentence = said
    form.add_error(field, sentence)
    return None


def try_to_add(by: Person, meeting: Meeting, case: Case, minutes: int) -> AgendaItem | tuple[str, str]:
    """The item; or the field and the sentence that says why not."""
    try:
        return put_on_agenda(by=by, meeting=meeting, case=case, minutes=minutes)
    except (NotPlanned, CaseIsOver, OnAnotherAgenda, AgendaFull, NoRoom) as why:
        return why_not(why)


def why_not(why: ValueError) -> tuple[str, str]:
    """Field and sentence for what stands in the way."""
    if isinstance(why, NoRoom):
        return "minutes", no_room(why.args[0])
    if isinstance(why, OnAnotherAgenda):
        return "number", on_another(why.args[0])
    if isinstance(why, CaseIsOver):
        return "number", str(why)
    return "number", {
        NotPlanned: "Deze bijeenkomst is voorbij of afgezegd.",
        AgendaFull: "Er staan al vier casussen op de agenda. Kies een andere bijeenkomst.",
    }[type(why)]


def no_room(left: int) -> str:
    if left < 10:
        return "De tijd is vol. Maak de bijeenkomst langer, of kies een andere."
    return f"Er zijn nog {left} minuten over. Kies minder minuten, of maak de bijeenkomst langer."


def on_another(item: AgendaItem | None) -> str:
    if item is None:
        return "Deze casus staat al op een agenda."
    day = long_date(timezone.localtime(item.starts_at).date())
    return f"Deze casus staat al op de agenda van {day}. Verplaats hem daar."
