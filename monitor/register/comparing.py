"""What a row of a register means for a case, and how that differs from the case that is there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from cases.casefile.models import Case
from cases.casefile.text import folded
from cases.choices.queries import label
from expertteam.accounts.models import Team
from expertteam.ui.dates import long_date

from .columns import BY_FIELD
from .rows import RegisterRow

# Field of the row → (part of the case, field of that part). The name and the numbers are handled on their own.
PLACES: dict[str, tuple[str, str]] = {
    "geslacht": ("young_person", "gender"),
    "referred_on": ("referral", "referred_on"),
    "gemeente": ("referral", "municipality"),
    "referrer": ("referral", "referrer_name"),
    "organisation": ("referral", "referrer_organisation"),
    "wie_stelt_de_vraag": ("referral", "asker"),
    "wat_is_de_vraag": ("referral", "question_kind"),
    "question_line": ("referral", "question_line"),
    "doorstroom_verblijf": ("referral", "transfer"),
    "juridisch_kader": ("referral", "legal_frame"),
    "verblijf": ("referral", "residence"),
    "type_onderwijs": ("referral", "education"),
    "problemen_op_school": ("referral", "school_problems"),
    "va_vooraf": ("referral", "prior_analysis"),
    "va_gemaakt_door": ("referral", "prior_analysis_by"),
    "heraanmelding": ("referral", "re_referral"),
    "knelpunten_vooraf": ("referral", "bottlenecks"),
    "aan_tafel": ("closure", "at_table"),
    "hours": ("closure", "hours"),
    "tevreden_jeugdige_ouder": ("closure", "satisfaction_family"),
    "tevreden_hulpverlener": ("closure", "satisfaction_professionals"),
    "effecten": ("closure", "effects"),
    "kosten": ("closure", "costs"),
    "bijdrage": ("closure", "contributions"),
    "closed_on": ("closure", "closed_on"),
    "profiel": ("analysis", "profile"),
    "schadelijke_zorg": ("analysis", "harmful_care"),
    "earlier_number": ("case", "earlier_number"),
}
EMPTY_AS_NONE = {"hours", "closed_on"}


@dataclass(frozen=True)
class Change:
    """One field that differs: its column, what stands in the case now, what the register says (both as shown)."""

    column: str
    now: str
    register: str


@dataclass(frozen=True)
class Comparison:
    """What taking over a register would do. `waiting` are (case, earlier number) of which the earlier is not there."""

    new: list[RegisterRow] = field(default_factory=list)
    same: list[RegisterRow] = field(default_factory=list)
    different: list[tuple[RegisterRow, list[Change]]] = field(default_factory=list)
    waiting: list[tuple[str, str]] = field(default_factory=list)


def wanted(row: RegisterRow, part: str) -> dict[str, Any]:
    """Fields of one part of a case ("referral", "closure", …) as the register has them."""
    return {name: stored(row, source) for source, (where, name) in PLACES.items() if where == part}


def stored(row: RegisterRow, source: str) -> Any:
    """A value of the row as the models keep it: lists as lists, no answer as an empty text (or None for a number)."""
    value = getattr(row, source)
    if isinstance(value, tuple):
        return list(value)
    return value if source in EMPTY_AS_NONE else value or ""


def existing_cases(team: Team, numbers: Iterable[str]) -> dict[str, Case]:
    """The team's cases with these numbers, with all their parts, in one query."""
    parts = ("young_person", "referral", "closure", "analysis")
    return {
        case.number: case
        for case in Case.objects.filter(team=team, number__in=list(numbers)).select_related(*parts)
    }


def compare(team: Team, rows: Iterable[RegisterRow]) -> Comparison:
    """Compare the rows with the cases of the team: a fixed number of queries, nothing written."""
    rows = list(rows)
    numbers = {row.case_number for row in rows}
    there = existing_cases(team, numbers | {row.earlier_number for row in rows if row.earlier_number})
    found = Comparison()
    for row in rows:
        case = there.get(row.case_number)
        changes = differences(case, row) if case else []
        if case is None:
            found.new.append(row)
        elif changes:
            found.different.append((row, changes))
        else:
            found.same.append(row)
        if row.earlier_number and row.earlier_number not in numbers and row.earlier_number not in there:
            found.waiting.append((row.case_number, row.earlier_number))
    return found


def differences(case: Case, row: RegisterRow) -> list[Change]:
    """The fields in which the case and the row differ."""
    changes = []
    person = case.young_person
    for name, column in (("first_name", "Roepnaam"), ("last_name", "Achternaam")):
        if folded(getattr(person, name)) != folded(getattr(row, name)):
            changes.append(Change(column, getattr(person, name), getattr(row, name)))
    if person.birth_date != row.birth_date:
        changes.append(Change("Geboortedatum", long_date(person.birth_date), long_date(row.birth_date)))
    for source, (part, name) in PLACES.items():
        owner = case if part == "case" else getattr(case, part, None)
        now, register = getattr(owner, name, "" if source == "profiel" else []), stored(row, source)
        if comparable(now) != comparable(register):
            changes.append(Change(BY_FIELD[source].name, shown(source, now), shown(source, register)))
    return changes


def comparable(value: Any) -> Any:
    """Lists without order; everything else as it is."""
    return sorted(value) if isinstance(value, list) else value


def shown(source: str, value: Any) -> str:
    """A stored value in words: labels, Dutch dates and numbers, «leeg» for nothing."""
    question = BY_FIELD[source].question
    if value in (None, "", []):
        return "leeg"
    if isinstance(value, list):
        return ", ".join(label(question, code) for code in value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return label(question, value) if question else str(value)
