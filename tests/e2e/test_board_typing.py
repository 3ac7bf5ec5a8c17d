"""What is typed on the board is never lost: card after card without a pause, refused, logged out, in an old draft."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import log_in
from tests.e2e.test_board import board, cards, write

__all__ = ["board"]
pytestmark = pytest.mark.e2e
THREE = ["Slaapt slecht sinds mei", "Eet bijna niets meer", "Komt de deur niet uit"]
SAVE = re.compile(r"/analyse/kaartje/nieuw/")
DRAFTS = "#bewaard-op-deze-computer"


def new_card(board: Page, column: str = "klacht") -> None:
    board.locator(f"[data-column={column}] .bd-new__link").press("Enter")
    expect(board.locator(f"#kaartje-nieuw-{column}-text")).to_be_focused()


@pytest.mark.parametrize("delay", [0, 20, 100])
def test_three_cards_without_a_pause(board: Page, delay: int) -> None:
    new_card(board)
    for text in THREE:
        board.keyboard.type(text, delay=delay)
        board.keyboard.press("Enter")
    board.keyboard.type("En nog ie", delay=delay)
    expect(cards(board)).to_have_text(THREE)
    expect(board.locator(".bd-card--waiting")).to_have_count(0)
    field = board.locator("#kaartje-nieuw-klacht-text")
    expect(field).to_be_focused()
    board.keyboard.type("ts")
    expect(field).to_have_value("En nog iets")
    board.get_by_role("button", name="Klaar").last.click()
    expect(cards(board)).to_have_text([*THREE, "En nog iets"])
    expect(board.locator("form[data-board-form]")).to_have_count(0)
    board.reload()
    expect(cards(board)).to_have_text([*THREE, "En nog iets"])
    expect(board.locator(DRAFTS)).to_be_hidden()
    new_card(board)
    expect(field).to_have_value("")


def test_cards_that_cannot_be_sent_wait_in_order(board: Page) -> None:
    def refuse(route: Route) -> None:
        route.abort() if route.request.method == "POST" else route.continue_()

    new_card(board)
    board.route(SAVE, refuse)
    for text in THREE:
        board.keyboard.type(text)
        board.keyboard.press("Enter")
    expect(board.locator("[data-trouble]")).to_contain_text("Niet verbonden")
    expect(board.locator(".bd-card--waiting .bd-card__text")).to_have_text(THREE)
    board.unroute(SAVE)
    board.keyboard.type("Weer verbonden")
    board.keyboard.press("Enter")
    expect(cards(board)).to_have_text([*THREE, "Weer verbonden"])
    expect(board.locator("#kaartje-nieuw-klacht-text")).to_have_value("")
    expect(board.locator("[data-trouble]")).to_have_count(0)


def test_after_closing_an_empty_card_the_keyboard_goes_on(board: Page) -> None:
    for key in ("Enter", "Escape"):
        new_card(board)
        board.keyboard.press(key)
        expect(board.locator("[data-column=klacht] .bd-new__link")).to_be_focused()


def test_a_link_begins_at_the_card_that_was_clicked(board: Page) -> None:
    write(board, "klacht", "Slaapt niet", "Eet niets")
    board.locator("[data-card]", has_text="Slaapt").locator("[data-link-from]").click()
    dialog = board.get_by_role("dialog")
    dialog.get_by_label("Versterkt").check()
    dialog.get_by_role("button", name="Bewaren").click()
    expect(dialog.get_by_role("alert").first).to_be_visible()
    board.once("dialog", lambda asked: asked.accept())
    board.reload()
    board.locator("[data-card]", has_text="Eet").locator("[data-link-from]").click()
    source = dialog.get_by_label("Dit kaartje").locator("option:checked")
    expect(source).to_have_text("Eet niets")
    expect(dialog.get_by_label("Versterkt")).not_to_be_checked()
    dialog.get_by_role("link", name="Annuleren").click()
    board.locator("[data-card]", has_text="Slaapt").locator("[data-link-from]").click()
    expect(source).to_have_text("Slaapt niet")
    expect(dialog.get_by_label("Versterkt")).to_be_checked()
    expect(dialog.locator(".bd-draft")).to_contain_text("Dit typte je eerder; nog niet bewaard")


def test_a_card_typed_after_the_login_expired_is_found_again(board: Page, site: str) -> None:
    new_card(board)
    address = board.url
    board.context.clear_cookies()
    board.keyboard.type("Durft niet naar buiten")
    board.keyboard.press("Enter")
    expect(board.locator("[data-trouble]")).to_contain_text("Je bent uitgelogd")
    board.once("dialog", lambda asked: asked.accept())
    log_in(board, site, "petra@groningen.example")
    board.goto(address)
    expect(board.locator(DRAFTS)).to_contain_text("Durft niet naar buiten")
    board.locator(DRAFTS).get_by_role("link", name="Ga ermee verder").click()
    field = board.locator("#kaartje-nieuw-klacht-text")
    expect(field).to_have_value("Durft niet naar buiten")
    field.press("Enter")
    expect(cards(board)).to_have_text(["Durft niet naar buiten"])
    expect(field).to_have_value("")


COLUMNS = {
    "klacht": ["Slaapt overdag", "Eet alleen"],
    "ontstaan": ["Opa overleed"],
    "in_stand_houdend": ["Niemand maakt hem wakker"],
    "beschermend": ["Vist met oom Harm"],
}


@pytest.mark.parametrize("delay", [0, 20, 100])
def test_from_column_to_column_without_a_pause_or_a_mouse(board: Page, delay: int) -> None:
    """Nobody waits for anything, and every letter stands in the column where it was meant."""
    board.keyboard.press("Alt+n")
    for place, texts in enumerate(COLUMNS.values()):
        if place:
            board.keyboard.press("ArrowRight")
            board.keyboard.press("Enter")
        for text in texts:
            board.keyboard.type(text, delay=delay)
            board.keyboard.press("Enter")
        board.keyboard.press("Enter")
    for column, texts in COLUMNS.items():
        expect(cards(board, column)).to_have_text(texts)
    expect(board.locator(".bd-card--waiting")).to_have_count(0)
    expect(board.locator("form[data-board-form]")).to_have_count(0)
    expect(board.locator("[data-column=beschermend] .bd-new__link")).to_be_focused()


def test_a_link_without_waiting_for_the_window(board: Page) -> None:
    write(board, "klacht", "Slaapt overdag", "Eet alleen")
    board.keyboard.press("ArrowUp")
    expect(cards(board).nth(1)).to_be_focused()
    board.keyboard.type("lsll")
    board.keyboard.press("Backspace")
    board.keyboard.type("aapt")
    board.keyboard.press("Enter")
    board.keyboard.press("Enter")
    expect(board.get_by_text("1 verband in woorden")).to_be_visible()
    expect(board.locator("#verbanden")).to_contain_text("“Eet alleen” veroorzaakt “Slaapt overdag”")
    expect(cards(board).nth(1)).to_be_focused()


def test_a_link_from_l_to_enter_takes_the_kind_that_stands_ready(board: Page) -> None:
    write(board, "klacht", "Slaapt overdag", "Eet alleen")
    board.keyboard.press("ArrowUp")
    expect(cards(board).nth(1)).to_be_focused()
    board.keyboard.type("lslaapt")
    expect(board.get_by_role("dialog").get_by_role("searchbox")).to_have_value("slaapt")
    board.keyboard.press("Enter")
    expect(board.get_by_role("dialog").get_by_label("Veroorzaakt")).to_be_checked()
    board.keyboard.press("Enter")
    expect(board.get_by_text("1 verband in woorden")).to_be_visible()
    expect(cards(board).nth(1)).to_be_focused()
