"""Links: laid, changed and taken away; every rule of domain.md as an error that loses nothing."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from analysis.board.models import Link
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import HTMX, analysis_of, board_url, card, make_board, text_of, url

Login = Callable[[Person], Client]


def link_data(case: Case, source: str, target: str, kind: str, **given: Any) -> dict[str, Any]:
    ends = {"source": card(case, source).pk, "target": card(case, target).pk}
    return {**ends, "kind": kind, "form_token": uuid4(), **given}


def test_a_link_is_laid(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    response = as_(petra).post(
        url(case, "new", "verband"), link_data(case, "Ligt", "Sleutelt", "helpt"), follow=True
    )
    assert "Verband bewaard." in text_of(response)
    assert "” helpt “Sleutelt graag aan fietsen”" in text_of(response)


def test_the_form_begins_at_the_card_one_comes_from(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    one = card(case, "Steeds")
    fragment = text_of(as_(petra).get(url(case, "new", "verband") + f"?van={one.pk}", headers=HTMX))
    assert f'<option value="{one.pk}" selected>' in fragment
    assert "2 verbanden van dit kaartje" in fragment


@pytest.mark.parametrize(
    ("source", "target", "kind", "words"),
    [
        ("Ligt", "Ligt", "versterkt", "Een kaartje kan geen verband met zichzelf hebben"),
        ("Ligt", "Steeds", "dempt", "ligt al een verband in deze richting"),
        ("Sleutelt", "Steeds", "helpt", "Kies dan “dempt”"),
    ],
)
def test_a_link_against_the_rules_comes_back(
    petra: Person, as_: Login, source: str, target: str, kind: str, words: str
) -> None:
    case = make_board(petra)
    sent = link_data(case, source, target, kind)
    response = as_(petra).post(url(case, "new", "verband"), sent)
    page = text_of(response)
    assert response.status_code == 422
    assert words in page
    assert f'<option value="{sent["target"]}" selected>' in page
    assert Link.objects.count() == 3


@pytest.mark.parametrize("field", ["source", "target", "kind"])
def test_an_unfinished_link_says_what_is_missing(petra: Person, as_: Login, field: str) -> None:
    case = make_board(petra)
    sent = {**link_data(case, "Ligt", "Sleutelt", "helpt"), field: ""}
    response = as_(petra).post(url(case, "new", "verband"), sent)
    assert response.status_code == 422
    assert "Kies een antwoord." in text_of(response)


def test_a_card_that_is_gone_or_of_another_case_cannot_be_linked(petra: Person, as_: Login) -> None:
    case, other = make_board(petra), make_board(petra, first_name="Fenna")
    sent = {**link_data(case, "Ligt", "Sleutelt", "helpt"), "target": card(other, "Sleutelt").pk}
    response = as_(petra).post(url(case, "new", "verband"), sent)
    assert response.status_code == 422
    assert "Dit kaartje is er niet meer" in text_of(response)


def test_pressing_twice_lays_one_link(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    sent = link_data(case, "Ligt", "Sleutelt", "helpt")
    for _ in range(2):
        assert browser.post(url(case, "new", "verband"), sent).status_code == 302
    assert Link.objects.count() == 4


def test_a_link_is_changed_and_turned_round(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    link = Link.objects.get(kind="dempt")
    sent = link_data(case, "Ligt", "Sleutelt", "dempt", version=1)
    response = as_(petra).post(url(case, "edit", "verband", link.pk), sent)
    link.refresh_from_db()
    assert response["Location"] == f"{board_url(case)}#verband-{link.pk}"
    assert (link.source.text[:4], link.target.text[:8]) == ("Ligt", "Sleutelt")


def test_two_tabs_on_one_link_each_change_what_they_changed(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    link = Link.objects.get(kind="dempt")
    address = url(case, "edit", "verband", link.pk)
    browser.post(address, link_data(case, "Sleutelt", "Ligt", "versterkt", version=1))
    response = browser.post(address, link_data(case, "Ligt", "Sleutelt", "dempt", version=1))
    assert response.status_code == 302
    link.refresh_from_db()
    assert (link.kind, link.source.text[:4]) == ("versterkt", "Ligt"), (
        "the kind was left alone in the second tab"
    )


def test_a_form_of_a_link_that_saw_nothing_is_shown_what_stands(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    link = Link.objects.get(kind="dempt")
    response = browser.post(
        url(case, "edit", "verband", link.pk), link_data(case, "Sleutelt", "Ligt", "lokt_uit")
    )
    assert response.status_code == 409
    assert "Dempt" in text_of(response) and "intussen gewijzigd" in text_of(response)


def test_a_link_is_taken_away_and_brought_back(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    link = Link.objects.get(kind="dempt")
    page = text_of(browser.post(url(case, "remove", "verband", link.pk), {"version": 1}, headers=HTMX))
    assert "Verband weggehaald." in page and 'data-focus="ongedaan"' in page
    what = page.split('name="wat" value="')[1].split('"')[0]
    browser.post(url(case, "board_undo"), {"wat": what})
    assert analysis_of(case).links.count() == 3
