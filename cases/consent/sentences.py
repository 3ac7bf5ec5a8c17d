"""What is missing, in the words of the page: pure."""

from dataclasses import dataclass
from datetime import date

from expertteam.ui.dates import age_on, long_date

from .purposes import Purpose, in_words, short
from .situation import Cell, Situation, State, Verdict, day_that_counts


@dataclass(frozen=True)
class Missing:
    """Of whom something is missing, for what, and why (`state`); `sentence` says it all. `age`: of who was asked."""

    purpose: str
    who: str
    state: State
    sentence: str
    party: str = ""
    age: int = 0


def missing_of(
    verdict: Verdict, party: str, young_person: str, situation: Situation, day: date
) -> list[Missing]:
    """One for each person of whom something is missing; nothing when it may be done."""
    found = []
    age = age_on(situation.birth_date, day_that_counts(situation, verdict.purpose, day))
    what = in_words(verdict.purpose, party)
    for cell in verdict.lacking:
        own = lapsed(young_person, age, what) if cell.state == State.LAPSED else ""
        sentence = own or sentence_of(cell, what, situation)
        found.append(Missing(verdict.purpose, cell.needed.name, cell.state, sentence, party, age))
    return found


def lapsed(name: str, age: int, what: str) -> str:
    """A birthday came between."""
    return f"{name} is inmiddels {age}. Vraag {name} opnieuw toestemming {what}."


def sentence_of(cell: Cell, what: str, situation: Situation) -> str:
    """Why this person's answer is not enough."""
    name, day = cell.needed.name, long_date(cell.on) if cell.on else ""
    return {
        State.OPEN: f"{name} gaf nog geen toestemming {what}.",
        State.REFUSED: f"{name} zei op {day} nee: geen toestemming {what}.",
        State.WITHDRAWN: f"{name} trok op {day} de toestemming in {what}.",
        State.TRIED: f"{name} is nog niet bereikt. Niemand besloot nog om verder te gaan.",
        State.UNKNOWN: unknown(cell, situation),
    }.get(cell.state, "")


def unknown(cell: Cell, situation: Situation) -> str:
    """The law asks somebody who is not among the people yet."""
    if cell.needed.who == "Voogd":
        return "De voogd staat nog niet bij Mensen."
    sharing = [one.name for one in situation.around if one.authority == "gedeeld" and one.left_on is None]
    if sharing:
        return f"Met wie {sharing[0]} het gezag deelt, staat nog niet bij Mensen."
    return "Wie het gezag heeft, staat nog niet bij Mensen."


def nobody_named(purpose: str) -> Missing:
    """No party was named, so nobody was asked anything."""
    text = {
        Purpose.SHARE: "Er is nog niet gevraagd met wie we mogen delen.",
        Purpose.REQUEST: "Er is nog niet gevraagd bij wie we informatie mogen opvragen.",
    }[Purpose(purpose)]
    return Missing(purpose, "", State.OPEN, text)


def not_named(purpose: str, party: str) -> Missing:
    """This party is not among those that were asked about."""
    text = f"{short(purpose, party)} is nog niet gevraagd."
    return Missing(purpose, "", State.OPEN, text, party)
