"""Writing down what people said, with whom is shared, and on what else the team goes on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import RestrictedError

from cases.casefile.actions import end_grant
from cases.casefile.models import Case
from cases.casefile.moves import request_matching
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Consent, ConsentParty, OtherBasis
from .purposes import PER_PARTY, Answer, Purpose
from .queries import standing_of


@dataclass(frozen=True)
class About:
    """One thing that is asked: a purpose, with its party when it has one."""

    purpose: str
    party: ConsentParty | None = None


@dataclass(frozen=True)
class Word:
    """What one person says about one thing; without participant it is the young person."""

    about: About
    answer: str
    participant: Participant | None = None


@dataclass(frozen=True)
class Recorded:
    """How many answers were new, and who could read along until now and cannot any more."""

    new: int
    closed_to: tuple[str, ...] = ()


@transaction.atomic
def record_words(
    *, by: Person, case: Case, words: Collection[Word], said_on: date, how: str, note: str = ""
) -> Recorded:
    """Write down what people said on a day; what was written already (a double click) is not written again.

    Nothing is overwritten. Who takes back what they never gave, says no. When somebody the law asks no longer agrees
    to discussing the case, everybody it was opened to is shown the door.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    new = sum(store_word(by, case, word, said_on, how, note) for word in words)
    closed_to = show_the_door(by, case) if new else ()
    return Recorded(new, closed_to)


def store_word(by: Person, case: Case, word: Word, said_on: date, how: str, note: str) -> bool:
    """Write one answer with its trace; False when the last word on that day was the same."""
    about = {"participant": word.participant, "purpose": word.about.purpose, "party": word.about.party}
    last = Consent.objects.filter(case=case, said_on__lte=said_on, **about).newest_first().first()
    answer = word.answer
    if answer == Answer.WITHDRAWN and (last is None or last.answer != Answer.GIVEN):
        answer = Answer.REFUSED
    if last and last.answer == answer and last.said_on == said_on:
        return False
    Consent.objects.create(
        case=case, answer=answer, said_on=said_on, how=how, note=note, recorded_by=by.user, **about
    )
    trace(
        by, case, "consent.recorded", word.about, answer=str(Answer(answer).value), who=who(word.participant)
    )
    return True


def show_the_door(by: Person, case: Case) -> tuple[str, ...]:
    """After a no to discussing: end what was opened to experts and the zorgadviseur; returns their names."""
    if standing_of(Case.objects.get(pk=case.pk)).verdict(Purpose.DISCUSS).summary != "geweigerd":
        return ()
    users = [grant.user for grant in case.grants.filter(ended_at=None).select_related("user")]
    for user in users:
        end_grant(by=by, case=case, user=user)
    asked = request_matching(by=by, case=case, wanted=False)
    return (*(str(user) for user in users), *(["de zorgadviseur"] if asked else []))


@transaction.atomic
def record_unreachable(
    *,
    by: Person,
    case: Case,
    participant: Participant,
    about: Collection[About],
    tried: str,
    tried_on: date,
    decided_by: str = "",
) -> int:
    """Write down that somebody cannot be reached, what was tried, and who decided to go on (or nobody yet).

    An answer somebody gave always counts for more. Returns how many lines are new.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    new = 0
    for one in about:
        values = {"participant": participant, "purpose": one.purpose, "party": one.party, "said_on": tried_on}
        values |= {"answer": Answer.UNREACHABLE, "note": tried, "decided_by": decided_by}
        _, created = Consent.objects.get_or_create(case=case, defaults={"recorded_by": by.user}, **values)
        if created:
            decided = "ja" if decided_by else "nee"
            trace(by, case, "consent.unreachable", one, who=participant.pk, decided=decided)
        new += created
    return new


@transaction.atomic
def remove_word(*, by: Person, consent: Consent) -> tuple[str, ...]:
    """Take away what was written by mistake; the history keeps it.

    Without it an earlier no may count again: returns who could read along until now and cannot any more.
    """
    about = About(consent.purpose, consent.party)
    case, person = consent.case, consent.participant
    consent.delete()
    trace(by, case, "consent.removed", about, who=who(person))
    return show_the_door(by, case)


@transaction.atomic
def add_parties(*, by: Person, case: Case, names: Collection[str], purposes: Collection[str]) -> int:
    """Name with whom is shared or from whom is requested; a name that is there already is not added again."""
    Case.objects.select_for_update().get(pk=case.pk)
    new = 0
    for purpose in purposes:
        there = {one.name.lower() for one in case.consent_parties.filter(purpose=purpose)}
        for name in names:
            if purpose in PER_PARTY and name.lower() not in there:
                party = ConsentParty.objects.create(case=case, purpose=purpose, name=name)
                trace(by, case, "consent.party_added", About(purpose, party))
                there.add(name.lower())
                new += 1
    return new


class HasWords(Exception):
    """Something was said about this party, so it stays."""


@transaction.atomic
def remove_party(*, by: Person, party: ConsentParty) -> None:
    """Take a party off the list; HasWords when people already answered about it."""
    about, case = About(party.purpose, party), party.case
    try:
        with transaction.atomic():
            pk = party.pk
            party.delete()
    except RestrictedError as kept:
        raise HasWords from kept
    party.pk = pk
    trace(by, case, "consent.party_removed", about)


@dataclass(frozen=True)
class Ground:
    """Another legal basis as typed; `kind` is a code of question `andere_grondslag`."""

    kind: str
    reason: str
    decided_by: str
    decided_on: date


@transaction.atomic
def add_basis(*, by: Person, case: Case, about: Collection[About], ground: Ground) -> int:
    """Go on with these things on another basis than consent; one that holds already is not added again."""
    Case.objects.select_for_update().get(pk=case.pk)
    new = 0
    for one in about:
        key = {"purpose": one.purpose, "party": one.party, "kind": ground.kind, "ended_on": None}
        values = {"reason": ground.reason, "decided_by": ground.decided_by, "decided_on": ground.decided_on}
        _, created = OtherBasis.objects.get_or_create(
            case=case, defaults={**values, "recorded_by": by.user}, **key
        )
        if created:
            trace(by, case, "consent.basis_added", one, kind=ground.kind)
        new += created
    return new


@transaction.atomic
def end_basis(*, by: Person, basis: OtherBasis, day: date) -> tuple[str, ...] | None:
    """From that day the basis holds no more: returns who can read along no longer.

    None when it had ended already (a double click).
    """
    basis = OtherBasis.objects.select_for_update(of=("self",)).select_related("case").get(pk=basis.pk)
    if basis.ended_on:
        return None
    basis.ended_on = max(day, basis.decided_on)
    basis.save()
    trace(by, basis.case, "consent.basis_ended", About(basis.purpose, basis.party), kind=basis.kind)
    return show_the_door(by, basis.case)


def who(participant: Participant | None) -> int | str:
    """How the trace names a person: by number, never by name."""
    return participant.pk if participant else "jeugdige"


def trace(by: Person, case: Case, event: str, about: About, **details: int | str) -> None:
    """One line for one thing; a party is named by its number."""
    party = {"party": about.party.pk} if about.party else {}
    what = str(Purpose(about.purpose).label)
    record(by, event, case_number=case.number, details={"purpose": what, **party, **details})
