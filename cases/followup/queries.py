"""What the monitor counts of the end of a case, and what of it is known."""

from dataclasses import dataclass
from decimal import Decimal

from cases.choices.queries import label, labels
from expertteam.ui.dates import long_date

from .models import Closure


@dataclass(frozen=True)
class Line:
    """One figure: its name and what was filled in (nothing when it is still open), and the field where one does."""

    name: str
    value: str
    field: str


def counted_lines(closure: Closure) -> list[Line]:
    """Every figure the monitor takes from the end of a case, in the order of the form."""
    return [
        Line("Aan tafel", label("aan_tafel", closure.at_table), "at_table"),
        Line("Uren van het team", hours_in_words(closure), "hours"),
        Line(
            "Tevreden: jongere en ouders",
            label("tevreden", closure.satisfaction_family),
            "satisfaction_family",
        ),
        Line(
            "Tevreden: hulpverleners",
            label("tevreden", closure.satisfaction_professionals),
            "satisfaction_professionals",
        ),
        Line("Effecten", chosen("effecten", closure.effects), "effects"),
        Line("Kosten", label("kosten", closure.costs), "costs"),
        Line("Wat bijdroeg", chosen("bijdrage", closure.contributions), "contributions"),
        Line("Afgesloten op", long_date(closure.closed_on) if closure.closed_on else "", "closed_on"),
    ]


def hours_in_words(closure: Closure) -> str:
    """`12,5 uur`; empty while it is not known."""
    return hours_text(closure.hours) if closure.hours is not None else ""


def hours_text(hours: Decimal) -> str:
    """`12,5 uur`."""
    return f"{hours.normalize():f} uur".replace(".", ",")


def chosen(question: str, codes: list[str]) -> str:
    """The labels of several answers in the order of the list."""
    return ", ".join(text for code, text in labels(question).items() if code in codes)
