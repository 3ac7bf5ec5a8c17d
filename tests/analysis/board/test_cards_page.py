"""Cards: made, changed, moved and taken away with plain forms, and with what people really do."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from analysis.board import actions
from analysis.board.models import Element
from expertteam.access.person import Person
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
from tests.factories import make_case

Login = Callable[[Person], Client]


def test_a_card_is_made_with_a_plain_form(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    response = add_card(as_(petra), case, "Slaapt slecht", said_by="oma", source="netwerk")
    made = card(case, "Slaapt")
    assert response["Location"] == f"{board_url(case)}#kaartje-{made.pk}"
    assert (made.kind, made.domain, made.source, made.said_by) == ("klacht", "jeugdige", "netwerk", "oma")


def test_the_form_stands_open_in_its_column(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    page = text_of(as_(petra).get(url(case, "new", "kaartje") + "?soort=ontstaan"))
    assert 'id="kaartje-nieuw-ontstaan"' in page
    assert '<option value="uitlokkend">' in page and '<option value="klacht">' not in page


def test_an_unknown_column_is_the_first_one(petra: Person, as_: Login) -> None:
    page = text_of(as_(petra).get(url(make_board(petra), "new", "kaartje") + "?soort=onzin"))
    assert 'id="kaartje-nieuw-klacht"' in page


def test_pressing_twice_gives_one_card(petra: Person, as_: Login) -> None:
    case, token, browser = make_board(petra), uuid4(), as_(petra)
    for _ in range(2):
        assert add_card(browser, case, "Slaapt slecht", form_token=token).status_code == 302
    assert Element.objects.filter(text="Slaapt slecht").count() == 1


def test_enter_opens_the_next_card_about_the_same(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    response = add_card(as_(petra), case, "Slaapt", domain="gezin", source="ouder", volgende="1")
    assert "soort=klacht&domein=gezin&bron=ouder#kaartje-nieuw-klacht" in response["Location"]
    page = text_of(as_(petra).get(response["Location"].split("#")[0]))
    assert '<option value="gezin" selected>' in page and '<option value="ouder" selected>' in page


def test_with_htmx_the_whole_board_comes_back_with_the_next_form(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    response = as_(petra).post(
        url(case, "new", "kaartje"), card_data(text="Slaapt", volgende="1"), headers=HTMX
    )
    page = text_of(response)
    assert response.status_code == 200 and "<html" not in page
    assert 'id="form-kaartje-nieuw-klacht"' in page and "Slaapt" in page
    assert 'hx-swap-oob="true"' in page


@pytest.mark.parametrize("text", ["é" * 500, "😀" * 250 + "x" * 250])
def test_five_hundred_characters_fit(petra: Person, as_: Login, text: str) -> None:
    case = make_board(petra)
    assert add_card(as_(petra), case, text).status_code == 302
    assert Element.objects.get(analysis__case=case, text=text).text == text


def test_one_more_comes_back_with_what_to_do(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    response = add_card(as_(petra), case, "x" * 501)
    page = text_of(response)
    assert response.status_code == 422
    assert "Dit is te lang: 501 tekens, en er passen er 500." in page
    assert "x" * 501 in page


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_an_empty_card_is_not_made(petra: Person, as_: Login, text: str) -> None:
    case = make_board(petra)
    response = add_card(as_(petra), case, text)
    assert response.status_code == 422
    assert "Vul dit in." in text_of(response)


def test_markup_emoji_and_other_scripts_are_just_text(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    for text in ("<script>alert(1)</script> & zo", "Voelt zich 😔 én 👨‍👩‍👧 alleen", "لا ينام في الليل"):
        assert add_card(browser, case, text).status_code == 302
    page = text_of(browser.get(board_url(case)))
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)&lt;/script&gt; &amp; zo" in page
    assert "👨‍👩‍👧" in page and "لا ينام في الليل" in page
    assert browser.get(url(case, "board_list")).status_code == 200


def test_line_ends_become_spaces(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    add_card(as_(petra), case, "Ligt op\r\nde   bank ")
    assert Element.objects.filter(text="Ligt op de bank").exists()


@pytest.mark.parametrize("field", ["kind", "domain", "source"])
def test_an_answer_that_does_not_exist_is_refused(petra: Person, as_: Login, field: str) -> None:
    case = make_board(petra)
    response = add_card(as_(petra), case, "Slaapt", **{field: "verzonnen"})
    assert response.status_code == 422
    assert "staat niet in de lijst" in text_of(response)


def test_a_card_is_changed_in_place(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    one, browser = card(case, "Ligt"), as_(petra)
    fragment = text_of(browser.get(url(case, "edit", "kaartje", one.pk), headers=HTMX))
    assert fragment.strip().startswith("<li") and one.text in fragment
    sent = card_data(text="Ligt stil", version=one.version)
    assert browser.post(url(case, "edit", "kaartje", one.pk), sent).status_code == 302
    one.refresh_from_db()
    assert (one.text, one.version) == ("Ligt stil", 2)


def test_two_tabs_both_keep_their_words(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    one, browser = card(case, "Ligt"), as_(petra)
    address = url(case, "edit", "kaartje", one.pk)
    browser.post(address, card_data(text="Uit het eerste tabblad", version=1))
    response = browser.post(address, card_data(text="Uit het tweede tabblad", version=1))
    page = text_of(response)
    assert response.status_code == 409
    assert "Uit het eerste tabblad" in page and "Uit het tweede tabblad" in page
    assert "Petra Nijboer" in page and 'name="version" value="2"' in page
    one.refresh_from_db()
    assert one.text == "Uit het eerste tabblad"
    assert browser.post(address, card_data(text="Uit het tweede tabblad", version=2)).status_code == 302
    one.refresh_from_db()
    assert one.text == "Uit het tweede tabblad"


def test_a_form_without_a_version_overwrites_nothing(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    one = card(case, "Ligt")
    response = as_(petra).post(url(case, "edit", "kaartje", one.pk), card_data(text="Anders"))
    assert response.status_code == 409
    one.refresh_from_db()
    assert one.text.startswith("Ligt")


def test_a_card_that_was_taken_away_comes_back_as_a_new_one(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    one, browser = card(case, "Ligt"), as_(petra)
    actions.remove_element(by=petra, element=card(case, "Ligt"))
    response = browser.post(
        url(case, "edit", "kaartje", one.pk), card_data(text="Mijn werk", version=1, kind="in_stand_houdend")
    )
    page = text_of(response)
    assert response.status_code == 409
    assert "Mijn werk" in page and "intussen weggehaald" in page
    assert 'id="form-kaartje-nieuw-in_stand_houdend"' in page


def test_asking_for_a_card_that_is_not_there_leads_back(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    for pk in (0, 10**12, 10**25):
        response = as_(petra).get(url(case, "edit", "kaartje", pk), follow=True)
        assert "is er niet meer" in text_of(response)


def test_a_card_of_another_case_is_out_of_reach(petra: Person, as_: Login) -> None:
    mine, other = make_board(petra), make_board(petra, first_name="Fenna")
    theirs = card(other, "Ligt")
    as_(petra).post(url(mine, "edit", "kaartje", theirs.pk), card_data(text="Van ons", version=1))
    as_(petra).post(url(mine, "remove", "kaartje", theirs.pk), {"version": 1})
    theirs.refresh_from_db()
    assert theirs.text.startswith("Ligt")


def test_a_card_moves_up_and_down_and_no_further(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    for text in ("Tweede", "Derde"):
        add_card(browser, case, text)
    third = card(case, "Derde")
    for way, expected in (
        ("omhoog", ["Ligt", "Derde", "Tweede"]),
        ("omhoog", ["Derde", "Ligt", "Tweede"]),
        ("omhoog", ["Derde", "Ligt", "Tweede"]),
        ("omlaag", ["Ligt", "Derde", "Tweede"]),
    ):
        browser.post(url(case, "move", "kaartje", third.pk), {"richting": way})
        found = Element.objects.filter(analysis__case=case, kind="klacht")
        assert [one.text.split()[0] for one in found] == expected


def test_a_card_is_dropped_in_another_column(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    one = card(case, "Ligt")
    browser.post(url(case, "move", "kaartje", one.pk), {"plaats": "0", "soort": "in_stand_houdend"})
    one.refresh_from_db()
    assert one.kind == "in_stand_houdend"


def test_a_dropped_trigger_stays_a_trigger_in_its_own_column(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    add_card(as_(petra), case, "School dicht", kind="uitlokkend")
    one = card(case, "School dicht")
    as_(petra).post(url(case, "move", "kaartje", one.pk), {"plaats": "0", "soort": "ontstaan"})
    one.refresh_from_db()
    assert one.kind == "uitlokkend"


def test_what_is_helped_cannot_be_dropped_among_problems(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    strength = card(case, "Sleutelt")
    actions.add_link(
        by=petra, analysis=analysis_of(case), source=card(case, "Ligt"), target=strength, kind="helpt"
    )
    response = as_(petra).post(
        url(case, "move", "kaartje", strength.pk), {"plaats": "0", "soort": "klacht"}, headers=HTMX
    )
    assert response.status_code == 409
    assert "Verander eerst dat verband" in text_of(response)
    strength.refresh_from_db()
    assert strength.kind == "beschermend"


@pytest.mark.parametrize("sent", [{}, {"plaats": "x"}, {"soort": "onzin"}, {"richting": "scheef"}])
def test_a_strange_destination_breaks_nothing(petra: Person, as_: Login, sent: dict[str, str]) -> None:
    case = make_board(petra)
    one = card(case, "Ligt")
    assert as_(petra).post(url(case, "move", "kaartje", one.pk), sent).status_code == 302


def test_changes_are_only_made_by_sending_a_form(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    one, browser = card(case, "Ligt"), as_(petra)
    for name, more in (("remove", ("kaartje", one.pk)), ("move", ("kaartje", one.pk)), ("board_undo", ())):
        assert browser.get(url(case, name, *more)).status_code == 405
    assert browser.get(board_url(make_case(petra)) + "iets/nieuw/").status_code == 404
