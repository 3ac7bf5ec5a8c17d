"""Before whom the analysis was put, whether this is their story too, and what they said."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import F
from django.db.models.functions import Coalesce

from analysis.board.models import Analysis
from analysis.versions.models import FixedVersion
from cases.casefile.models import Case
from cases.choices.queries import label
from cases.consent.rules import YOUNG_PERSON, Around, authority_of
from cases.people.models import Participant

from .models import Asking, Endorsement, Verdict
from .rules import STATE_NAMES, Party, Said, State, counted, in_words, state_of

FAMILY = {"ouder", "pleegouder", "voogd", "belangrijke_ander"}


@dataclass(frozen=True)
class Answer:
    """A party with what they said; `participant` is None for a young person who is not among the people yet.

    `given` is the answer that counts, `earlier` the last one when it was about an older version (rules.counted).
    `asking` is the newest version that was put before them and not taken back.
    """

    name: str
    role: str
    decisive: bool
    participant: Participant | None
    given: Endorsement | None = None
    earlier: Endorsement | None = None
    asking: Asking | None = None
    newest: int = 0

    @property
    def key(self) -> str:
        return str(self.participant.pk) if self.participant else YOUNG_PERSON

    @property
    def asked(self) -> bool:
        """Who decides is always asked; others count from the moment it was put before them, or they answered."""
        return self.decisive or bool(self.given or self.earlier or self.asking)

    @property
    def waits(self) -> bool:
        """The newest version lies before them, and they said nothing of it yet."""
        return self.asking is not None and self.asked_of_newest and not self.answered_newest

    @property
    def asked_of_newest(self) -> bool:
        return self.asking is not None and number_of(self.asking) >= self.newest

    @property
    def answered_newest(self) -> bool:
        return self.given is not None and number_of(self.given) >= self.newest

    @property
    def is_family(self) -> bool:
        return self.role == YOUNG_PERSON or self.decisive or self.role in FAMILY

    @property
    def verdict_words(self) -> str:
        """Yes, partly, no; or how far it is: read, asked, not asked."""
        if self.given:
            return Verdict(self.given.verdict).label.capitalize()
        if self.asking and self.asked_of_newest:
            return "Gelezen" if self.asking.read_at else "Gevraagd"
        return "Nog geen antwoord" if self.asked else "Niet gevraagd"

    @property
    def said(self) -> Endorsement | None:
        """What they said last, of whatever version."""
        return self.given or self.earlier


@dataclass(frozen=True)
class Shared:
    """The answers on one analysis, family first; `newest` is the number of the newest version put before anybody."""

    answers: list[Answer]
    newest: int = 0

    @cached_property
    def parties(self) -> list[Party]:
        asked = [one for one in self.answers if one.asked]
        return [
            Party(one.name, one.decisive, one.given.verdict if one.given else "", bool(one.earlier))
            for one in asked
        ]

    @property
    def state(self) -> State:
        return state_of(self.parties)

    @property
    def state_name(self) -> str:
        if self.state == State.OPEN and any(one.asking for one in self.answers):
            return "Voorgelegd, nog geen antwoord"
        return STATE_NAMES[self.state]

    @property
    def sentences(self) -> list[str]:
        return in_words(self.parties)

    @property
    def parents_unknown(self) -> bool:
        """Nobody with parental authority is written down, so nobody can be asked."""
        return not any(one.decisive and one.role != YOUNG_PERSON for one in self.answers)

    @property
    def of_young_person(self) -> Answer:
        return next(one for one in self.answers if one.role == YOUNG_PERSON)

    @property
    def refusals(self) -> list[Answer]:
        """Who said no, family first."""
        return [one for one in self.answers if one.given and one.given.verdict == Verdict.NO]


@dataclass
class Found:
    """What stands in the database of one participant."""

    endorsements: list[Endorsement] = field(default_factory=list)
    asking: Asking | None = None


def shared_of(case: Case, analysis: Analysis) -> Shared:
    """The answers on this analysis; three queries."""
    found: dict[int, Found] = defaultdict(Found)
    for one in endorsements_of(analysis):
        found[one.participant_id].endorsements.append(one)
    for asking in Asking.objects.standing().filter(version__analysis=analysis).order_by("version__number"):
        found[asking.participant_id].asking = asking
    newest = newest_of(found.values())
    answers = [
        answer_of(one, found.get(one.pk) or Found(), newest)
        for one in _each_once(list(case.participants.all()), set(found))
    ]
    if not any(one.role == YOUNG_PERSON for one in answers):
        answers.append(Answer(str(case.young_person), YOUNG_PERSON, True, None, newest=newest))
    return Shared(sorted(answers, key=_family_first), newest)


def endorsements_of(analysis: Analysis) -> Sequence[Endorsement]:
    """Every answer, the oldest version first, with `version_number` (0 for none)."""
    numbered = analysis.endorsements.annotate(version_number=Coalesce(F("version__number"), 0))
    return list(numbered.select_related("conversation").order_by("version_number", "pk"))


def number_of(row: Asking | Endorsement) -> int:
    """The number of the version this is about, of a row from `standing` or `endorsements_of`."""
    number: int = row.version_number  # type: ignore[union-attr]
    return number


def newest_of(rows: Iterable[Found]) -> int:
    """The number of the newest version that was put before anybody, or that somebody answered; 0 for none."""
    rows = list(rows)
    asked = [number_of(one.asking) for one in rows if one.asking]
    answered = [number_of(given) for one in rows for given in one.endorsements]
    return max([0, *asked, *answered])


def answer_of(participant: Participant, found: Found, newest: int) -> Answer:
    """One party with what counts now."""
    said = [Said(number_of(one), one.verdict) for one in found.endorsements]
    last = found.endorsements[-1] if found.endorsements else None
    counts = bool(counted(said, newest))
    return Answer(
        participant.name, participant.role, _decides(participant), participant,
        given=last if counts else None, earlier=None if counts else last, asking=found.asking, newest=newest,
    )  # fmt: skip


def newest_put_before(analysis: Analysis) -> FixedVersion | None:
    """The newest version that lies before anybody, without its content; None when none does."""
    asked = analysis.fixed_versions.filter(askings__withdrawn_at=None, askings__isnull=False)
    return asked.defer("content").order_by("-number").first()


def _each_once(participants: list[Participant], answered: set[int]) -> list[Participant]:
    """Everybody involved in the role that counts most, and who left but was asked or had answered: that stays."""
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
