"""Noting a call from any page of a case: one key, nothing else is lost, and neither is the note."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
PETRA = "petra@groningen.example"
BOX = "#noteer-vak"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('expertteam:wacht:noteer'))"


def open_case(tab: Page, site: str) -> str:
    """The address of a running case of Petra, opened."""
    log_in(tab, site, PETRA)
    tab.goto(f"{site}/casussen/?fase=analyse")
    tab.locator("tbody th a").first.click()
    tab.wait_for_load_state("networkidle")
    return tab.url


def lines(tab: Page, case: str, text: str) -> int:
    """How often the journal says this."""
    tab.goto(f"{case}journaal/")
    return tab.locator(".proc-journal").get_by_text(text, exact=True).count()


@pytest.fixture
def case(tab: Page, site: str) -> str:
    return open_case(tab, site)


def test_while_something_else_is_being_filled_in(tab: Page, case: str) -> None:
    tab.goto(f"{case}procesregie/koers/")
    other = tab.get_by_label("Waar werken we naartoe?")
    other.fill("Fenna gaat weer")
    tab.keyboard.press("F2")
    text = tab.get_by_label("Wat is er gezegd of gebeurd?")
    expect(text).to_be_focused()
    tab.keyboard.type("School belt terug over de fiets")
    expect(tab.locator("[data-note-draft]")).to_be_visible()
    tab.get_by_role("button", name="In het journaal").click()
    expect(tab.locator("[data-autosave-status=noteer]")).to_contain_text("Genoteerd om")
    expect(tab.locator(BOX)).not_to_have_attribute("open", "")
    expect(other).to_have_value("Fenna gaat weer")
    expect(other).to_be_focused()
    tab.keyboard.press("F2")
    expect(text).to_have_value("")
    text.fill("En nog iets over het zadel")
    tab.get_by_label("Minuten").fill("veel")
    tab.get_by_role("button", name="In het journaal").click()
    expect(tab.get_by_role("alert").filter(has_text="als getal")).to_be_visible()
    tab.get_by_label("Minuten").fill("5")
    tab.get_by_role("button", name="In het journaal").click()
    expect(tab.locator(BOX)).not_to_have_attribute("open", "")
    assert lines(tab, case, "School belt terug over de fiets") == 1
    assert lines(tab, case, "En nog iets over het zadel") == 1
    assert tab.evaluate(KEPT) == []


def test_closing_the_box_or_leaving_keeps_what_was_typed(tab: Page, case: str) -> None:
    tab.keyboard.press("F2")
    tab.keyboard.type("Half verteld verhaal")
    expect(tab.locator("[data-autosave-status=noteer]")).to_contain_text("Bewaard om")
    tab.keyboard.press("Escape")
    expect(tab.locator(BOX)).not_to_have_attribute("open", "")
    tab.goto(f"{case}mensen/")
    expect(tab.locator("[data-note-draft]")).to_be_visible()
    tab.keyboard.press("F2")
    expect(tab.get_by_label("Wat is er gezegd of gebeurd?")).to_have_value("Half verteld verhaal")
    tab.get_by_role("button", name="In het journaal").click()
    expect(tab.locator("[data-note-draft]")).to_be_hidden()
    assert lines(tab, case, "Half verteld verhaal") == 1


def test_an_expired_login_costs_nothing(tab: Page, case: str, site: str) -> None:
    tab.keyboard.press("F2")
    tab.context.clear_cookies()
    tab.keyboard.type("Verteld terwijl de login verliep")
    save = tab.get_by_role("button", name="In het journaal")
    save.click()
    expect(tab.locator("[data-autosave-status=noteer]")).to_contain_text("uitgelogd")
    save.click()
    expect(tab.locator("[data-note-wrong]")).to_contain_text("uitgelogd")
    assert len(tab.evaluate(KEPT)) == 1
    log_in(tab, site, PETRA)
    tab.goto(case)
    tab.keyboard.press("F2")
    expect(tab.get_by_label("Wat is er gezegd of gebeurd?")).to_have_value("Verteld terwijl de login verliep")
    tab.get_by_role("button", name="In het journaal").click()
    expect(tab.locator("[data-note-draft]")).to_be_hidden()
    assert lines(tab, case, "Verteld terwijl de login verliep") == 1
    assert tab.evaluate(KEPT) == []


def test_without_a_script_it_works_with_a_page_in_between(
    chromium: Browser, tab: Page, case: str, site: str
) -> None:
    context = chromium.new_context(locale="nl-NL", java_script_enabled=False)
    context.add_cookies(tab.context.cookies())
    plain = context.new_page()
    plain.goto(f"{case}mensen/")
    plain.locator(f"{BOX} > summary").click()
    plain.get_by_label("Wat is er gezegd of gebeurd?").fill("Zonder script genoteerd")
    plain.get_by_role("button", name="In het journaal").click()
    expect(plain.locator(".et-messages")).to_contain_text("Het staat in het journaal")
    assert plain.url == f"{case}mensen/"
    context.close()
    assert lines(tab, case, "Zonder script genoteerd") == 1
