"""Looking back on a conversation: three questions, each on one's own screen."""

from collections import Counter
from dataclasses import dataclass

from django.db import transaction

from cases.outside.actions import mark_answered, withdraw_links
from cases.outside.models import OutsideLink
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import AgendaItem, Guest
from .talk import CHECK_OUT
from .talk_models import CheckOut, Degree


@dataclass(frozen=True)
class LookingBack:
    """What somebody answered: two codes of `Degree`, and words (or none)."""

    heard: str
    about: str
    words: str = ""


@transaction.atomic
def look_back(*, by: Person, item: AgendaItem, answer: LookingBack) -> CheckOut:
    """Keep how a member looked back; answering again replaces it."""
    kept, _ = CheckOut.objects.update_or_create(
        item=item, user=by.user, defaults={"case": item.case, **vars(answer)}
    )
    record(by, "talk.looked_back", case_number=item.case.number, details={"meeting": item.meeting_id})
    return kept


@transaction.atomic
def look_back_by_link(*, link: OutsideLink, guest: Guest, answer: LookingBack) -> CheckOut:
    """Keep how a guest looked back; the link is done."""
    kept, _ = CheckOut.objects.update_or_create(
        item=guest.item, guest=guest, defaults={"case": link.case, **vars(answer)}
    )
    mark_answered(link)
    return kept


def close_links_of(by: Person, participant: Participant) -> None:
    """Withdraw the links of somebody who is reached at another address from now on."""
    for guest in Guest.objects.filter(participant=participant).select_related("case"):
        withdraw_links(by=by, case=guest.case, purpose=CHECK_OUT, subject_id=guest.pk)


@dataclass(frozen=True)
class Tally:
    """One question with its answers: (word, how many) for each degree, and in one sentence."""

    question: str
    counts: list[tuple[str, int]]

    @property
    def sentence(self) -> str:
        return ", ".join(f"{count} keer {word}" for word, count in self.counts if count)


QUESTIONS = {
    "heard": "Kon je zeggen wat je wilde zeggen?",
    "about": "Ging het over wat er echt toe doet?",
    "words": "Wat doen we de volgende keer anders?",
}


@dataclass(frozen=True)
class LookedBack:
    """How a conversation was for everybody: how many answered, two tallies, and words without a name."""

    count: int
    tallies: list[Tally]
    words: list[str]


def looked_back(item: AgendaItem) -> LookedBack | None:
    """None while nobody answered; the words in alphabetical order, so that their order says nothing. One query."""
    answers = list(item.check_outs.all())
    if not answers:
        return None
    tallies = [Tally(QUESTIONS[name], counted(answers, name)) for name in ("heard", "about")]
    return LookedBack(len(answers), tallies, sorted(one.words for one in answers if one.words))


def counted(answers: list[CheckOut], name: str) -> list[tuple[str, int]]:
    found = Counter(getattr(one, name) for one in answers)
    return [(str(degree.label), found[degree.value]) for degree in Degree]
