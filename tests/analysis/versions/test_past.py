"""The analysis as it stood: rebuilt from the history, and who did what."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.utils import timezone

from analysis.board.actions import (
    add_advice,
    add_element,
    add_explanation,
    add_link,
    change_advice,
    change_element,
    change_link,
    move_element,
    remove_advice,
    remove_element,
    restore_element,
    set_picture_of_care,
)  # fmt: skip
from analysis.board.models import Analysis
from analysis.board.queries import board_of
from analysis.versions.actions import fix_version
from analysis.versions.content import state_of
from analysis.versions.past import What, deeds_of, state_at
from analysis.versions.stands import key_of, moment_of, stand_of
from analysis.versions.state import State
from expertteam.access.person import Person

from .desk import card, make_board

pytestmark = pytest.mark.django_db


def now(analysis: Analysis) -> tuple[datetime, State]:
    return timezone.now(), state_of(board_of(analysis.case, Analysis.objects.get(pk=analysis.pk)))


def test_every_moment_of_a_busy_meeting_comes_back(petra: Person, emre: Person) -> None:
    analysis = make_board(petra)
    analysis = Analysis.objects.get(pk=analysis.pk)
    bank, druk = card(analysis, "Ligt"), card(analysis, "Steeds")
    moments = [now(analysis)]
    advice = add_advice(by=petra, analysis=analysis, text="Rust", life_area="wonen", elements=[bank, druk])
    moments.append(now(analysis))
    change_element(by=petra, element=bank, text="Ligt vaak op de bank", domain="gezin")
    moments.append(now(analysis))
    change_advice(by=petra, advice=advice, elements=[druk])
    moments.append(now(analysis))
    removed = remove_element(by=petra, element=druk)
    moments.append(now(analysis))
    restore_element(by=petra, analysis=analysis, removed=removed)
    moments.append(now(analysis))
    new = add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="'; DROP 🙂 שלום")
    link = add_link(by=petra, analysis=analysis, source=new, target=bank, kind="veroorzaakt")
    moments.append(now(analysis))
    change_link(by=petra, link=link, kind="versterkt")
    add_explanation(by=petra, analysis=analysis, text="Druk", certainty="hypothese", test="Een week rust")
    moments.append(now(analysis))
    set_picture_of_care(
        by=petra, analysis=analysis, harmful_care=["aanpakken_zonder_analyse"], positive_pattern=[], profile="",
        climate=["vast_gezicht", "kleine_groep"],
    )  # fmt: skip
    moments.append(now(analysis))
    remove_advice(by=petra, advice=advice)
    moments.append(now(analysis))
    for moment, state in moments:
        then = state_at(analysis, moment)
        assert set(then.cards) == set(state.cards)
        assert set(then.links) == set(state.links)
        assert (then.explanations, then.advices, then.care) == (state.explanations, state.advices, state.care)


def test_before_the_beginning_there_is_nothing(petra: Person) -> None:
    before = timezone.now()
    assert state_at(make_board(petra), before) == State()


def test_who_did_what(petra: Person, carla: Person) -> None:
    analysis = make_board(petra)
    since = timezone.now()
    bank = card(analysis, "Ligt")
    new = add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Ruzie")
    change_element(by=carla, element=bank, text="Ligt")
    move_element(by=carla, element=bank, place=1)
    advice = add_advice(by=petra, analysis=analysis, text="Rust", life_area="wonen", elements=[bank])
    change_advice(by=carla, advice=advice, elements=[bank, new])
    remove_element(by=petra, element=new)
    told = [(d.piece, d.what, d.who) for d in deeds_of(analysis) if d.at > since]
    assert told == [
        ("kaartje", What.MADE, petra.user.pk),
        ("kaartje", What.CHANGED, carla.user.pk),
        ("kaartje", What.MOVED, carla.user.pk),
        ("advies", What.MADE, petra.user.pk),
        ("advies", What.CHANGED, carla.user.pk),
        ("advies", What.CHANGED, petra.user.pk),  # a card under it went
        ("kaartje", What.REMOVED, petra.user.pk),
    ]


def test_the_queries_do_not_grow(petra: Person, django_assert_num_queries: Callable) -> None:
    analysis = make_board(petra)
    bank = card(analysis, "Ligt")
    advice = add_advice(by=petra, analysis=analysis, text="Rust", life_area="wonen", elements=[bank])
    for number in range(2):
        with django_assert_num_queries(7):
            deeds_of(analysis)
        with django_assert_num_queries(7):
            state_at(analysis, timezone.now())
        for turn in range(20 if number == 0 else 0):
            change_element(by=petra, element=bank, text=f"Ligt {turn}")
            change_advice(by=petra, advice=advice, text=f"Rust {turn}")


def test_a_moment_in_an_address(petra: Person) -> None:
    moment = timezone.now()
    assert moment_of(key_of(moment)) == moment
    for odd in ("", "t", "t12", "v1", "nu", "t99999999999999999", "t1'; DROP TABLE", "т1764478152123456"):
        assert moment_of(odd) is None


def test_a_version_of_another_case_cannot_be_asked(petra: Person) -> None:
    mine, other = make_board(petra), make_board(petra)
    fix_version(by=petra, analysis=other, why="besproken")
    assert stand_of(mine.case, mine, "v1") is None
    found = stand_of(other.case, other, "v1")
    assert found is not None and found.name == "versie 1" and len(found.board.elements) == 3
