"""The board with the keyboard: nothing needs a mouse, what is taken away comes back, what is typed stays."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import log_in
from tests.e2e.test_story import accept, choose

pytestmark = pytest.mark.e2e


@pytest.fixture
def board(tab: Page, site: str, request: pytest.FixtureRequest) -> Page:
    """An empty board of a new case, in the hands of Petra."""
    log_in(tab, site, "petra@groningen.example")
    number = register(tab, site, request.node.name)
    accept(tab, site, number)
    tab.goto(f"{site}/casussen/{number}/analyse/")
    return tab


def register(tab: Page, site: str, last_name: str) -> str:
    """The shortest aanmelding, of somebody nobody was before; returns the case number."""
    tab.goto(f"{site}/aanmelding/nieuw/")
    choose(tab, "Wie stelt de vraag?", "Lokaal team / gemeente")
    tab.get_by_label("Roepnaam").fill("Bord")
    tab.get_by_label("Achternaam").fill(f"{last_name} {uuid4().hex[:6]}")
    tab.get_by_label("Geboortedatum").first.fill("14-3-2011")
    tab.get_by_label("Gemeente", exact=True).select_option(label="Oldambt")
    choose(tab, "Wat is de vraag?", "Meedenken / verklarende analyse")
    tab.get_by_label("zelf?").fill("Ik wil naar huis.")
    tab.get_by_role("button", name="Aanmelding opslaan").first.click()
    tab.wait_for_url(re.compile(r"/casussen/\d{4}-\d{3}/"))
    return tab.url.rstrip("/").split("/")[-1]


def cards(board: Page, column: str = "klacht") -> Locator:
    return board.locator(f"[data-column={column}] a.bd-card__text")


def write(board: Page, column: str, *texts: str) -> None:
    """Cards one after another with Enter, and Enter in an empty one to stop."""
    board.locator(f"[data-column={column}] .bd-new__link").press("Enter")
    for text in texts:
        field = board.locator(f"#kaartje-nieuw-{column}-text")
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        board.keyboard.type(text)
        board.keyboard.press("Enter")
        expect(cards(board, column).filter(has_text=text)).to_be_visible()
    expect(board.locator(f"#kaartje-nieuw-{column}-text")).to_be_focused()
    board.keyboard.press("Enter")
    expect(board.locator("form[data-board-form]")).to_have_count(0)
    expect(board.locator(f"[data-column={column}] .bd-new__link")).to_be_focused()


def test_cards_links_and_undo_with_the_keyboard(board: Page) -> None:
    write(board, "klacht", "Slaapt niet", "Eet bijna niets")
    write(board, "beschermend", "Zingt graag")

    cards(board).nth(1).focus()
    expect(cards(board).nth(1)).to_be_focused()
    board.keyboard.press("Alt+ArrowUp")
    expect(cards(board)).to_have_text(["Eet bijna niets", "Slaapt niet"])
    expect(cards(board).nth(0)).to_be_focused()

    board.keyboard.type("lzing")
    expect(board.get_by_role("dialog").get_by_role("searchbox")).to_have_value("zing")
    board.keyboard.press("Enter")
    dampens = board.get_by_role("dialog").get_by_label("Dempt")
    expect(board.get_by_role("dialog").locator("input[name=kind]").first).to_be_focused()
    dampens.check()
    expect(dampens).to_be_focused()
    board.keyboard.press("Enter")
    expect(board.get_by_role("dialog")).to_have_count(0)
    expect(board.get_by_text("1 verband in woorden")).to_be_visible()
    expect(cards(board).nth(0)).to_be_focused()

    board.keyboard.press("Delete")
    expect(cards(board)).to_have_text(["Slaapt niet"])
    expect(board.get_by_text("Kaartje weggehaald, met 1 verband.")).to_be_visible()
    expect(board.get_by_role("button", name="Ongedaan maken")).to_be_focused()
    board.keyboard.press("Enter")
    expect(cards(board)).to_have_text(["Eet bijna niets", "Slaapt niet"])
    expect(board.get_by_text("1 verband in woorden")).to_be_visible()


def test_what_is_typed_stays(board: Page) -> None:
    """Nothing has to be pressed: leaving the words is enough."""
    write(board, "klacht", "Slaapt niet")
    cards(board).nth(0).press("Enter")
    text = board.get_by_label("Wat staat er op het kaartje?")
    expect(text).to_be_focused()
    board.keyboard.type(" meer")
    board.locator("[data-column=beschermend] .bd-new__link").click()
    board.locator("#kaartje-nieuw-beschermend-text").fill("Zingt graag")
    board.locator("#form-kaartje-nieuw-beschermend").get_by_role("button", name="Klaar").click()
    expect(cards(board, "beschermend")).to_have_text(["Zingt graag"])
    expect(cards(board)).to_have_text(["Slaapt niet meer"])
    board.reload()
    expect(cards(board)).to_have_text(["Slaapt niet meer"])


def test_an_emptied_card_keeps_its_words(board: Page) -> None:
    write(board, "klacht", "Slaapt niet")
    cards(board).nth(0).press("Enter")
    board.keyboard.press("Control+a")
    board.keyboard.press("Delete")
    board.keyboard.press("Escape")
    expect(cards(board)).to_have_text(["Slaapt niet"])
    expect(cards(board).nth(0)).to_be_focused()


def test_the_other_fields_save_themselves_too(board: Page) -> None:
    write(board, "klacht", "Slaapt niet")
    cards(board).nth(0).press("Enter")
    board.keyboard.type(" meer")
    board.locator("[data-more]").press("Enter")
    expect(board.get_by_label("Wat staat er op het kaartje?")).to_have_value("Slaapt niet meer")
    board.get_by_label("Wie zegt het").fill("Gea")
    board.get_by_label("Gaat over").select_option(label="Gezin")
    expect(board.locator("#bewaarstand")).to_contain_text("Bewaard om")
    board.reload()
    expect(board.locator("[data-card]")).to_contain_text("Gezin")
    expect(board.locator("[data-card]")).to_contain_text("zegt Gea")


def test_a_link_is_laid_by_dragging_to_another_card(board: Page) -> None:
    write(board, "klacht", "Slaapt niet")
    write(board, "in_stand_houdend", "Gamet de hele nacht")
    sign = board.locator("[data-column=in_stand_houdend] [data-link-from]")
    sign.drag_to(board.locator("[data-column=klacht] [data-card]"))
    dialog = board.get_by_role("dialog")
    expect(dialog.get_by_label("Met welk kaartje?").locator("option:checked")).to_have_text("Slaapt niet")
    dialog.get_by_label("Veroorzaakt").check()
    dialog.get_by_role("button", name="Bewaren").click()
    expect(board.get_by_text("1 verband in woorden")).to_be_visible()


def test_a_ring_stands_out_in_the_picture(board: Page) -> None:
    write(board, "klacht", "Slaapt niet")
    write(board, "in_stand_houdend", "Gamet de hele nacht")
    for source, target in (("Slaapt", "gamet"), ("Gamet", "slaapt")):
        board.locator("a.bd-card__text", has_text=source).focus()
        board.keyboard.type(f"l{target}")
        board.get_by_role("dialog").get_by_label("Versterkt").check()
        board.keyboard.press("Enter")
        expect(board.get_by_role("dialog")).to_have_count(0)
    ring = board.get_by_role("button", name="Dit houdt het vast")
    ring.focus()
    expect(board.locator("#beeld .picture__node.is-lit")).to_have_count(2)
    ring.press("Enter")
    expect(ring).to_have_attribute("aria-pressed", "true")
