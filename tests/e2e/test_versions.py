"""The versions of an analysis in a browser: fixed at «besproken», who wrote what, compared, and brought back."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.casework import next_page, send
from tests.e2e.conftest import log_in
from tests.e2e.test_board import cards, register, write
from tests.e2e.test_story import accept, agree

pytestmark = pytest.mark.e2e
PETRA, EMRE = "petra@groningen.example", "emre@groningen.example"
SLEEPS, STAYS, SINGS = "Slaapt overdag", "Gaat niet naar school", "Zingt als hij alleen is"
CHANGED = "Slaapt overdag en gamet in de nacht"


@dataclass
class Story:
    """A case of this test alone, with three cards and a meeting in which it is discussed."""

    tab: Page
    site: str
    number: str

    def open(self, who: str, below: str) -> Page:
        log_in(self.tab, self.site, who)
        self.tab.goto(f"{self.site}/casussen/{self.number}/{below}")
        return self.tab

    def versions(self, who: str = PETRA) -> Page:
        return self.open(who, "analyse/versies/")


@pytest.fixture
def story(tab: Page, site: str) -> Story:
    log_in(tab, site, PETRA)
    number = register(tab, site, "Versies")
    accept(tab, site, number)
    tab.goto(f"{site}/casussen/{number}/analyse/")
    write(tab, "klacht", SLEEPS, STAYS)
    write(tab, "beschermend", SINGS)
    agree(tab, site, number, child="Bord", parent="Anja Versies")
    discuss(tab, site, number)
    return Story(tab, site, number)


def discuss(tab: Page, site: str, number: str) -> None:
    """Plan a meeting of Petra and Emre in three weeks, put the case on its agenda and say it was discussed."""
    tab.goto(f"{site}/bijeenkomsten/nieuw/")
    tab.get_by_role("textbox", name="Dag").fill(f"{date.today() + timedelta(days=21):%-d-%-m-%Y}")
    tab.get_by_role("group", name="Wie van het team komt").get_by_label("Emre Kaya").check()
    send(tab, "Bijeenkomst plannen")
    tab.get_by_role("combobox", name="Casus", exact=True).fill(number)
    send(tab, "Erbij")
    with next_page(tab):
        tab.get_by_role("link", name=re.compile("^Naar het gesprek")).click()
    send(tab, "Besproken")
    expect(tab.locator(".et-messages")).to_contain_text("Besproken")


def change_the_board(story: Story) -> None:
    """Emre writes more on one card, and takes another away."""
    board = story.open(EMRE, "analyse/")
    cards(board).filter(has_text=SLEEPS).press("Enter")
    field = board.locator("form[data-in-place] textarea")
    expect(field).to_be_focused()
    field.fill(CHANGED)
    field.press("Enter")
    expect(cards(board).first).to_have_text(CHANGED)
    expect(board.locator("#bewaarstand")).to_have_text(re.compile("Bewaard om"))
    cards(board).filter(has_text=STAYS).press("Delete")
    expect(cards(board)).to_have_text([CHANGED])


def diff(tab: Page, text: str) -> Locator:
    return tab.locator(".ver-diff", has_text=text)


def test_from_discussed_to_brought_back(story: Story) -> None:
    tab = story.versions()
    expect(tab.locator("#v1")).to_contain_text("Besproken in de bijeenkomst")
    expect(tab.get_by_text("De analyse is precies versie 1.")).to_be_visible()
    change_the_board(story)
    compare_with_now(story)
    see_who_wrote(story)
    bring_back_one(story)
    bring_back_all(story)


def compare_with_now(story: Story) -> None:
    """In words and in two pictures; and the two can be chosen."""
    tab = story.versions()
    with next_page(tab):
        tab.get_by_role("link", name="Bekijk wat er veranderde").click()
    expect(diff(tab, "gamet")).to_contain_text("anders")
    expect(diff(tab, "gamet").locator("ins")).to_contain_text("en gamet in de nacht")
    expect(diff(tab, STAYS)).to_contain_text("weg")
    expect(diff(tab, "gamet")).to_contain_text("Emre Kaya")
    then, now = tab.locator(".ver-picture").all()
    expect(then.locator("svg")).to_contain_text("Gaat niet naar")
    expect(now.locator("svg")).not_to_contain_text("Gaat niet naar")
    tab.get_by_label("met", exact=True).select_option("v1")
    send(tab, "Vergelijken")
    expect(tab.get_by_text("Er is geen verschil")).to_be_visible()


def see_who_wrote(story: Story) -> None:
    tab = story.versions()
    with next_page(tab):
        tab.get_by_role("link", name="Wie schreef wat").click()
    written = tab.locator(".ver-stories li", has_text=CHANGED)
    expect(written).to_contain_text("Petra Nijboer")
    expect(written).to_contain_text("Gewijzigd door Emre Kaya")
    gone = tab.get_by_role("region", name="Weggehaald").locator("li", has_text=STAYS)
    expect(gone).to_contain_text("weggehaald door Emre Kaya")
    with next_page(tab):
        written.get_by_role("link", name=CHANGED).click()
    expect(tab.locator(".ver-wording").last).to_contain_text("het begin")


def bring_back_one(story: Story) -> None:
    """The card that was taken away, from the page of who wrote what; the rest stays as it is."""
    tab = story.open(PETRA, "analyse/versies/wie/")
    with next_page(tab):
        tab.get_by_role("link", name=f"Terugzetten van {STAYS}").click()
    expect(tab.get_by_text("Dit kaartje is nu weg, en komt terug.")).to_be_visible()
    send(tab, "Kaartje terugzetten")
    story.open(PETRA, "analyse/")
    expect(cards(tab)).to_have_text([CHANGED, STAYS])


def bring_back_all(story: Story) -> None:
    """First what will change is shown; what stood there is kept as a version, so that one can always go back."""
    tab = story.versions()
    with next_page(tab):
        tab.get_by_role("link", name="Terugzetten van versie 1").click()
    expect(diff(tab, "gamet").locator("del")).to_contain_text("en gamet in de nacht")
    with next_page(tab):
        tab.get_by_role("button", name=re.compile("^Terugzetten: ")).click()
    expect(tab.locator(".et-messages")).to_contain_text("De analyse is weer zoals die was")
    expect(tab.locator("#v2")).to_contain_text("Bewaard vlak voor het terugzetten")
    story.open(PETRA, "analyse/")
    expect(cards(tab)).to_have_text([SLEEPS, STAYS])
    story.open(EMRE, "analyse/versies/2/")
    expect(tab.get_by_role("article")).to_contain_text(CHANGED)
