"""A real browser: Debian's Chromium, driven by Playwright. Loaded as a pytest plugin by conftest.py."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# A machine that also runs the other tests answers slowly; a page that is there is never waited for.
PATIENCE = 30_000


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A fresh tab with its own cookies."""
    context = chromium.new_context(locale="nl-NL")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
