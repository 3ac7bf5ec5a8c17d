"""What may be done with a case, and of whom something is missing: the one place that answers it.

missing_for(case, Purpose.DISCUSS)          # [] when it may be done
require(case, Purpose.SHARE, "De Toren")    # ConsentMissing, with sentences for people
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cases.casefile.models import Case, LegalBasis, Phase
from cases.casefile.text import folded
from cases.people.models import Participant
from expertteam.ui.dates import age_on

from .models import ConsentParty
from .purposes import PER_PARTY, Purpose
from .rules import YOUNG_PERSON, Around
from .sentences import Missing, missing_of, nobody_named, not_named
from .situation import Basis, Said, Situation, Verdict, judge, there_on

__all__ = ["ConsentMissing", "Missing", "Purpose", "missing_for", "require"]

GUARDIANSHIP = frozenset({"voogdij", "voorlopige_voogdij"})


class ConsentMissing(Exception):
    """Something was stopped because consent, or another legal basis, is missing; `missing` says of whom."""

    def __init__(self, purpose: str, missing: list[Missing]) -> None:
        self.purpose, self.missing = purpose, missing
        super().__init__(" ".join(self.sentences))

    @property
    def sentences(self) -> list[str]:
        """In Dutch, one for each person of whom something is missing."""
        return [one.sentence for one in self.missing]


@dataclass(frozen=True)
class Standing:
    """Everything about consent in one case on one day, from four queries."""

    case: Case
    day: date
    situation: Situation
    people: tuple[Participant, ...]
    parties: tuple[ConsentParty, ...]

    def verdict(self, purpose: str, party: ConsentParty | None = None) -> Verdict:
        """Whether this may be done; `party` for sharing and requesting."""
        return judge(self.situation, purpose, self.day, party.pk if party else None)

    @property
    def age(self) -> int:
        """How old the young person is on that day."""
        return age_on(self.situation.birth_date, self.day)

    @property
    def around(self) -> list[Around]:
        """Who is around the young person on that day."""
        return there_on(self.situation.around, self.day, guardianship=self.situation.guardianship)

    def parties_for(self, purpose: str) -> list[ConsentParty]:
        return [one for one in self.parties if one.purpose == purpose]

    def missing(self, purpose: str, party: ConsentParty | None = None) -> list[Missing]:
        """Of whom something is missing for this."""
        verdict = self.verdict(purpose, party)
        name = self.situation.young_person
        return missing_of(verdict, party.name if party else "", name, self.situation, self.day)


def standing_of(case: Case, day: date | None = None) -> Standing:
    """What was said and decided in this case. Uses what was prefetched (see `PREFETCH`)."""
    day = day or timezone.localdate()
    people = tuple(case.participants.all())
    return Standing(case, day, situation_of(case, people), people, tuple(case.consent_parties.all()))


PREFETCH = ("participants", "consents", "consent_parties", "other_bases")


def situation_of(case: Case, people: Sequence[Participant]) -> Situation:
    """The case with these people as the rules look at it."""
    keys = {one.pk: str(one.person_key) for one in people}
    closed = case.phase == Phase.CLOSED and hasattr(case, "closure")
    return Situation(
        young_person=case.young_person.first_name,
        birth_date=case.young_person.birth_date,
        around=tuple(around_whom(people)),
        said=tuple(
            Said(
                keys[one.participant_id] if one.participant_id else YOUNG_PERSON,
                one.purpose, one.answer, one.said_on, one.party_id, bool(one.decided_by),
            )
            for one in case.consents.all()
        ),
        bases=tuple(
            Basis(one.purpose, one.decided_on, one.party_id, one.ended_on) for one in case.other_bases.all()
        ),
        register=case.legal_basis == LegalBasis.REGISTER,
        closed_on=case.closure.closed_on if closed else None,
        guardianship=case.referral.legal_frame in GUARDIANSHIP,
    )  # fmt: skip


def around_whom(people: Sequence[Participant]) -> list[Around]:
    """Who is or was around the young person, as the rules look at them."""
    return [
        Around(one.name, one.role, one.parental_authority, str(one.person_key), one.ended_on)
        for one in people
    ]


def people_around(case: Case) -> list[Around]:
    """Who is around the young person now, and a nameless guardian when the court measure says there is one."""
    people = around_whom(list(case.participants.all()))
    return there_on(people, timezone.localdate(), guardianship=case.referral.legal_frame in GUARDIANSHIP)


def missing_for(case: Case, purpose: str, day: date | None = None, party: str = "") -> list[Missing]:
    """Of whom something is missing to do this on that day (today); empty when it may be done.

    `party` is the name of with whom to share, or from whom to request. Without it sharing (or requesting) may be done
    when it may with at least one party; which ones is in `allowed_parties`.
    """
    return missing_in(standing_of(case, day), purpose, [party] if party else [])


def missing_in(standing: Standing, purpose: str, names: Iterable[str] = ()) -> list[Missing]:
    """The same of a standing that was read before; with several names one that fits is enough."""
    if purpose not in PER_PARTY:
        return standing.missing(purpose)
    names = [name for name in names if name]
    if names:
        return missing_with(standing, purpose, names)
    if covered(standing, purpose):
        return []
    parties = standing.parties_for(purpose)
    lacking = [standing.missing(purpose, one) for one in parties]
    if any(not one for one in lacking):
        return []
    return [missing for one in lacking for missing in one] or [nobody_named(purpose)]


def missing_with(standing: Standing, purpose: str, names: list[str]) -> list[Missing]:
    """What is missing with the party that has one of these names."""
    wanted = {folded(name) for name in names}
    parties = [one for one in standing.parties_for(purpose) if folded(one.name) in wanted]
    if not parties:
        return [] if covered(standing, purpose) else [not_named(purpose, names[0])]
    lacking = [standing.missing(purpose, one) for one in parties]
    return min(lacking, key=len)


def covered(standing: Standing, purpose: str) -> bool:
    """Whether another basis covers every party, named or not."""
    return standing.verdict(purpose).ground in ("grondslag", "register")


def allowed_parties(standing: Standing, purpose: str) -> list[ConsentParty]:
    """The named parties with whom this may be done now."""
    return [one for one in standing.parties_for(purpose) if standing.verdict(purpose, one).allowed]


def require(case: Case, purpose: str, party: str = "") -> None:
    """Go on only when this may be done today; ConsentMissing otherwise."""
    missing = missing_for(case, purpose, party=party)
    if missing:
        raise ConsentMissing(purpose, missing)


def require_with(case: Case, purpose: str, names: Iterable[str]) -> None:
    """The same for a party that may be known by several names: a person, or the organisation they come from."""
    missing = missing_in(standing_of(case), purpose, names)
    if missing:
        raise ConsentMissing(purpose, missing)
