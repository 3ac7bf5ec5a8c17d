"""When an analysis counts as shared (domain.md, «Gedeeld»): pure, a table to test against."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.sharing.models import Verdict
from expertteam.ui.words import listed


class State(StrEnum):
    """How far an analysis is everybody's."""

    OPEN = "open"
    SHARED = "gedeeld"
    PARTLY = "deels_gedeeld"
    NOT = "niet_gedeeld"


STATE_NAMES = {
    State.OPEN: "Nog niet voorgelegd",
    State.SHARED: "Gedeeld",
    State.PARTLY: "Deels gedeeld",
    State.NOT: "Niet gedeeld",
}


@dataclass(frozen=True)
class Party:
    """Somebody who was asked. `decisive`: the young person, or somebody with parental authority.

    `verdict` is what counts now (see `counted`); `earlier`: they answered, about a version that is no longer the newest.
    """

    name: str
    decisive: bool = False
    verdict: str = ""
    earlier: bool = False


@dataclass(frozen=True)
class Said:
    """What somebody said of a version; number 0 is from before any version was put before people."""

    number: int
    verdict: str


def counted(said: Sequence[Said], newest: int) -> str:
    """The verdict that counts while `newest` is the newest version that was put before anybody; empty for none.

    What was said of that version counts. Who did not answer it yet: a yes or a partly was about another text, so it
    is asked again; a no stands until they themselves say otherwise.
    """
    if not said:
        return ""
    last = max(said, key=lambda one: one.number)
    return last.verdict if last.number >= newest or last.verdict == Verdict.NO else ""


def state_of(parties: Sequence[Party]) -> State:
    """Shared: everybody answered, the decisive ones yes or partly, and nobody no. Not: a decisive one said no.

    Partly: there are answers, but neither of these. Open: nobody answered yet.
    """
    if not any(party.verdict for party in parties):
        return State.OPEN
    if any(party.verdict == Verdict.NO for party in parties if party.decisive):
        return State.NOT
    if all(party.verdict in (Verdict.YES, Verdict.PARTLY) for party in parties):
        return State.SHARED
    return State.PARTLY


def in_words(parties: Sequence[Party]) -> list[str]:
    """The answers by name, the no first, so that nobody disappears in a number."""
    said = {
        "zegt nee": [one.name for one in parties if one.verdict == Verdict.NO],
        "deels": [one.name for one in parties if one.verdict == Verdict.PARTLY],
        "ja": [one.name for one in parties if one.verdict == Verdict.YES],
        "geen": [one.name for one in parties if not one.verdict and not one.earlier],
    }
    earlier = [one.name for one in parties if not one.verdict and one.earlier]
    sentences = []
    if said["zegt nee"]:
        sentences.append(f"{listed(said['zegt nee'])} {_verb(said['zegt nee'], 'zegt', 'zeggen')} nee.")
    if said["deels"]:
        sentences.append(
            f"{listed(said['deels'])} {_verb(said['deels'], 'herkent', 'herkennen')} zich er deels in."
        )
    if said["ja"]:
        sentences.append(f"{listed(said['ja'])} {_verb(said['ja'], 'herkent', 'herkennen')} zich erin.")
    if earlier:
        sentences.append(
            f"{listed(earlier)} {_verb(earlier, 'antwoordde', 'antwoordden')} op een eerdere versie, en nog niet op "
            "de nieuwste."
        )
    if said["geen"] and len(said["geen"]) < len(parties):
        sentences.append(
            f"{listed(said['geen'])} {_verb(said['geen'], 'heeft', 'hebben')} nog niet geantwoord."
        )
    return sentences


def _verb(names: list[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many
