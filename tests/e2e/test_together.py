"""Petra and Emre in one analysis: they see each other, every change arrives by itself, and nobody loses a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.casework import open_case_of
from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
PETRA, EMRE = "petra@groningen.example", "emre@groningen.example"
# What waits on this computer, once it has had every chance to go.
LEFT = """async () => {
  const left = () => Object.keys(localStorage).filter((key) => key.includes("!"));
  for (let turn = 0; turn < 300 && left().length; turn += 1) await new Promise((go) => setTimeout(go, 100));
  return left();
}"""
SAVED = re.compile("Bewaard om")


@dataclass
class Two:
    """The board of one case of the demo in two browsers, with a card of this test on it."""

    petra: Page
    emre: Page
    text: str

    def card(self, tab: Page) -> Locator:
        return tab.locator("[data-card]", has_text=self.text)

    def words(self, tab: Page) -> Locator:
        return self.card(tab).locator("a.bd-card__text")

    def edit(self, tab: Page) -> Locator:
        """Open the words of the card where they stand."""
        self.words(tab).click()
        field = tab.locator("form[data-in-place] textarea")
        expect(field).to_be_focused()
        return field


def add_card(tab: Page, text: str) -> None:
    tab.locator("[data-column=klacht] .bd-new__link").click()
    field = tab.locator("#kaartje-nieuw-klacht-text")
    expect(field).to_be_focused()
    field.fill(text)
    tab.locator("#form-kaartje-nieuw-klacht").get_by_role("button", name="Klaar").click()
    expect(tab.locator("[data-card]", has_text=text)).to_be_visible()
    expect(tab.locator("form[data-board-form]")).to_have_count(0)


@pytest.fixture
def two(tab: Page, chromium: Browser, site: str) -> Iterator[Two]:
    log_in(tab, site, PETRA)
    open_case_of(tab, site, "Jesse Boonstra")
    tab.get_by_role("link", name="Analyse", exact=True).click()
    tab.wait_for_url("**/analyse/")
    with chromium.new_context(locale="nl-NL") as context:
        other = context.new_page()
        log_in(other, site, EMRE)
        other.goto(tab.url)
        both = Two(tab, other, f"Slaapt {uuid4().hex[:8]} niet")
        add_card(tab, both.text)
        expect(both.card(other)).to_be_visible()
        yield both


def test_they_see_each_other_and_what_the_other_types(two: Two) -> None:
    asked: list[str] = []
    two.petra.on("request", lambda request: asked.append(request.url) if "/stand/" in request.url else None)
    for tab in (two.petra, two.emre):
        expect(tab.locator("#aanwezig summary")).to_contain_text("2 mensen hier")
    two.edit(two.emre)
    two.emre.keyboard.type(" en eet slecht")
    expect(two.card(two.petra).locator("[data-mark]")).to_have_text("Emre typt")
    two.text = f"{two.text} en eet slecht"
    expect(two.words(two.petra)).to_have_text(two.text)
    expect(two.petra.locator("#beeld .picture__node", has_text=two.text.split()[1])).to_be_visible()
    two.petra.locator("#aanwezig summary").click()
    expect(two.petra.locator("#aanwezig li", has_text="Emre Kaya")).to_contain_text("typt hier")
    assert not asked, "it came by itself: nobody had to ask"


def test_two_in_one_text_both_keep_their_words(two: Two) -> None:
    of_petra, of_emre = two.edit(two.petra), two.edit(two.emre)
    of_petra.press("Home")
    two.petra.keyboard.type("Vaak: ", delay=20)
    two.emre.keyboard.type(", zegt Gea", delay=20)
    for field in (of_petra, of_emre):
        expect(field).to_have_value(f"Vaak: {two.text}, zegt Gea")
    two.petra.keyboard.type("ook ")
    expect(of_emre).to_have_value(f"Vaak: ook {two.text}, zegt Gea")
    of_emre.press("Enter")
    expect(two.words(two.emre)).to_be_focused()
    expect(two.words(two.emre)).to_have_text(f"Vaak: ook {two.text}, zegt Gea")


def clash(two: Two) -> Locator:
    """Petra changed the last word; Emre, who could not hear that, changes it too."""
    field = two.edit(two.emre)
    two.emre.route("**/woorden/", lambda route: route.abort())
    field.press("End")
    field.press("Control+Shift+ArrowLeft")
    two.emre.keyboard.type("nauwelijks")
    expect(two.emre.locator("#bewaarstand")).to_contain_text("1 wijziging wacht op deze computer")
    other = two.edit(two.petra)
    other.press("End")
    other.press("Control+Shift+ArrowLeft")
    two.petra.keyboard.type("overdag")
    other.press("Enter")
    expect(two.petra.locator("#bewaarstand")).to_have_text(SAVED)
    two.emre.unroute("**/woorden/")
    panel = two.emre.locator("[data-conflict]")
    expect(panel).to_contain_text("Petra schreef hier tegelijk met jou")
    return panel


@pytest.mark.parametrize(
    ("choice", "last"),
    [
        ("Die van mij", "nauwelijks"),
        ("Die van Petra", "overdag"),
        ("Allebei", "overdag nauwelijks"),
        ("Zelf schrijven", "soms"),
    ],
)
def test_an_overlap_is_shown_to_who_came_second(two: Two, choice: str, last: str) -> None:
    panel = clash(two)
    start = two.text.removesuffix("niet")
    expect(panel.locator("[data-mine]")).to_have_text(f"{start}nauwelijks")
    expect(panel.locator("[data-theirs]")).to_have_text(f"{start}overdag")
    expect(two.petra.locator("[data-conflict]")).to_have_count(0)
    panel.get_by_role("button", name=choice).click()
    if choice == "Zelf schrijven":
        panel.get_by_label("Zo wordt het").fill(f"{start}soms")
        panel.get_by_role("button", name=choice).click()
    expect(panel).to_have_count(0)
    for tab in (two.petra, two.emre):
        expect(tab.locator("[data-card]", has_text=f"{start}{last}")).to_be_visible()


def test_an_overlap_still_waits_after_a_reload(two: Two) -> None:
    clash(two)
    two.emre.reload()
    panel = two.emre.locator("[data-conflict]")
    expect(panel).to_contain_text("nauwelijks")
    panel.get_by_role("button", name="Die van mij").click()
    expect(panel).to_have_count(0)
    expect(two.petra.locator("[data-card]", has_text="nauwelijks").last).to_be_visible()


def test_a_card_somebody_was_typing_in_comes_back_with_the_words(two: Two) -> None:
    two.edit(two.emre)
    two.words(two.petra).focus()
    two.petra.keyboard.press("Delete")
    expect(two.card(two.petra)).to_have_count(0)
    expect(two.emre.locator(".bd-gone")).to_be_visible()
    two.emre.keyboard.type(", vooral op zondag")
    expect(two.card(two.petra)).to_contain_text("vooral op zondag")
    expect(two.emre.locator(".bd-gone")).to_have_count(0)


def test_words_typed_without_a_connection_are_sent_once(two: Two) -> None:
    field = two.edit(two.emre)
    two.emre.context.set_offline(True)
    two.emre.keyboard.type(", sinds de zomer")
    expect(two.emre.locator("#bewaarstand")).to_contain_text("1 wijziging wacht op deze computer")
    two.emre.context.set_offline(False)
    expect(two.emre.locator("#bewaarstand")).to_have_text(SAVED)
    expect(two.words(two.petra)).to_have_text(f"{two.text}, sinds de zomer")
    field.press("Enter")
    two.emre.reload()
    expect(two.words(two.emre)).to_have_text(f"{two.text}, sinds de zomer")


def test_words_of_a_page_that_was_closed_are_sent_by_the_next(two: Two) -> None:
    two.edit(two.emre)
    address = two.emre.url
    two.emre.route("**/woorden/", lambda route: route.abort())
    two.emre.keyboard.type(", sinds de zomer")
    expect(two.emre.locator("#bewaarstand")).to_contain_text("1 wijziging wacht op deze computer")
    again = two.emre.context.new_page()
    two.emre.close(run_before_unload=False)
    again.goto(address)
    expect(two.words(two.petra)).to_have_text(f"{two.text}, sinds de zomer")
    assert again.evaluate(LEFT) == []
    again.reload()
    expect(two.words(again)).to_have_text(f"{two.text}, sinds de zomer")


def test_words_typed_after_the_login_expired_wait_for_the_next(two: Two, site: str) -> None:
    two.edit(two.emre)
    two.emre.context.clear_cookies()
    two.emre.keyboard.type(", sinds de zomer")
    expect(two.emre.locator("#bewaarstand")).to_contain_text("Je bent uitgelogd")
    second = two.emre.context.new_page()
    log_in(second, site, EMRE)
    expect(two.words(two.petra)).to_have_text(f"{two.text}, sinds de zomer")
    expect(two.emre.locator("#bewaarstand")).to_have_text(SAVED)


def test_a_step_back_after_the_other_went_on(two: Two) -> None:
    field = two.edit(two.petra)
    field.press("Home")
    two.petra.keyboard.type("Heel vaak: ")
    field.press("Enter")
    expect(two.words(two.emre)).to_have_text(f"Heel vaak: {two.text}")
    two.edit(two.emre)
    two.emre.keyboard.type(", zegt Gea")
    two.emre.keyboard.press("Enter")
    expect(two.words(two.petra)).to_have_text(f"Heel vaak: {two.text}, zegt Gea")
    two.words(two.petra).focus()
    two.petra.keyboard.press("Control+z")
    for tab in (two.petra, two.emre):
        expect(two.words(tab)).to_have_text(f"{two.text}, zegt Gea")


def test_the_big_screen_follows(two: Two) -> None:
    wall = two.petra.context.new_page()
    wall.goto(f"{two.petra.url.split('#')[0]}wand/?toon=kaartjes")
    two.edit(two.emre)
    two.emre.keyboard.type(" en eet slecht")
    expect(two.words(wall)).to_have_text(f"{two.text} en eet slecht")
    assert wall.locator("#analyse form, #analyse [hx-get]").count() == 0
