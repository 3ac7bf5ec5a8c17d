"""The sentence a chapter opens with: what was found, in plain words, made from the figures themselves."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.figures import YearFigures
from monitor.indicators import BEFORE, QUESTION, RESULT, TEAM, WHO

if TYPE_CHECKING:
    from .presentation import ShownFigure, ShownRow

NOTHING = "Hierover is dit jaar nog niets vastgelegd."


def opening(chapter: str, shown: Mapping[str, "ShownFigure"], this: YearFigures) -> str:
    """One or two sentences; a plain «nothing yet» when the answers are missing."""
    parts = [part for part in SENTENCES[chapter](shown, this) if part]
    return " ".join(parts) or NOTHING


def who(shown: Mapping[str, "ShownFigure"], this: YearFigures) -> list[str]:
    no_school, problems = row_of(shown["type_onderwijs"], "Geen"), row_of(shown["problemen_op_school"], "Ja")
    return [
        f"Van de {this.total} jongeren van {this.year} ging {written(no_school)} niet naar school."
        if no_school
        else "",
        f"Bij {written(problems)} waren er problemen op school voordat de hulp vastliep." if problems else "",
    ]


def question(shown: Mapping[str, "ShownFigure"], this: YearFigures) -> list[str]:
    asked, transfer = first_of(shown["wat_is_de_vraag"]), row_of(shown["doorstroom_verblijf"], "Ja")
    return [
        f"De meest gestelde vraag was ‘{asked.label}’: {written(asked)} van de casussen." if asked else "",
        f"In {written(transfer)} van de casussen ging het om een andere plek om te wonen."
        if transfer
        else "",
    ]


def before(shown: Mapping[str, "ShownFigure"], this: YearFigures) -> list[str]:
    analysis, stuck = row_of(shown["va_vooraf"], "Ja"), first_of(shown["knelpunten_vooraf"])
    return [
        f"In {written(analysis)} van de casussen lag er al een verklarende analyse." if analysis else "",
        f"Wat het vaakst knelde: ‘{stuck.label}’ ({written(stuck)})." if stuck else "",
    ]


def team(shown: Mapping[str, "ShownFigure"], this: YearFigures) -> list[str]:
    both = row_of(shown["aan_tafel"], "Jeugdige en ouders")
    return [f"Bij {written(both)} zaten de jongere en de ouders samen aan tafel." if both else ""]


def result(shown: Mapping[str, "ShownFigure"], this: YearFigures) -> list[str]:
    family, helped = row_of(shown["tevreden_jeugdige_ouder"], "Tevreden"), first_of(shown["bijdrage"])
    return [
        f"{written(family)} van de jongeren en ouders was tevreden." if family else "",
        f"Wat het vaakst bijdroeg: ‘{helped.label}’ ({written(helped)})." if helped else "",
    ]


SENTENCES = {WHO: who, QUESTION: question, BEFORE: before, TEAM: team, RESULT: result}


def row_of(figure: "ShownFigure", label: str) -> "ShownRow | None":
    """The row of an answer, None when nobody gave it."""
    return next((row for row in figure.rows if row.label == label and row.count), None)


def first_of(figure: "ShownFigure") -> "ShownRow | None":
    """The answer most given."""
    return max((row for row in figure.rows if row.count), key=lambda row: row.count, default=None)


def written(row: "ShownRow") -> str:
    """A percentage in words of the page: 42% or 19,4%."""
    return f"{decimal_comma(row.percent)}%"


def decimal_comma(number: Decimal) -> str:
    return str(number).replace(".", ",")
