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

    `verdict` is what counts now (see `counted`); `earlier`: they answered, about a version that is not the newest now.
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
    silent = [one for one in parties if not one.verdict]
    groups = [
        (_with(parties, Verdict.NO), "zegt", "zeggen", "nee"),
        (_with(parties, Verdict.PARTLY), "herkent", "herkennen", "zich er deels in"),
        (_with(parties, Verdict.YES), "herkent", "herkennen", "zich erin"),
        ([one.name for one in silent if one.earlier], "antwoordde", "antwoordden", EARLIER),
    ]
    never = [one.name for one in silent if not one.earlier]
    if len(never) < len(parties):
        groups.append((never, "heeft", "hebben", "nog niet geantwoord"))
    return [
        f"{listed(names)} {one if len(names) == 1 else many} {rest}."
        for names, one, many, rest in groups
        if names
    ]


EARLIER = "op een eerdere versie, en nog niet op de nieuwste"


def _with(parties: Sequence[Party], verdict: str) -> list[str]:
    return [one.name for one in parties if one.verdict == verdict]
