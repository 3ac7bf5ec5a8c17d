"""A party answers in a real browser: nothing typed is lost, it fits on the smallest phone, it works without script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.casework import open_case_of
from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
WORDS = "Wat doet deze tekst als de verbinding weg is?"


@pytest.fixture(scope="module")
def asked(chromium: Browser, site: str) -> tuple[str, str]:
    """Petra makes a letter for Ans, the mother of Milan; the address and the code that stand in it."""
    context = chromium.new_context(accept_downloads=True)
    tab = context.new_page()
    log_in(tab, site, "petra@groningen.example")
    open_case_of(tab, site, "Milan Kuipers")
    tab.locator(".et-tabs").get_by_role("link", name="Analyse", exact=True).click()
    tab.locator(".case-second-row").get_by_role("link", name="Gedeeld", exact=True).click()
    row = tab.locator(".sh-parties > li").filter(has_text="Ans Kuipers")
    row.locator(".sh-more summary").click()
    with tab.expect_download() as letter:
        row.get_by_role("button", name="Brief maken").click()
    text = read_pdf(str(letter.value.path()))
    context.close()
    path = re.search(r"/verhaal/([a-z0-9-]{19})/", text.replace("\n", ""))
    code = re.search(r"\b(\d{3}) (\d{3})\b", text)
    assert path and code
    return f"{site}/verhaal/{path[1]}/", code[1] + code[2]


def read_pdf(path: str) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - only where a file is read

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.fixture
def page(tab: Page, asked: tuple[str, str]) -> Iterator[Page]:
    """The page, with the code typed."""
    tab.goto(asked[0])
    tab.get_by_label("Code").fill(asked[1])
    tab.get_by_role("button", name="Verder").click()
    expect(tab.get_by_role("heading", name="Klopt dit verhaal over Milan?")).to_be_visible()
    yield tab


def unfold(page: Page) -> None:
    """Open everything that is folded up, whether they answered before or not."""
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")


def test_without_a_connection_the_words_stay_on_the_page_and_go_later(page: Page) -> None:
    page.context.set_offline(True)
    unfold(page)
    page.fill("#id_words", WORDS)
    page.check("input[name=verdict][value=deels]")
    page.get_by_role("button", name="Antwoord versturen").click()
    expect(page.get_by_text("Geen verbinding.")).to_be_visible()
    expect(page.locator("#id_words")).to_have_value(WORDS)
    page.context.set_offline(False)
    page.get_by_role("button", name="Antwoord versturen").click()
    expect(page.get_by_text("Je zei: ik herken me hier deels in.")).to_be_visible()
    expect(page.get_by_text(WORDS).first).to_be_visible()


def test_nothing_stays_in_the_browser(page: Page) -> None:
    unfold(page)
    page.fill("#id_words", "Dit mag hier niet blijven staan")
    expect(page.get_by_text(re.compile("^Bewaard om"))).to_be_visible()
    kept = "JSON.stringify([localStorage, sessionStorage])"
    assert page.evaluate(kept) == "[{},{}]"
    page.get_by_role("button", name="Klaar: sluit deze pagina").click()
    expect(page.get_by_role("heading", name="Deze pagina is afgesloten")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Dit mag hier niet blijven staan")).to_have_count(0)


def test_it_fits_on_the_smallest_phone_with_large_letters(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_by_keyboard_alone(tab: Page, asked: tuple[str, str]) -> None:
    tab.goto(asked[0])
    tab.get_by_label("Code").focus()
    tab.keyboard.type(asked[1])
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Meteen naar je antwoord").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("#antwoord")).to_be_in_viewport()
    folded = tab.locator("#wijzigen:not([open]) > summary")
    if folded.count():  # who answered before finds it folded up, unless words of a draft wait in it
        folded.focus()
        tab.keyboard.press("Enter")
    expect(tab.get_by_label("Ja", exact=True)).to_be_visible()


def test_without_javascript(chromium: Browser, asked: tuple[str, str]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(asked[0])
    tab.get_by_label("Code").fill(asked[1])
    tab.get_by_role("button", name="Verder").click()
    tab.get_by_role("button", name="English").click()
    expect(tab.get_by_role("heading", name="Is this story about Milan right?")).to_be_visible()
    tab.get_by_role("button", name="Nederlands").click()
    expect(tab.get_by_role("button", name="Antwoord versturen")).to_have_count(1)
    context.close()
