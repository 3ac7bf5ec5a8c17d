"""What somebody meets who works here for the first time: a form that leads, and pages that hold any name."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
WIDTHS = (1280, 390, 320)
LONG = "Aa" + "bcdefgh" * 28
ORDER = "[...document.querySelectorAll('.et-block, .et-aside, .et-form-end')].map((one) => one.id || one.className)"


@pytest.fixture
def form(tab: Page, site: str) -> Page:
    """A tab in which Fokke of Friesland has a new aanmelding before him."""
    log_in(tab, site, "fokke@friesland.example")
    tab.goto(f"{site}/aanmelding/nieuw/")
    tab.wait_for_load_state("networkidle")
    return tab


def fill_in(form: Page, last_name: str) -> None:
    """The least one can say, by somebody with this name."""
    for name, value in (("asker", "ouders"), ("question_kind", "meedenken_va")):
        form.check(f"input[name={name}][value={value}]")
    for name, value in (("first_name", "Bo"), ("last_name", last_name), ("birth_date", "1-2-2012")):
        form.fill(f"[name={name}]", value)
    form.fill("[name=referrer_name]", last_name)
    form.fill("[name=voice_young_person]", last_name)
    form.select_option("[name=municipality]", index=1)


def save(form: Page) -> None:
    form.get_by_role("button", name="Aanmelding opslaan").first.click()


def test_the_form_leads(form: Page) -> None:
    expect(form.locator("input[name=asker]").first).to_be_focused()
    number = form.locator("[name=earlier_number]")
    expect(number).to_be_hidden()
    form.check("input[name=re_referral][value=ja]")
    expect(number).to_be_visible()
    form.check("input[name=re_referral][value=nee]")
    expect(number).to_be_hidden()


def test_on_a_phone_consent_stands_before_the_last_button(form: Page) -> None:
    form.set_viewport_size({"width": 390, "height": 844})
    form.wait_for_function("document.querySelector('#blok-de-jongere + .et-aside')")
    order = form.evaluate(ORDER)
    assert order.index("blok-de-jongere") + 1 == order.index("et-aside") < order.index("et-form-end")
    form.set_viewport_size({"width": 1280, "height": 900})
    form.wait_for_function("document.querySelector('.et-form-page > .et-aside')")


def test_a_block_with_something_wrong_is_not_ticked(form: Page) -> None:
    fill_in(form, "Jansma")
    form.fill("[name=birth_date]", "31-2-2012")
    tick = form.locator(".et-rail a[href='#blok-de-jongere']")
    expect(tick).to_have_attribute("data-done", "")
    save(form)
    expect(form.locator(".et-summary")).to_be_visible()
    expect(tick).not_to_have_attribute("data-done", "")
    expect(form.locator(".et-rail a[href='#blok-wie-vraagt-het']")).to_have_attribute("data-done", "")


def test_a_long_name_without_a_space_pushes_no_page_sideways(form: Page, site: str) -> None:
    fill_in(form, LONG)
    save(form)
    form.wait_for_url("**/casussen/20*/")
    case = form.url
    rest = ("", "aanmelding/", "besluit/", "mensen/", "tijdlijn/", "acties/", "geschiedenis/", "logboek/")
    for width in WIDTHS:
        form.set_viewport_size({"width": width, "height": 900})
        for address in (f"{site}/", f"{site}/casussen/", *(case + part for part in rest)):
            form.goto(address)
            assert form.evaluate("document.documentElement.scrollWidth") <= width, f"{address} at {width}"
