"""Fifteen seconds of typing by six people in the same and in different texts, while the web process is killed once.

The whole form, with fifteen people for two minutes, three kills and a restart of the database, is in `make bench`.
"""

import asyncio
import random

import pytest
from asgiref.sync import sync_to_async

from analysis.board.models import Analysis, Explanation
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from tests.analysis.board.desk import analysis_of, make_board
from tests.cast import make_person
from tests.live_web import Visitor, Web, a_web, cookie_of, together
from tests.losing import Text, Typist, fate_of, meeting

from .saving import live

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
SECONDS, PAUSE, PEOPLE, SHARED = 15, 0.4, 6, 3


def explanation(analysis: Analysis, text: str) -> Explanation:
    return Explanation.objects.create(analysis=analysis, text=text, certainty="hypothese")


def text_in(case: Case, one: Explanation) -> Text:
    return Text(
        live(case, "live_save"),
        lambda pk: live(case, "live_settle", pk),
        "verklaring",
        one.pk,
        one.version,
        one.text,
    )


def gather(web: Web, case: Case, petra: Person, people: int) -> list[Typist]:
    """So many people, each with a text of their own and three that are everybody's."""
    analysis = analysis_of(case)
    shared = [explanation(analysis, " ".join(f"samen{n}{m}" for m in range(12))) for n in range(SHARED)]
    typists = []
    for number in range(people):
        person = make_person(petra.team, f"Typist{number} Toets", Role.PROCESS_DIRECTOR)
        texts = [text_in(case, one) for one in [explanation(analysis, f"eigen{number}"), *shared]]
        visitor = Visitor(web.port, cookie_of(person))
        typists.append(Typist(f"p{number}", person.user.pk, visitor, texts, random.Random(number)))
    return typists


def test_every_word_is_in_a_text_or_waits_for_its_author_and_none_is_there_twice(petra: Person) -> None:
    case = make_board(petra)
    with a_web() as web:
        typists = gather(web, case, petra, PEOPLE)

        async def killed_once() -> None:
            await asyncio.sleep(SECONDS / 3)
            web.kill()
            await sync_to_async(web.start)()

        together(meeting(typists, SECONDS, PAUSE, killed_once()))
    fate = fate_of(analysis_of(case), typists)
    assert (fate.lost, fate.twice) == ([], [])
    assert fate.typed > PEOPLE * 5 and sum(one.again for one in typists) > 0, "it was killed while they typed"


def test_this_count_would_find_a_lost_and_a_doubled_word(petra: Person) -> None:
    analysis = analysis_of(make_board(petra))
    explanation(analysis, "hier een een")
    typist = Typist("p", 0, Visitor(0, ""), [], random.Random(1), words=["hier", "een", "weg"])
    fate = fate_of(analysis, [typist])
    assert (fate.lost, fate.twice) == (["weg"], ["een"])
