"""What Petra does with a case, page by page, in a browser: the steps of the long story."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from tests.e2e.test_story import choose


def field(tab: Page | Locator, label: str) -> Locator:
    """The field with this label, whether it must be filled in or not."""
    return tab.get_by_label(re.compile(rf"^\s*{re.escape(label)}(\s+niet verplicht)?\s*$"))


@contextmanager
def next_page(tab: Page) -> Iterator[None]:
    """Do something that leads to another page, and wait until that one is there.

    It can look like the page that was there: so that one is marked.
    """
    tab.evaluate("document.documentElement.setAttribute('data-left', '')")
    yield
    expect(tab.locator("html[data-left]")).to_have_count(0)
    tab.wait_for_load_state()


def open_tab(tab: Page, name: str, below: str = "") -> None:
    """Open a part of the case by its tab, and what stands in the row under it."""
    with next_page(tab):
        tab.locator(".et-tabs").get_by_role("link", name=name, exact=True).click()
    if below:
        with next_page(tab):
            tab.locator(".case-second-row").get_by_role("link", name=below, exact=True).click()


def open_case_of(tab: Page, site: str, name: str) -> None:
    """Find a case by the name of the young person, however many others there are by now, and open it."""
    tab.goto(f"{site}/casussen/")
    tab.get_by_label("Zoek op naam, nummer of wat er staat").fill(name)
    with next_page(tab):
        tab.get_by_role("button", name="Zoeken", exact=True).click()
    with next_page(tab):
        tab.locator("main").get_by_role("link", name=name).first.click()


def send(tab: Page, button: str) -> None:
    """Press a button that sends a form, and wait for the page that comes."""
    with next_page(tab):
        tab.get_by_role("button", name=button, exact=True).first.click()


def register_a_call(tab: Page, *, birth_date: str, referred_on: str) -> str:
    """Write down a call about somebody nobody knew; returns the case number."""
    tab.get_by_role("link", name="Nieuwe aanmelding").first.click()
    choose(tab, "Wie stelt de vraag?", "Lokaal team / gemeente")
    field(tab, "Naam").fill("Gea Bos")
    field(tab, "Datum van de aanmelding").fill(referred_on)
    tab.get_by_label("Roepnaam").fill("Silvijn")
    tab.get_by_label("Achternaam").fill("Oosterlaken")
    field(tab, "Geboortedatum").fill(birth_date)
    field(tab, "Gemeente").select_option(label="Oldambt")
    choose(tab, "Wat is de vraag?", "Meedenken / verklarende analyse")
    tab.get_by_label("zelf?").fill("Dat iedereen ophoudt met aan me trekken.")
    tab.get_by_role("button", name="Aanmelding opslaan").first.click()
    tab.wait_for_url(re.compile(r"/casussen/\d{4}-\d{3}/"))
    found = re.search(r"\d{4}-\d{3}", tab.url)
    assert found
    return found[0]


def take_up(tab: Page) -> None:
    """Decide to take the case, from its overview."""
    tab.get_by_role("link", name="Beslissen").first.click()
    choose(tab, "Wat besluit je?", "Aannemen")
    tab.get_by_role("button", name="Besluit vastleggen").first.click()
    expect(tab.get_by_text("analyse en plan").first).to_be_visible()


def add_somebody(tab: Page, name: str, role: str, authority: str = "", **more: str) -> None:
    """Put somebody around the young person; `more`: label → what is typed there."""
    open_tab(tab, "Mensen")
    tab.get_by_role("link", name="Iemand toevoegen").first.click()
    field(tab, "Naam").fill(name)
    field(tab, "Rol").select_option(label=role)
    if authority:
        choose(tab, "Heeft gezag", authority)
    for label, text in more.items():
        field(tab, label).fill(text)
    tab.get_by_role("button", name="Bewaren").first.click()
    expect(tab.get_by_role("listitem").filter(has_text=name).first).to_be_visible()


def agree(tab: Page, line: str) -> None:
    """Make an action of one line."""
    open_tab(tab, "Procesregie", "Acties")
    tab.get_by_label("Wie doet wat, wanneer?").fill(line)
    send(tab, "Erbij")


def remind(tab: Page, text: str, name: str) -> None:
    """Ask for a mail to the owner of an action, now."""
    row = tab.locator("li.action-row", has_text=text)
    row.get_by_text("Meer", exact=True).click()
    row.get_by_role("button", name=f"Herinner {name} nu per mail").click()


def share_with(tab: Page, party: str) -> None:
    """Name with whom will be shared, so that it can be asked."""
    open_tab(tab, "Toestemming")
    tab.locator("label", has_text=party).click()
    tab.get_by_role("button", name="Erbij zetten").click()
    expect(tab.get_by_role("rowheader", name=f"Delen met {party}")).to_be_visible()


def all_say_yes(tab: Page, *names: str) -> None:
    """Everybody says yes to everything."""
    for name in names:
        tab.get_by_role("button", name=f"Alles ja van {name}").click()
        expect(tab.get_by_role("button", name=f"Alles ja van {name}")).to_have_count(0)


def tell(tab: Page, line: str, seen: str) -> None:
    """Put a line on the timeline, and see it understood."""
    open_tab(tab, "Tijdlijn")
    tab.locator("#id_line").fill(line)
    tab.get_by_role("button", name="Toevoegen", exact=True).first.click()
    expect(tab.get_by_role("status").filter(has_text=seen)).to_be_visible()


def answer_without_login(tab: Page, link: str, text: str) -> None:
    """Somebody outside opens the link in a browser of their own, and says that it is done."""
    assert tab.context.browser
    context = tab.context.browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.goto(link)
    choose(page, "Hoe staat het ermee?", "het is klaar")
    page.get_by_label("Wil je er iets bij zeggen?").fill(text)
    page.get_by_role("button", name="Antwoord sturen").click()
    expect(page.get_by_role("heading", name="Er staat niets meer open")).to_be_visible()
    expect(page.get_by_text(text)).to_be_visible()
    context.close()


def of_today(tab: Page, site: str, title: str, who: str) -> Locator:
    """The row about somebody in a list of Vandaag, also when it stands behind «Alle 12»."""
    tab.goto(f"{site}/")
    section = tab.locator("section", has=tab.get_by_role("heading", name=title))
    if section.get_by_role("link", name=re.compile("^Alle ")).count():
        section.get_by_role("link", name=re.compile("^Alle ")).click()
    return tab.get_by_role("listitem").filter(has_text=who)


def plan_follow_up(tab: Page, begins_on: str) -> None:
    """Say when the advice was given; the moments come from that."""
    open_tab(tab, "Opvolging")
    field(tab, "Wanneer is het advies gegeven?").fill(begins_on)
    tab.get_by_role("button", name=re.compile("^(Plannen|Verschuiven)$")).click()
    expect(tab.get_by_text("Na 2 maanden").first).to_be_visible()


def follow_up(tab: Page, how_now: str) -> None:
    """Write down how it is, on the page of a moment."""
    tab.get_by_label("Hoe gaat het nu?").fill(how_now)
    choose(tab, "Is het advies gevolgd?", "Ja")
    tab.get_by_role("button", name="Opvolging bewaren").first.click()
    expect(tab.get_by_text(how_now)).to_be_visible()


def try_to_close(tab: Page, closed_on: str) -> None:
    """Fill in the day of closing, and save."""
    open_tab(tab, "Opvolging", "Afsluiten")
    field(tab, "Afgesloten op").fill(closed_on)
    tab.get_by_role("button", name="Afsluiting bewaren").first.click()


def drop_action(tab: Page, text: str) -> None:
    """Decide on an open action from the closing page: it is not needed any more."""
    tab.get_by_role("listitem").filter(has_text=text).get_by_role("link", name="Beslissen").click()
    choose(tab, "Hoe staat het?", "vervallen")
    send(tab, "Actie bewaren")
    open_tab(tab, "Opvolging", "Afsluiten")
    expect(tab.get_by_role("listitem").filter(has_text=text)).to_have_count(0)


def skip_steps(tab: Page, reason: str) -> None:
    """Leave out every step that is still open, by the link on the closing page."""
    tab.get_by_role("link", name="Sla ze in één keer over").click()
    tab.get_by_text("Alle open stappen in één keer overslaan").click()
    form = tab.locator("form", has=tab.get_by_role("button", name="Overslaan", exact=True))
    form.get_by_role("textbox").fill(reason)
    form.get_by_role("button", name="Overslaan", exact=True).click()
    expect(tab.get_by_text("De volgende stap")).to_have_count(0)


def keep_moments(tab: Page) -> None:
    """Let the moments to come stay after closing."""
    open_tab(tab, "Opvolging")
    tab.get_by_role("button", name="Laten staan na afsluiten").click()
    expect(tab.get_by_role("heading", name="Wil je afsluiten?")).to_have_count(0)


def enter_satisfaction(tab: Page, name: str, helped: str) -> None:
    """Write down what somebody said of the help, and let it count."""
    open_tab(tab, "Opvolging", "Afsluiten")
    tab.get_by_role("link", name="Vragen of invullen").click()
    tab.get_by_role("button", name=name, exact=True).click()
    tab.get_by_role("link", name=f"Zelf invullen van {name}").click()
    choose(tab, f"Is {name} tevreden?", "Tevreden")
    field(tab, "Wat hielp het meest?").fill(helped)
    choose(tab, "Hoe kwam het antwoord?", "in een gesprek")
    send(tab, "Antwoord bewaren")
    open_tab(tab, "Opvolging", "Afsluiten")
    tab.get_by_role("button", name=re.compile("Overnemen.*Tevreden", re.I)).click()
    expect(tab.get_by_text("Overgenomen.")).to_be_visible()
