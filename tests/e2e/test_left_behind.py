"""What stays on a computer that others use too: nothing, once somebody logged out."""

import pytest
from playwright.sync_api import Page, expect

from monitor.demo.people import PASSWORD
from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('expertteam:wacht:'))"
WAITS = "wacht op deze computer"


@pytest.fixture
def form(tab: Page, site: str) -> Page:
    """A tab in which Sietske has a new aanmelding before her."""
    log_in(tab, site, "sietske@groningen.example")
    tab.goto(f"{site}/aanmelding/nieuw/")
    tab.wait_for_load_state("networkidle")
    return tab


def log_out(tab: Page) -> None:
    tab.locator("summary[aria-label$='je account']").click()
    tab.get_by_role("button", name="Uitloggen").click()


def throw_away(tab: Page, site: str, name: str) -> None:
    """The draft of the test goes."""
    tab.goto(site)
    tab.get_by_role("link", name=name).first.click()
    tab.get_by_role("button", name="Concept weggooien").first.click()
    expect(tab.locator(".et-messages")).to_contain_text("Het concept is weg")


def test_logging_out_leaves_nothing_and_loses_nothing(form: Page, site: str) -> None:
    form.get_by_label("Roepnaam").fill("Fenna-van-hiervoor")
    log_out(form)
    form.wait_for_url("**/inloggen/**")
    assert form.evaluate(KEPT) == []
    log_in(form, site, "sietske@groningen.example")
    throw_away(form, site, "Fenna-van-hiervoor")


def test_who_cannot_send_it_any_more_hears_so_first(form: Page) -> None:
    form.route("**/aanmelding/concept/**", lambda route: route.abort())
    form.get_by_label("Roepnaam").fill("Fenna")
    expect(form.locator("[data-autosave-status]").first).to_contain_text(WAITS)
    assert len(form.evaluate(KEPT)) == 1
    log_out(form)
    expect(form.locator("[data-autosave-status]").first).to_contain_text(WAITS)
    form.get_by_role("button", name="Uitloggen").click()
    form.wait_for_url("**/inloggen/**")
    assert form.evaluate(KEPT) == []


def test_a_colleague_keeps_her_text_for_a_week(form: Page, site: str) -> None:
    """Her login expired here; she finds it back, until a week has passed."""
    own = form.locator("form[data-logout]").first.get_attribute("data-logout")
    form.evaluate(
        """(own) => {
          const DAY = 24 * 3600 * 1000;
          const copy = (days) => JSON.stringify({ url: "/", at: Date.now() - days * DAY, left: 0, fields: [] });
          for (const [key, days] of [[`a-${own}`, 0], ["a-777777", 6], ["b-777777", 8]])
            localStorage.setItem(`expertteam:wacht:${key}`, copy(days));
        }""",
        own,
    )
    form.goto(f"{site}/casussen/")
    form.wait_for_load_state("networkidle")
    assert sorted(form.evaluate(KEPT)) == sorted(["expertteam:wacht:a-777777", f"expertteam:wacht:a-{own}"])
    log_out(form)
    form.wait_for_url("**/inloggen/**")
    assert form.evaluate(KEPT) == ["expertteam:wacht:a-777777"]


def test_who_was_logged_out_sends_the_same_again(tab: Page, site: str) -> None:
    """What was typed waits in the page, while one logs in elsewhere."""
    log_in(tab, site, "petra@groningen.example")
    tab.goto(f"{site}/casussen/2026-001/tijdlijn/")
    tab.get_by_label("Wat gebeurde er, en wanneer?").fill("2013 iets wat niet weg mag")
    tab.context.clear_cookies(name="sessionid")
    tab.get_by_role("button", name="Toevoegen").first.click()
    expect(tab.get_by_role("heading", name="Je bent intussen uitgelogd")).to_be_visible()
    other = tab.context.new_page()
    other.goto(f"{site}/inloggen/")
    other.get_by_label("E-mailadres").fill("petra@groningen.example")
    other.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    other.get_by_role("button", name="Inloggen").click()
    other.wait_for_url(f"{site}/")
    tab.get_by_role("button", name="Nog een keer sturen").click()
    expect(tab.locator(".case-event__text", has_text="Iets wat niet weg mag")).to_be_visible()
