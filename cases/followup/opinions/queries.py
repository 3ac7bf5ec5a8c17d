"""Who was asked what they thought, what they said, and what that comes down to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.casefile.models import Case
from cases.choices.queries import label
from cases.followup.models import Opinion, Side
from cases.people.models import Participant

SATISFIED, PARTLY, NOT, NOT_INVOLVED = "tevreden", "deels_tevreden", "niet_tevreden", "loopt_nog"
FAMILY_ROLES = ("jeugdige", "ouder", "pleegouder", "voogd", "belangrijke_ander", "woordvoerder")
COLOURS = {SATISFIED: "good", PARTLY: "attention", NOT: "stuck"}


@dataclass(frozen=True)
class Said:
    """An opinion with its answer in words."""

    one: Opinion
    satisfied: str
    colour: str


@dataclass(frozen=True)
class Askable:
    """Somebody of the case who can be asked; `pk` of the participant, 0 for the young person."""

    pk: int
    name: str
    role: str


@dataclass(frozen=True)
class SideOf:
    """One side: who was asked, who can be, and the figure it comes down to (a code of question `tevreden`)."""

    side: Side
    said: list[Said]
    askable: list[Askable]
    proposal: str

    @property
    def answered(self) -> list[Said]:
        return [one for one in self.said if one.one.answered_on]

    @property
    def proposal_words(self) -> str:
        return label("tevreden", self.proposal)


def combined(answers: Iterable[str]) -> str:
    """The one figure of several answers; empty while nobody who was involved answered.

    Everybody satisfied: satisfied; everybody not: not; anything else: partly. Who was not involved does not count,
    unless nobody was.
    """
    given = [one for one in answers if one]
    counted = {one for one in given if one != NOT_INVOLVED}
    if not counted:
        return NOT_INVOLVED if given else ""
    return counted.pop() if len(counted) == 1 else PARTLY


def sides_of(case: Case) -> list[SideOf]:
    """Both sides of a case; two queries."""
    opinions = list(case.opinions.all())
    people = list(case.participants.current())
    return [side_of(case, side, opinions, people) for side in Side]


def side_of(case: Case, side: Side, opinions: Sequence[Opinion], people: Sequence[Participant]) -> SideOf:
    mine = [one for one in opinions if one.side == side]
    said = [Said(one, label("tevreden", one.satisfied), COLOURS.get(one.satisfied, "")) for one in mine]
    asked = {one.name for one in mine}
    offered: dict[str, Askable] = {}
    if side == Side.FAMILY:
        child = case.young_person
        offered[str(child)] = Askable(0, str(child), "jeugdige")
    for one in people:
        if (one.role in FAMILY_ROLES) == (side == Side.FAMILY) and one.role != "jeugdige":
            offered.setdefault(one.name, Askable(one.pk, one.name, one.role))
    askable = [one for name, one in offered.items() if name not in asked]
    return SideOf(side, said, askable, combined(one.satisfied for one in mine))
