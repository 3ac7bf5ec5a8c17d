"""Looking back on a conversation: three questions, each on one's own screen."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cases.outside.actions import mark_answered, withdraw_links
from cases.outside.models import OutsideLink
from cases.people.models import Participant, YesNo
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .models import AgendaItem, Guest
from .talk import CHECK_OUT, LINK_DAYS
from .talk_models import CheckOut, Degree

FEWEST = 3
"""With fewer answers together everybody could tell whose they are (as for the small numbers of the monitor)."""


@dataclass(frozen=True)
class LookingBack:
    """What somebody answered: two codes of `Degree`, and words (or none)."""

    heard: str
    about: str
    words: str = ""


class TooLate(ValueError):
    """The answer stands with those of the others already, or the days to look back are over."""


@transaction.atomic
def look_back(*, by: Person, item: AgendaItem, answer: LookingBack) -> CheckOut:
    """Keep how a member looked back; answering again replaces it, as long as it is not shown. TooLate."""
    held = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if not may_answer(held, by.user):
        raise TooLate
    kept, _ = CheckOut.objects.update_or_create(
        item=item, user=by.user, defaults={"case": item.case, **vars(answer)}
    )
    record(by, "talk.looked_back", case_number=item.case.number, details={"meeting": item.meeting_id})
    return kept


@transaction.atomic
def look_back_by_link(*, link: OutsideLink, guest: Guest, answer: LookingBack) -> CheckOut:
    """Keep how a guest looked back; the link is done."""
    AgendaItem.objects.select_for_update().get(pk=guest.item_id)
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
    """How a conversation was: two tallies of the `shown` answers, and their words without a name.

    `waiting`: how many more answers there are, which would be traceable if they were shown now.
    """

    shown: int
    waiting: int
    tallies: list[Tally]
    words: list[str]


def looked_back(item: AgendaItem) -> LookedBack | None:
    """None while nobody answered; the words in alphabetical order, so that their order says nothing. Three queries."""
    answers, shown = list(item.check_outs.order_by("pk")), how_many_shown(item)
    if not answers:
        return None
    seen = answers[:shown]
    tallies = [Tally(QUESTIONS[name], counted(seen, name)) for name in ("heard", "about")] if seen else []
    return LookedBack(shown, len(answers) - shown, tallies, sorted(one.words for one in seen if one.words))


def how_many_shown(item: AgendaItem) -> int:
    """How many of the answers, the first ones, are shown. Three queries."""
    guests = item.guests.filter(there=YesNo.YES, withdrawn_at=None, participant__email__gt="").count()
    return showable(item.check_outs.count(), item.presences.count() + guests, over=is_over(item))


def showable(answered: int, asked: int, *, over: bool) -> int:
    """How many answers can be shown so that nobody can be picked out, also by looking again when one more came in.

    Answers appear in groups of `FEWEST` or more: who looks twice sees a whole group come, never one or two. So the
    last group takes along what would stay behind. When it is `over` nobody answers any more, and a group that is
    large enough needs to wait no longer. Pure.
    """
    asked = max(asked, answered)
    moments = [n for n in range(FEWEST, asked + 1) if n == asked or n % FEWEST == 0 and asked - n >= FEWEST]
    shown = max((n for n in moments if n <= answered), default=0)
    return answered if over and answered - shown >= FEWEST else shown


def is_over(item: AgendaItem) -> bool:
    """Whether the days to look back are over."""
    return item.discussed_at is None or timezone.now() > item.discussed_at + timedelta(days=LINK_DAYS)


def may_answer(item: AgendaItem, user: User) -> bool:
    """Whether this member can (still) answer: an answer that is shown already changes no more, else it would show whose
    it was."""
    if is_over(item):
        return False
    before = list(item.check_outs.order_by("pk").values_list("user_id", flat=True))
    return user.pk not in before[: how_many_shown(item)]


def counted(answers: list[CheckOut], name: str) -> list[tuple[str, int]]:
    found = Counter(getattr(one, name) for one in answers)
    return [(str(degree.label), found[degree.value]) for degree in Degree]
