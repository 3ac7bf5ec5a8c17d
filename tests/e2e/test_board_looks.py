"""The board at the widths people have, and on paper: nothing is cut off in silence."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.casework import open_case_of
from tests.e2e.conftest import log_in
from tests.e2e.test_board import board, cards

__all__ = ["board"]
pytestmark = pytest.mark.e2e
CUT = "one => one.scrollWidth > one.clientWidth + 1"


@pytest.fixture
def milou(tab: Page, site: str) -> Page:
    """The board of a case of the demo, as Petra has it before her."""
    log_in(tab, site, "petra@groningen.example")
    open_case_of(tab, site, "Milou Draaisma")
    tab.get_by_role("link", name="Analyse", exact=True).click()
    tab.wait_for_url("**/analyse/")
    return tab


def height(found: Locator) -> float:
    box = found.bounding_box()
    assert box is not None
    return box["height"]


def test_an_open_card_leaves_words_and_neighbours_as_they_are(milou: Page) -> None:
    milou.set_viewport_size({"width": 1280, "height": 900})
    beside = milou.locator("[data-column=beschermend] [data-card]").first
    before = height(beside)
    milou.locator("[data-column=beschermend] .bd-new__link").click()
    button = milou.locator("[data-enter]")
    expect(button).to_be_visible()
    assert height(beside) <= before + 1
    assert height(button) < 80, "two lines at most"
    assert not button.evaluate(CUT)


@pytest.mark.parametrize("width", [390, 320])
def test_a_wide_picture_says_that_it_scrolls(milou: Page, width: int) -> None:
    milou.set_viewport_size({"width": width, "height": 800})
    frame = milou.get_by_role("region", name="Beeld van kaartjes en verbanden")
    assert frame.evaluate(CUT)
    expect(milou.get_by_text("veeg opzij om alles te zien")).to_be_visible()
    right = frame.locator(".picture__node", has_text="Haar tekenlerares")
    expect(right).not_to_be_in_viewport(ratio=0.9)
    frame.focus()
    for _ in range(12):
        milou.keyboard.press("ArrowRight")
    expect(right).to_be_in_viewport(ratio=0.9)


BOXES = """all => Object.fromEntries(all.map((one) => {
  const box = one.querySelector("rect");
  return [one.dataset.element, box.getAttribute("x") + " " + box.getAttribute("y")];
}))"""


def test_a_link_more_moves_no_box_on_the_picture(milou: Page) -> None:
    picture = milou.locator(".bd-picture__frame")
    nodes, links = picture.locator(".picture__node"), picture.locator(".picture__link")
    before, laid = nodes.evaluate_all(BOXES), links.count()
    cards(milou, "beschermend").first.focus()
    name = cards(milou, "klacht").last.inner_text()[:12]
    milou.keyboard.type("l" + name)
    expect(milou.get_by_role("dialog").get_by_role("searchbox")).to_have_value(name)
    milou.keyboard.press("Enter")
    expect(milou.get_by_role("dialog").get_by_label("Veroorzaakt")).to_be_checked()
    milou.keyboard.press("Enter")
    expect(links).to_have_count(laid + 1)
    assert nodes.evaluate_all(BOXES) == before


def test_the_sentence_of_an_empty_picture_fits_a_small_screen(board: Page) -> None:
    board.set_viewport_size({"width": 320, "height": 800})
    words = board.locator(".bd-picture__empty")
    expect(words).to_contain_text("Hier komt te staan hoe het samenhangt")
    assert not words.evaluate(CUT)
    assert not board.locator(".bd-picture__frame").evaluate(CUT)


FIFTEEN = """() => document.dispatchEvent(new CustomEvent("board:people", { detail:
  [...Array(15).keys()].map((n) => ({ id: n, name: `Willemijn-Anna van der Veen-Oosterhuis ${n}`, initials: "WO",
    where: document.querySelectorAll("[data-card]")[n % 3].id, typing: n > 0, idle: false, you: n === 0 })) }))"""


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_fifteen_people_do_not_crowd_the_page(milou: Page, width: int) -> None:
    milou.set_viewport_size({"width": width, "height": 800})
    for path in ("**/stroom/**", "**/stand/**"):
        milou.route(path, lambda route: route.abort())
    milou.reload()
    head = height(milou.locator(".et-head"))
    milou.evaluate(FIFTEEN)
    here = milou.locator("#aanwezig")
    expect(here.locator("summary")).to_contain_text("15 mensen hier")
    assert here.locator("summary .bd-who").count() == 5, "four people and how many more"
    assert height(milou.locator(".et-head")) <= head + 70, "two lines at most"
    assert not milou.locator("html").evaluate(CUT)
    assert milou.locator("[data-mark]").count() == 3, "one mark a card, however many type there"
    here.locator("summary").click()
    expect(here.locator("li")).to_have_count(15)
    assert not milou.locator("html").evaluate(CUT)


def test_paper_has_the_whole_text_of_the_cards_under_an_advice(milou: Page) -> None:
    milou.emulate_media(media="print")
    hook = milou.locator(".bd-hooks a").first
    hook.evaluate("one => { one.textContent = 'Een kaartje met een lange zin. '.repeat(12); }")
    assert not hook.evaluate(CUT)
    expect(milou.locator(".bd-edit").first).to_be_hidden()
