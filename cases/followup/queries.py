"""What the monitor counts of the end of a case, and what of it is known."""

from dataclasses import dataclass

from cases.choices.queries import label, labels
from expertteam.ui.dates import long_date

from .models import Closure


@dataclass(frozen=True)
class Line:
    """One figure: its name and what was filled in; nothing when it is still open."""

    name: str
    value: str


def counted_lines(closure: Closure) -> list[Line]:
    """Every figure the monitor takes from the end of a case, in the order of the form."""
    return [
        Line("Aan tafel", label("aan_tafel", closure.at_table)),
        Line("Uren van het team", hours_in_words(closure)),
        Line("Tevreden: jongere en ouders", label("tevreden", closure.satisfaction_family)),
        Line("Tevreden: hulpverleners", label("tevreden", closure.satisfaction_professionals)),
        Line("Effecten", chosen("effecten", closure.effects)),
        Line("Kosten", label("kosten", closure.costs)),
        Line("Wat bijdroeg", chosen("bijdrage", closure.contributions)),
        Line("Afgesloten op", long_date(closure.closed_on) if closure.closed_on else ""),
    ]


def hours_in_words(closure: Closure) -> str:
    """`12,5 uur`."""
    return f"{closure.hours.normalize():f} uur".replace(".", ",") if closure.hours is not None else ""


def chosen(question: str, codes: list[str]) -> str:
    """The labels of several answers in the order of the list."""
    return ", ".join(text for code, text in labels(question).items() if code in codes)
