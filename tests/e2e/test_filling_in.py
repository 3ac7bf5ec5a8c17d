"""Filling in a long form: the page does what one is doing, and nothing else moves."""

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
TO_THE_LAST_FIELD = """() => {
  const fields = [...document.querySelectorAll("main form input:not([type=hidden]), main form textarea")];
  const last = fields.filter((field) => field.checkVisibility()).at(-1);
  const inView = () => last.getBoundingClientRect().top >= 0 && last.getBoundingClientRect().bottom <= innerHeight;
  const before = inView();
  last.focus();
  return [before, inView()];
}"""


def test_a_field_further_down_stands_there_at_once(tab: Page, site: str) -> None:
    """While a page still slides to it, a press lands beside the button one saw."""
    log_in(tab, site, "sietske@groningen.example")
    tab.goto(f"{site}/aanmelding/nieuw/")
    assert tab.evaluate(TO_THE_LAST_FIELD) == [False, True]
