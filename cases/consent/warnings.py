"""What the header of a case says about consent: one query."""

from datetime import date

from django.db.models import Exists, F
from django.urls import reverse

from cases.casefile.header import Warning
from cases.casefile.models import Case, LegalBasis, Phase
from expertteam.ui.dates import age_on, long_date

from .coming import next_change
from .database import ConsentState
from .models import ConsentParty
from .purposes import Purpose
from .rules import BIRTHDAYS

RUNNING = (Phase.ANALYSIS, Phase.FOLLOWING)


def consent_warnings(case: Case, today: date) -> list[Warning]:
    """Of a case that was taken up: what is missing, what must be asked again, which birthday comes in six weeks."""
    if case.phase not in RUNNING:
        return []
    discuss, *others = states_of(case, today)
    found = [warning_of(case, discuss, set(others), today), coming(case, today)]
    url = reverse("cases:consent", args=[case.number])
    return [Warning(text, kind, url) for text, kind in found if text]


def states_of(case: Case, today: date) -> tuple[str, ...]:
    """How it stands with discussing, with the monitor, and with parties («open» and «verlopen» when there are)."""
    of_party = ConsentState(F("purpose"), today, case="case_id", party="pk")
    parties = ConsentParty.objects.filter(case=case.pk).alias(state=of_party)
    one = Case.objects.filter(pk=case.pk).values_list(
        ConsentState(Purpose.DISCUSS, today),
        ConsentState(Purpose.MONITOR, today),
        Exists(parties.filter(state="open")),
        Exists(parties.filter(state="verlopen")),
    )
    discuss, monitor, is_open, lapsed = one.get()
    return discuss, monitor, "open" if is_open else "", "verlopen" if lapsed else ""


def warning_of(case: Case, discuss: str, others: set[str], today: date) -> tuple[str, str]:
    """The one thing to know: what stops the work goes before what is only incomplete."""
    if discuss == "geweigerd":
        return "geen toestemming om te bespreken", "stuck"
    if "verlopen" in (discuss, *others):
        age = age_on(case.young_person.birth_date, today)
        passed = max(one for one in BIRTHDAYS if one <= age)
        return f"{passed} geworden: vraag toestemming opnieuw", "attention"
    if discuss == "open":
        return "toestemming ontbreekt", "attention"
    return ("toestemming niet compleet" if "open" in others else "", "attention")


def coming(case: Case, today: date) -> tuple[str, str]:
    """The birthday at which it is asked again; nothing for a register, because nobody was asked."""
    change = next_change(case.young_person.birth_date, today)
    if change is None or not change.soon or case.legal_basis == LegalBasis.REGISTER:
        return "", ""
    return f"wordt {change.age} op {long_date(change.on)}: vraag het dan opnieuw", "accent"
