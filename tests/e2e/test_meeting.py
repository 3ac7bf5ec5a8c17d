"""A meeting in a browser: a tap each, the time, notes that keep themselves, an action, «besproken», the minutes."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
# What waits on this computer goes as soon as its writer is back; every chance of that, and then on.
DELIVERED = """async () => {
  const waiting = () => Object.keys(localStorage).some((key) => key.startsWith("expertteam:wacht:gesprek"));
  for (let turn = 0; turn < 100 && waiting(); turn += 1) await new Promise((go) => setTimeout(go, 100));
}"""
EMRE, PETRA = "emre@groningen.example", "petra@groningen.example"


def todays_meeting(tab: Page, site: str, who: str) -> str:
    """The address of the meeting of today, opened."""
    log_in(tab, site, who)
    tab.goto(f"{site}/")
    tab.get_by_role("link", name=re.compile("^Vandaag, 13:00")).click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Bijeenkomst")
    return tab.url


def here(tab: Page, name: str) -> None:
    """One tap: somebody is there."""
    tab.get_by_role("button", name=f"Er: {name}", exact=True).click()
    expect(tab.get_by_role("button", name=f"Er: {name}", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def notes(tab: Page) -> Locator:
    return tab.get_by_role("textbox", name="Wat er is gezegd en besloten")


def test_two_who_write_in_the_same_notes(chromium: Browser, tab: Page, site: str) -> None:
    """Both keep their words: what is apart goes together, what overlaps stands there twice and one of them is asked."""
    todays_meeting(tab, site, EMRE)
    tab.get_by_role("link", name=re.compile("^Naar het gesprek")).last.click()
    context = chromium.new_context(locale="nl-NL")
    other = context.new_page()
    log_in(other, site, PETRA)
    other.goto(tab.url)
    notes(tab).fill("Opa belt vrijdag.\n")
    expect(tab.locator("#notitie input[name=version]")).to_have_value("1")
    notes(other).press_sequentially("De school wacht.")
    expect(notes(other)).to_have_value("Opa belt vrijdag.\nDe school wacht.")
    notes(other).fill("Opa belt zondag.\nDe school wacht.")
    expect(other.locator("#notitie input[name=version]")).to_have_value("3")
    notes(tab).fill("Opa belt maandag.\n")
    expect(notes(tab)).to_have_value("Opa belt zondag. maandag.\nDe school wacht.")
    asked = tab.get_by_role("group", name="Iemand anders schreef op dezelfde plek")
    expect(asked).to_contain_text("zondag.")
    asked.get_by_role("button", name="Alleen mijn woorden").click()
    expect(asked).to_be_hidden()
    expect(notes(tab)).to_be_focused()
    expect(notes(tab)).to_have_value("Opa belt maandag.\nDe school wacht.")
    expect(tab.locator("[data-autosave-status=notitie]")).to_contain_text("Bewaard om")
    expect(tab.locator("#notitie input[name=version]")).to_have_value("5")
    context.close()
    words_wait_for_a_login(tab, site)


def words_wait_for_a_login(tab: Page, site: str) -> None:
    """Logged out while typing, and somebody else wrote meanwhile: back, and both are there."""
    address = tab.url
    tab.context.clear_cookies()
    notes(tab).fill("Opa belt maandag.\nDe school wacht tot januari.")
    expect(tab.locator("[data-autosave-status=notitie]")).to_contain_text("uitgelogd")
    log_in(tab, site, PETRA)
    tab.goto(address)
    notes(tab).fill("Opa en oma bellen maandag.\nDe school wacht.")
    expect(tab.locator("#notitie input[name=version]")).to_have_value("6")
    log_in(tab, site, EMRE)
    tab.evaluate(DELIVERED)
    tab.goto(address)
    expect(notes(tab)).to_have_value("Opa en oma bellen maandag.\nDe school wacht tot januari.")
    expect(tab.locator("#notitie input[name=version]")).to_have_value("7")


def test_a_meeting_from_the_first_tap_to_the_minutes(tab: Page, site: str) -> None:
    meeting = todays_meeting(tab, site, EMRE)
    for name in ("Emre Kaya", "Petra Nijboer"):
        here(tab, name)
    expect(tab.get_by_role("button", name="Er: Petra Nijboer", exact=True)).to_be_focused()
    tab.get_by_role("link", name=re.compile("^Naar het gesprek")).first.click()
    hold_talk(tab)
    look_back(tab)
    log_in(tab, site, PETRA)
    tab.goto(meeting)
    tab.get_by_role("button", name="Bijeenkomst afronden").click()
    tab.get_by_role("button", name="Ja, afronden").click()
    tab.get_by_role("link", name=re.compile("^Verslag")).first.click()
    expect(tab.get_by_role("link", name="Pdf openen")).to_be_visible(timeout=120_000)
    expect(tab.get_by_text("Eerst de huur, dan de school.")).to_be_visible()


def hold_talk(tab: Page) -> None:
    """The pattern, notes, an action, and «besproken»; without leaving the keyboard where one types."""
    tab.locator("#stap-1").click()
    expect(tab.locator("[data-clock-text]")).to_have_text(re.compile(r"^Nog \d+ minuten$"))
    tab.locator("#stap-2").click()
    expect(tab.locator("#stap-2")).to_have_attribute("aria-current", "step")
    tab.get_by_role("textbox", name="Wat er is gezegd en besloten").fill("Eerst de huur.")
    expect(tab.locator("[data-autosave-status=notitie]")).to_contain_text("Bewaard om")
    tab.get_by_role("textbox", name="Wat er is gezegd en besloten").fill("Eerst de huur, dan de school.")
    expect(tab.locator("#notitie input[name=version]")).to_have_value("2")
    tab.get_by_role("textbox", name="Wie doet wat, wanneer?").fill("Gerda belt de woningbouw, vrijdag")
    tab.keyboard.press("Enter")
    expect(tab.locator(".et-messages")).to_contain_text("Afgesproken")
    expect(tab.get_by_role("textbox", name="Wat er is gezegd en besloten")).to_have_value(
        "Eerst de huur, dan de school."
    )
    tab.get_by_role("button", name="Besproken").first.click()
    expect(tab.locator(".et-messages")).to_contain_text("drie korte vragen")


def look_back(tab: Page) -> None:
    tab.get_by_role("link", name="Terugkijken").click()
    tab.get_by_role("group", name="Kon je zeggen wat je wilde zeggen?").get_by_label("ja").check()
    tab.get_by_role("group", name="Ging het over wat er echt toe doet?").get_by_label("deels").check()
    tab.get_by_role("button", name="Versturen").first.click()
    expect(tab.locator(".et-messages")).to_contain_text("Dank je wel")
