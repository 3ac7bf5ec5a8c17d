"""What the page tells a browser about the words it keeps: under which name, and when they may go."""

from collections.abc import Callable

import pytest
from django.test import Client

from expertteam.access.person import Person
from tests.analysis.board.desk import HTMX, add_card, board_url, card, make_board, text_of, url

Login = Callable[[Person], Client]


def test_a_browser_forgets_what_was_saved_with_a_plain_form(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    add_card(browser, case, "Slaapt slecht")
    saved = f'data-saved="{case.pk}:kaartje-nieuw-klacht-{petra.user.pk}"'
    assert saved in text_of(browser.get(board_url(case)))
    assert "data-saved" not in text_of(browser.get(board_url(case)))


def test_what_was_not_saved_is_not_forgotten(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    refused = text_of(add_card(browser, case, "x" * 501))
    assert "data-unsaved" in refused and "data-saved" not in refused
    assert "data-saved" not in text_of(browser.get(board_url(case)))


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_each_card_has_its_own_draft_of_a_link(petra: Person, as_: Login, headers: dict[str, str]) -> None:
    case, browser = make_board(petra), as_(petra)
    for start in ("Ligt", "Sleutelt"):
        one = card(case, start)
        page = text_of(browser.get(url(case, "new", "verband") + f"?van={one.pk}", headers=headers))
        assert f'data-key="{case.pk}:verband-nieuw-van-{one.pk}-{petra.user.pk}"' in page
        assert page.count("data-given") == 1


def test_a_refused_link_keeps_the_draft_of_its_card(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    one = card(case, "Ligt")
    response = as_(petra).post(url(case, "new", "verband"), {"source": one.pk, "target": ""}, headers=HTMX)
    page = text_of(response)
    assert response.status_code == 422
    assert (
        f'data-key="{case.pk}:verband-nieuw-van-{one.pk}-{petra.user.pk}"' in page and "data-unsaved" in page
    )


def test_a_new_card_can_be_followed_by_the_next_at_once(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    fresh = text_of(as_(petra).get(url(case, "new", "kaartje"), headers=HTMX))
    one = card(case, "Ligt")
    standing = text_of(as_(petra).get(url(case, "edit", "kaartje", one.pk), headers=HTMX))
    assert "data-new-card" in fresh and "data-new-card" not in standing
    assert "data-unsaved" not in fresh
