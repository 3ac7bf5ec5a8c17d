"""Finding with the keyboard alone, and documents that say before sending that they are too large."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
BOX = ".et-top__end > .et-search"


def test_a_name_with_the_keyboard(tab: Page, site: str) -> None:
    log_in(tab, site, "petra@groningen.example")
    tab.locator(f"{BOX} input[type=search]").press_sequentially("oosterh", delay=20)
    first = tab.locator(f"{BOX} .et-search__list a").first
    expect(first).to_contain_text("Oosterhuis")
    tab.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    tab.keyboard.press("Escape")
    expect(first).to_have_count(0)
    expect(tab.locator(f"{BOX} input[type=search]")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/zoeken/?zoek=*")
    assert "oosterh" not in tab.url
    expect(tab.locator("main mark").first).to_contain_text("Oosterhuis")


def test_a_file_that_is_too_large_says_so_before_sending(tab: Page, site: str, tmp_path: Path) -> None:
    log_in(tab, site, "petra@groningen.example")
    tab.goto(f"{site}/casussen/")
    tab.locator("main table a").first.click()
    tab.get_by_role("link", name="Documenten", exact=True).click()
    large = tmp_path / "groot.pdf"
    with large.open("wb") as out:
        out.write(b"%PDF-1.7")
        out.truncate(30 * 1024**2)
    tab.get_by_label("Bestanden").set_input_files(large)
    expect(tab.locator(".doc-files__no")).to_contain_text("te groot, hooguit 25 MB")
