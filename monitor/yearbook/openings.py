"""The sentence a chapter opens with: what was found, in plain words, made from the figures themselves."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from monitor.figures import YearFigures
from monitor.indicators import BEFORE, QUESTION, RESULT, TEAM, WHO

if TYPE_CHECKING:
    from .presentation import ShownFigure, ShownRow

    Shown = Mapping[str, ShownFigure]

NOTHING = "Hierover is dit jaar nog niets vastgelegd."
# Below this many cases a percentage says more than is known: «4 van de 5».
FEWEST_FOR_PERCENT = 10


def opening(chapter: str, shown: "Shown", this: YearFigures) -> str:
    """One or two sentences; a plain «nothing yet» when the answers are missing."""
    parts = [part for part in SENTENCES[chapter](shown, this) if part]
    return " ".join(parts) or NOTHING


def who(shown: "Shown", this: YearFigures) -> list[str]:
    school = shown["type_onderwijs"]
    problems = sentence(shown, "problemen_op_school", "ja", "{0} waren er problemen op school")
    return [
        without_school(school, row_of(school, "geen"), this),
        f"{problems} voordat de hulp vastliep." if problems else "",
    ]


def without_school(figure: "ShownFigure", row: "ShownRow | None", this: YearFigures) -> str:
    """How many did not go to school, said of the young people themselves."""
    if row is None:
        return ""
    people = "Van de ene jongere" if figure.base == 1 else f"Van de {figure.base} jongeren"
    known = "" if figure.base == this.total else " van wie we het weten"
    if figure.base >= FEWEST_FOR_PERCENT:
        went = f"ging {percentage(row)}"
    else:
        went = "ging er 1" if row.count == 1 else f"gingen er {row.count}"
    return f"{people} van {this.year}{known} {went} niet naar school."


def question(shown: "Shown", this: YearFigures) -> list[str]:
    figure = shown["wat_is_de_vraag"]
    asked = first_of(figure)
    most = f"De meest gestelde vraag was ‘{asked.label}’: {part(asked, figure)}." if asked else ""
    if asked and asked.code == "doorstroom_in_verblijf":
        return [most]
    moving = sentence(shown, "doorstroom_verblijf", "ja", "{0} ging het om een andere plek om te wonen.")
    return [most, moving]


def before(shown: "Shown", this: YearFigures) -> list[str]:
    return [
        sentence(shown, "va_vooraf", "ja", "{0} lag er al een verklarende analyse."),
        most_given(shown["knelpunten_vooraf"], "Wat het vaakst knelde"),
    ]


def team(shown: "Shown", this: YearFigures) -> list[str]:
    both = "{0} zaten de jongere en de ouders samen aan tafel."
    return [sentence(shown, "aan_tafel", "jeugdige_en_ouders", both)]


def result(shown: "Shown", this: YearFigures) -> list[str]:
    content = "{0} waren de jongere en de ouders tevreden."
    return [
        sentence(shown, "tevreden_jeugdige_ouder", "tevreden", content),
        most_given(shown["bijdrage"], "Wat het vaakst bijdroeg"),
    ]


SENTENCES: dict[str, Callable[["Shown", YearFigures], list[str]]] = {
    WHO: who,
    QUESTION: question,
    BEFORE: before,
    TEAM: team,
    RESULT: result,
}


def sentence(shown: "Shown", key: str, code: str, words: str) -> str:
    """A sentence about the cases with this answer, as «In 23% van de casussen …»; empty when nobody gave it."""
    row = row_of(shown[key], code)
    return words.format(f"In {part(row, shown[key])}") if row else ""


def most_given(figure: "ShownFigure", words: str) -> str:
    """A sentence about the answer most given; empty without answers."""
    row = first_of(figure)
    return f"{words}: ‘{row.label}’, in {part(row, figure)}." if row else ""


def row_of(figure: "ShownFigure", code: str) -> "ShownRow | None":
    """The row of an answer, None when nobody gave it."""
    return next((row for row in figure.rows if row.code == code and row.count), None)


def first_of(figure: "ShownFigure") -> "ShownRow | None":
    """The answer most given; None when nobody gave one, or when several were given as often."""
    most = max((row.count for row in figure.rows), default=0)
    at_top = [row for row in figure.rows if row.count == most]
    return at_top[0] if most and len(at_top) == 1 else None


def part(row: "ShownRow", figure: "ShownFigure") -> str:
    """«23% van de casussen», «4 van de 5 casussen», «50% van de 24 casussen waarvan we het weten»."""
    known = figure.base == figure.total
    cases = "casussen" if known else "casussen waarvan we het weten"
    if figure.base == 1:
        return f"de ene {cases.replace('casussen', 'casus')}"
    if figure.base < FEWEST_FOR_PERCENT:
        return f"{row.count} van de {figure.base} {cases}"
    return f"{percentage(row)} van de {'' if known else f'{figure.base} '}{cases}"


def percentage(row: "ShownRow") -> str:
    """42% or 19,4%."""
    return f"{row.percent}%".replace(".", ",")
