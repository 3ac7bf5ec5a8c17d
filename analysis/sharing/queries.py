"""Who was asked whether this is their story too, and what they said."""

from dataclasses import dataclass
from functools import cached_property

from analysis.board.models import Analysis
from cases.casefile.models import Case
from cases.choices.queries import label
from cases.consent.rules import YOUNG_PERSON, Around, authority_of
from cases.people.models import Participant

from .models import Endorsement, Verdict
from .rules import STATE_NAMES, Party, State, in_words, state_of

FAMILY = {"ouder", "pleegouder", "voogd", "belangrijke_ander"}


@dataclass(frozen=True)
class Answer:
    """A party with what they said; `participant` is None for a young person who is not among the people yet."""

    name: str
    role: str
    decisive: bool
    participant: Participant | None
    given: Endorsement | None = None

    @property
    def key(self) -> str:
        return str(self.participant.pk) if self.participant else YOUNG_PERSON

    @property
    def asked(self) -> bool:
        """Who decides is always asked; others count from the moment they answered."""
        return self.decisive or self.given is not None

    @property
    def verdict_words(self) -> str:
        return Verdict(self.given.verdict).label.capitalize() if self.given else "Nog geen antwoord"


@dataclass(frozen=True)
class Shared:
    """The answers on one analysis, family first."""

    answers: list[Answer]

    @cached_property
    def parties(self) -> list[Party]:
        asked = [one for one in self.answers if one.asked]
        return [Party(one.name, one.decisive, one.given.verdict if one.given else "") for one in asked]

    @property
    def state(self) -> State:
        return state_of(self.parties)

    @property
    def state_name(self) -> str:
        return STATE_NAMES[self.state]

    @property
    def sentences(self) -> list[str]:
        return in_words(self.parties)

    @property
    def parents_unknown(self) -> bool:
        """Nobody with parental authority is written down, so nobody can be asked."""
        return not any(one.decisive and one.role != YOUNG_PERSON for one in self.answers)


def shared_of(case: Case, analysis: Analysis) -> Shared:
    """The answers on this analysis; two queries."""
    given = {one.participant_id: one for one in analysis.endorsements.all()}
    answers = [
        Answer(one.name, one.role, _decides(one), one, given.get(one.pk))
        for one in _each_once(list(case.participants.all()), set(given))
    ]
    if not any(one.role == YOUNG_PERSON for one in answers):
        answers.append(Answer(str(case.young_person), YOUNG_PERSON, True, None))
    return Shared(sorted(answers, key=_family_first))


def _each_once(participants: list[Participant], answered: set[int]) -> list[Participant]:
    """Everybody involved in the role that counts most, and who left but had answered: that answer stays."""
    kept = [one for one in participants if one.pk in answered]
    keys = {one.person_key for one in kept}
    current = [one for one in participants if one.is_current and one.pk not in answered]
    for one in sorted(current, key=lambda other: (not _decides(other), other.pk)):
        if one.person_key not in keys:
            keys.add(one.person_key)
            kept.append(one)
    return sorted(kept, key=lambda one: one.pk)


def _decides(participant: Participant) -> bool:
    if not participant.is_current:
        return False
    around = Around(participant.name, participant.role, participant.parental_authority)
    return participant.role == YOUNG_PERSON or bool(authority_of(around))


def _family_first(answer: Answer) -> tuple[bool, bool, bool]:
    return answer.role != YOUNG_PERSON, not answer.decisive, answer.role not in FAMILY


def role_in_words(answer: Answer) -> str:
    """What a party is, with the organisation they come from."""
    organisation = answer.participant.organisation if answer.participant else ""
    return ", ".join(part for part in (label("rol", answer.role), organisation) if part)
