"""What the site can propose for the closing: taken over in one click, never by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from cases.casefile.models import Case
from cases.choices.queries import label
from cases.hours.queries import total_of
from cases.meetings.queries import last_table
from expertteam.ui.dates import long_date

from .models import Closure, Side
from .opinions.queries import SideOf, sides_of
from .queries import hours_text

NAMES = {
    "hours": "Uren van het team",
    "at_table": "Aan tafel",
    "satisfaction_family": "Tevreden: jongere en ouders",
    "satisfaction_professionals": "Tevreden: hulpverleners",
}


@dataclass(frozen=True)
class Proposal:
    """A value for a field of `Closure`, in words, and where it comes from."""

    field: str
    value: Any
    words: str
    source: str

    @property
    def label(self) -> str:
        return NAMES[self.field]


def proposals_of(case: Case, closure: Closure) -> dict[str, Proposal]:
    """Field → proposal, for every field where the site knows something else than what stands there; five queries."""
    found = [*from_hours(case), *from_table(case), *from_opinions(sides_of(case))]
    return {one.field: one for one in found if getattr(closure, one.field) != one.value}


def from_hours(case: Case) -> Iterable[Proposal]:
    total = total_of(case)
    if total > Decimal(0):
        yield Proposal("hours", total, hours_text(total), "opgeteld bij Uren")


def from_table(case: Case) -> Iterable[Proposal]:
    """Who of the family sat at the table: as the last conversation says, else as it stands with the people."""
    talk = last_table(case)
    if talk is not None:
        day = long_date(timezone.localtime(talk.starts_at).date())
        words = label("aan_tafel", talk.at_table)
        yield Proposal("at_table", talk.at_table, words, f"in de bijeenkomst van {day}")
        return
    family = [one for one in case.participants.all() if one.role in ("jeugdige", "ouder") and one.at_table]
    if not family:
        return
    there = {one.role for one in family if one.at_table == "ja"}
    codes = {
        ("jeugdige", "ouder"): "jeugdige_en_ouders",
        ("ouder",): "alleen_ouders",
        ("jeugdige",): "alleen_jeugdige",
    }
    code = codes.get(tuple(sorted(there)), "niet")
    yield Proposal("at_table", code, label("aan_tafel", code), "staat zo bij Mensen")


FIELDS = {Side.FAMILY: "satisfaction_family", Side.PROFESSIONALS: "satisfaction_professionals"}


def from_opinions(sides: Iterable[SideOf]) -> Iterable[Proposal]:
    for one in sides:
        if one.proposal:
            count = len(one.answered)
            source = "uit één antwoord" if count == 1 else f"uit {count} antwoorden"
            yield Proposal(FIELDS[one.side], one.proposal, one.proposal_words, source)
