"""One person at a time: who writes is seen, a refused save loses nothing, two minutes of silence free the board."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from analysis.board import actions, lease
from analysis.board.models import Element
from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.analysis.board.desk import (
    HTMX,
    add_card,
    analysis_of,
    board_url,
    card,
    card_data,
    make_board,
    text_of,
    url,
)

Login = Callable[[Person], Client]


@pytest.fixture
def case(petra: Person, emre: Person) -> Case:
    """A board of Petra's on which Emre is writing."""
    case = make_board(petra)
    grant_case(by=petra, case=case, user=emre.user)
    return case


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        yield clock


def test_who_writes_is_seen_and_others_read_along(
    case: Case, petra: Person, emre: Person, as_: Login
) -> None:
    add_card(as_(emre), case, "Van Emre")
    page = text_of(as_(petra).get(board_url(case)))
    assert "<strong>Emre Kaya</strong> schrijft nu; je kunt meelezen." in page
    assert "Overnemen" in page and "Nieuw kaartje" not in page
    assert "Jij schrijft nu." in text_of(as_(emre).get(board_url(case)))


def test_who_may_only_read_cannot_take_over(case: Case, carla: Person, emre: Person, as_: Login) -> None:
    add_card(as_(emre), case, "Van Emre")
    page = text_of(as_(carla).get(board_url(case)))
    assert "Emre Kaya" in page and "Overnemen" not in page


def test_a_save_without_the_right_is_refused_and_kept(
    case: Case, petra: Person, emre: Person, as_: Login
) -> None:
    add_card(as_(emre), case, "Van Emre")
    response = add_card(as_(petra), case, "Van Petra, lang over nagedacht")
    page = text_of(response)
    assert response.status_code == 409
    assert "Van Petra, lang over nagedacht" in page and "Overnemen en bewaren" in page
    assert not Element.objects.filter(text__startswith="Van Petra").exists()


def test_taking_over_saves_it_and_the_other_keeps_theirs(
    case: Case, petra: Person, emre: Person, as_: Login
) -> None:
    add_card(as_(emre), case, "Van Emre")
    assert add_card(as_(petra), case, "Van Petra", overnemen="1").status_code == 302
    response = as_(emre).post(
        url(case, "edit", "kaartje", card(case, "Ligt").pk),
        card_data(text="Halve zin", version=1),
        headers=HTMX,
    )
    assert response.status_code == 409
    assert "Halve zin" in text_of(response) and "Petra Nijboer" in text_of(response)
    assert AuditEvent.objects.filter(event="analysis.edit_started").latest("pk").details == {"over": True}


@pytest.mark.parametrize("name", ["move", "remove"])
def test_moving_and_removing_wait_too(case: Case, petra: Person, emre: Person, as_: Login, name: str) -> None:
    lease.take(by=emre, analysis=analysis_of(case))
    one = card(case, "Ligt")
    sent = {"version": 1, "plaats": 0, "soort": "in_stand_houdend"}
    response = as_(petra).post(url(case, name, "kaartje", one.pk), sent, follow=True)
    assert "Emre Kaya schrijft nu" in text_of(response)
    one.refresh_from_db()
    assert one.kind == "klacht"


def test_two_minutes_of_silence_free_the_board(
    case: Case, petra: Person, emre: Person, clock: time_machine.Traveller
) -> None:
    lease.take(by=emre, analysis=analysis_of(case))
    clock.shift(timedelta(seconds=119))
    with pytest.raises(lease.LeaseTaken, match="Emre"):
        lease.take(by=petra, analysis=analysis_of(case))
    clock.shift(timedelta(seconds=1))
    lease.take(by=petra, analysis=analysis_of(case))
    assert analysis_of(case).editor == petra.user


def test_working_and_typing_keep_the_right(
    case: Case, petra: Person, emre: Person, as_: Login, clock: time_machine.Traveller
) -> None:
    browser = as_(emre)
    add_card(browser, case, "Van Emre")
    for _ in range(3):
        clock.shift(timedelta(seconds=100))
        assert browser.post(url(case, "board_write"), headers=HTMX).status_code == 200
    with pytest.raises(lease.LeaseTaken):
        lease.take(by=petra, analysis=analysis_of(case))
    assert AuditEvent.objects.filter(event="analysis.edit_started").count() == 1


def test_who_comes_back_after_the_silence_still_saves_when_nobody_else_wrote(
    case: Case, emre: Person, as_: Login, clock: time_machine.Traveller
) -> None:
    browser = as_(emre)
    add_card(browser, case, "Van Emre")
    clock.shift(timedelta(minutes=30))
    assert add_card(browser, case, "Na de koffie").status_code == 302


def test_an_action_is_refused_as_well_as_a_page(case: Case, petra: Person, emre: Person) -> None:
    lease.take(by=emre, analysis=analysis_of(case))
    with pytest.raises(lease.LeaseTaken):
        actions.remove_element(by=petra, element=card(case, "Ligt"))
    assert analysis_of(case).version == 1


def test_stopping_frees_the_board_at_once(case: Case, petra: Person, emre: Person, as_: Login) -> None:
    add_card(as_(emre), case, "Van Emre")
    as_(petra).post(url(case, "board_write"), {"klaar": "1"})
    assert analysis_of(case).editor == emre.user, "only your own"
    as_(emre).post(url(case, "board_write"), {"klaar": "1"})
    assert "Nieuw kaartje" in text_of(as_(petra).get(board_url(case)))


def test_taking_over_with_a_button(case: Case, petra: Person, emre: Person, as_: Login) -> None:
    lease.take(by=emre, analysis=analysis_of(case))
    page = text_of(as_(petra).post(url(case, "board_write"), follow=True))
    assert "Emre Kaya schrijft nu; je kunt meelezen." in page
    assert as_(petra).post(url(case, "board_write"), headers=HTMX).status_code == 409
    page = text_of(as_(petra).post(url(case, "board_write"), {"overnemen": "1"}, follow=True))
    assert "Jij schrijft nu." in page


def test_the_state_tells_the_version_and_no_texts(case: Case, petra: Person, as_: Login) -> None:
    page = text_of(as_(petra).get(url(case, "board_state")))
    assert 'data-version="1"' in page and "Ligt" not in page
    assert not AuditEvent.objects.filter(event="analysis.read").exists()
