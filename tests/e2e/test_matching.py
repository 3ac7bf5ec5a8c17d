"""A zorgadviseur in a browser: from the analysis to a place with reasons, a refusal, the next place, and there."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.casework import open_case_of
from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
JESSE = "Jesse Boonstra"
FARM, TEAM = "Wonen op het erf", "Ambulant team Veenhart"


def card(tab: Page, place: str) -> Locator:
    """The card of a place on the page «Plek zoeken»."""
    return tab.locator("li.et-card", has=tab.get_by_role("heading", name=place))


def allow_sharing(tab: Page, site: str, provider: str) -> None:
    """The procesregisseur names the provider, and everybody the law asks says yes."""
    log_in(tab, site, "petra@groningen.example")
    open_case_of(tab, site, JESSE)
    tab.get_by_role("link", name="Toestemming", exact=True).first.click()
    parties = tab.locator("section", has=tab.get_by_role("heading", name="Met wie delen we"))
    parties.get_by_role("textbox").first.fill(provider)
    parties.get_by_role("button", name="Erbij zetten").click()
    for name in ("Jesse", "Hanneke Boonstra", "Rudy Boonstra"):
        tab.get_by_role("button", name=f"Alles ja van {name}").click()


def ask(tab: Page, place: str, *, by_name: bool) -> None:
    """Write down that a place was asked."""
    card(tab, place).get_by_role("link", name="Vraag vastleggen").click()
    if by_name:
        tab.get_by_label("Bij naam", exact=True).check()
    tab.get_by_label("Wie sprak je?").fill("Fenny")
    tab.get_by_label("Wat vroeg je?").fill("Jongen van 15 die rust nodig heeft en graag bouwt.")
    tab.get_by_role("button", name="Vraag opslaan").first.click()
    expect(card(tab, place).get_by_text("wacht op antwoord", exact=True)).to_be_visible()


def test_from_analysis_to_how_it_is_there(tab: Page, site: str) -> None:
    log_in(tab, site, "zora@groningen.example")
    row = tab.get_by_role("listitem").filter(has=tab.get_by_role("link", name=JESSE))
    row.get_by_role("link", name="Volgende plek").click()
    needed = tab.get_by_role("region", name="Wat Jesse nodig heeft")
    for words in (
        "Vast gezicht",
        "Weinig eisen",
        "Oom Harm komt elke week langs, vraagt niets en blijft eten",
    ):
        expect(needed.get_by_text(words)).to_be_visible()
    expect(needed.get_by_text("komt zijn kamer")).to_have_count(0)

    farm = card(tab, FARM)
    expect(farm.get_by_text("Vast gezicht: past, dezelfde twee begeleiders, dag en nacht")).to_be_visible()
    expect(farm.get_by_text("Aansluiten bij interesse: onbekend, vraag het na")).to_be_visible()
    farm.get_by_role("button", name="Op de lijst").click()
    farm.get_by_role("link", name="Vraag vastleggen").click()
    expect(tab.get_by_text("Bij naam vragen kan nog niet")).to_be_visible()
    tab.get_by_role("link", name="Terug zonder bewaren").click()
    ask(tab, FARM, by_name=False)

    card(tab, FARM).get_by_role("link", name="Nee gezegd").click()
    tab.get_by_label("Uitsluitingsgrond", exact=True).check()
    tab.get_by_role("button", name="Bewaren").first.click()
    expect(tab.get_by_text("Kies waarop zij zich beroepen.").first).to_be_visible()
    tab.get_by_label("Op welke uitsluiting beroepen ze zich?").select_option(label="Suïcidaliteit")
    tab.get_by_label("Wat zeiden ze precies?").fill("Dat durven we hier niet aan.")
    tab.get_by_role("button", name="Bewaren").first.click()
    expect(card(tab, FARM).get_by_text("zei nee: uitsluitingsgrond: suïcidaliteit")).to_be_visible()

    tab.get_by_role("link", name="Plek vragen").click()
    url = tab.url.partition("#")[0]
    allow_sharing(tab, site, "Veenhart Begeleiding")
    log_in(tab, site, "zora@groningen.example")
    tab.goto(url)
    ask(tab, TEAM, by_name=True)
    card(tab, TEAM).get_by_role("link", name="Geplaatst").click()
    tab.get_by_role("textbox", name="Vanaf wanneer?").fill("vandaag")
    tab.get_by_label("Hoe gaat het daar?").fill("Joris komt en Jesse liet zijn spel zien.")
    tab.get_by_role("button", name="Bewaren").first.click()
    expect(card(tab, TEAM).get_by_text("Woont bij Ambulant team Veenhart vanaf")).to_be_visible()
    expect(card(tab, TEAM).get_by_text("Jesse liet zijn spel zien")).to_be_visible()

    tab.goto(f"{site}/")
    expect(tab.get_by_role("link", name="Volgende plek")).to_have_count(0)
    tab.goto(f"{site}/aanbieders/afwijzingen/")
    expect(tab.get_by_role("row", name="Uitsluitingsgrond: Suïcidaliteit").first).to_be_visible()
