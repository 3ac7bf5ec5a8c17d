"""The whole story in a browser: aanmelding, analysis, report read back, register, monitor read back."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.conftest import log_in

pytestmark = pytest.mark.e2e
DATA = Path(__file__).parent.parent / "data"
PATIENCE = 60_000


def choose(tab: Page, question: str, answer: str) -> None:
    """Pick a chip under a question."""
    group = tab.get_by_role("group", name=question).or_(tab.get_by_role("radiogroup", name=question)).first
    group.get_by_label(answer, exact=True).check()


def downloaded(tab: Page, name: str) -> PdfReader:
    """Wait until the worker has made the file, fetch it and read it."""
    link = tab.get_by_role("link", name=name).first
    link.wait_for(timeout=PATIENCE)
    with tab.expect_download() as download:
        link.click()
    return PdfReader(BytesIO(Path(download.value.path()).read_bytes()))


def text_of(pdf: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))


def register(tab: Page, site: str) -> str:
    """Fill in an aanmelding and save it; returns the case number."""
    tab.goto(f"{site}/aanmelding/nieuw/")
    choose(tab, "Wie stelt de vraag?", "Lokaal team / gemeente")
    tab.get_by_label("Roepnaam").fill("Noor-Lynn")
    tab.get_by_label("Achternaam").fill("van ’t Hooft الحسن 🌱")
    tab.get_by_label("Geboortedatum").first.fill("14 mrt 2011")
    tab.get_by_label("Gemeente", exact=True).select_option(label="Oldambt")
    choose(tab, "Wat is de vraag?", "Meedenken / verklarende analyse")
    tab.get_by_label("zelf?").fill("Ik wil naar huis en dat er iemand is die blijft.")
    expect(tab.locator("[data-autosave-status]")).to_contain_text("Bewaard om")
    tab.get_by_role("button", name="Aanmelding opslaan").first.click()
    tab.wait_for_url(re.compile(r"/casussen/\d{4}-\d{3}/"))
    found = re.search(r"\d{4}-\d{3}", tab.url)
    assert found
    return found[0]


def accept(tab: Page, site: str, number: str) -> None:
    """Decide to take the case."""
    tab.goto(f"{site}/casussen/{number}/besluit/")
    choose(tab, "Wat besluit je?", "Aannemen")
    tab.get_by_role("button", name="Besluit vastleggen").first.click()
    expect(tab.get_by_text("analyse en plan").first).to_be_visible()


def agree(
    tab: Page, site: str, number: str, child: str = "Noor-Lynn", parent: str = "Anja van ’t Hooft"
) -> None:
    """Write down who has authority, name with whom is shared, and hear a yes of everybody the law asks."""
    tab.goto(f"{site}/casussen/{number}/mensen/nieuw/")
    tab.get_by_label("Naam", exact=True).fill(parent)
    tab.get_by_label("Rol", exact=True).select_option(label="Ouder")
    choose(tab, "Heeft gezag", "Ja")
    tab.get_by_role("button", name="Bewaren", exact=True).first.click()
    tab.goto(f"{site}/casussen/{number}/rapporten/")
    expect(tab.get_by_text("Er kan nog geen rapport gemaakt worden")).to_be_visible()
    tab.get_by_role("link", name="Naar Toestemming").click()
    parties = tab.locator("section", has=tab.get_by_role("heading", name="Met wie delen we"))
    parties.get_by_role("textbox").first.fill("PRO De Toren")
    parties.get_by_role("button", name="Erbij zetten").click()
    for name in (child, parent):
        tab.get_by_role("button", name=f"Alles ja van {name}").click()
    expect(tab.get_by_text("Alles is rond")).to_be_visible()


def add_card(tab: Page, column: str, text: str) -> None:
    """Add one card to a column of the board."""
    tab.locator(f"[data-column={column}]").get_by_role("link", name="Nieuw kaartje").click()
    form = tab.locator("form[data-board-form]")
    form.get_by_label("Wat staat er op het kaartje?").fill(text)
    form.get_by_role("button", name="Klaar").click()
    expect(tab.locator(f"[data-column={column}] .bd-card__text", has_text=text)).to_be_visible()


def analyse(tab: Page, site: str, number: str) -> None:
    """Three cards, an explanation and an advice."""
    tab.goto(f"{site}/casussen/{number}/analyse/")
    add_card(tab, "klacht", "Komt de kamer niet meer uit")
    add_card(tab, "in_stand_houdend", "Iedereen komt met nieuwe doelen")
    add_card(tab, "beschermend", "Tekent elke avond")
    link(tab, "Iedereen komt met nieuwe doelen", "Komt de kamer niet meer uit", "Houdt in stand")
    link(tab, "Komt de kamer niet meer uit", "Iedereen komt met nieuwe doelen", "Versterkt")
    expect(tab.get_by_role("button", name="Dit houdt het vast")).to_be_visible()
    write(tab, "verklaring", "Waarom blijft het zoals het is?", "Wie steeds moet, trekt zich terug.")
    write(tab, "advies", "Wat raad je aan?", "Drie maanden geen nieuwe doelen.")


def link(tab: Page, source: str, target: str, kind: str) -> None:
    """Lay a link from one card to another."""
    tab.get_by_role("link", name="Verband leggen").click()
    form = tab.locator("form[data-board-form]")
    form.get_by_label("Dit kaartje").select_option(label=source)
    form.get_by_label("Met welk kaartje?").select_option(label=target)
    choose(tab, "Wat doet het?", kind)
    form.get_by_role("button", name="Bewaren").click()
    expect(form).to_have_count(0)


def write(tab: Page, piece: str, question: str, text: str) -> None:
    """Add an explanation or an advice."""
    tab.locator(f"#{piece}-nieuw").get_by_role("link").click()
    form = tab.locator("form[data-board-form]")
    form.get_by_label(question).fill(text)
    if piece == "advies":
        form.get_by_label("Leefgebied").select_option(label="Hulpverlening")
    form.get_by_role("button", name="Bewaren").click()
    expect(form).to_have_count(0)
    expect(tab.get_by_text(text).first).to_be_visible()


def test_from_aanmelding_to_advice_report(tab: Page, site: str) -> None:
    log_in(tab, site, "petra@groningen.example")
    number = register(tab, site)
    accept(tab, site, number)
    analyse(tab, site, number)
    agree(tab, site, number)
    tab.goto(f"{site}/casussen/{number}/rapporten/")
    tab.get_by_role("button", name="Rapport maken").first.click()
    pdf = downloaded(tab, "ophalen")
    text = text_of(pdf)
    for words in (
        "Noor-Lynn",
        "Wie steeds moet, trekt zich terug.",
        "Drie maanden geen nieuwe doelen.",
        number,
    ):
        assert words in text
    assert "Bladzijde 1 van" in text


def test_from_register_to_monitor(tab: Page, site: str) -> None:
    log_in(tab, site, "wytse@friesland.example")
    tab.goto(f"{site}/monitor/register/")
    tab.get_by_label("Register", exact=True).set_input_files(DATA / "register-met-fouten.xlsx")
    tab.get_by_role("button", name="Register inlezen").click()
    expect(tab.get_by_text("31 februari bestaat niet")).to_be_visible()
    for year in (2023, 2024):
        tab.goto(f"{site}/monitor/register/")
        tab.get_by_label("Register", exact=True).set_input_files(DATA / f"register-{year}.xlsx")
        tab.get_by_role("button", name="Register inlezen").click()
        tab.get_by_role("button", name="Register overnemen").first.click()
        expect(tab.get_by_text("Het register is overgenomen")).to_be_visible(timeout=PATIENCE)
    tab.goto(f"{site}/monitor/2024/")
    tab.get_by_role("button", name="PDF maken").click()
    text = text_of(downloaded(tab, "PDF ophalen"))
    expected = json.loads((DATA / "register-2024.expected.json").read_text())
    assert f"Casussen 33 {expected['aantal']}" in text
    for row in (
        "Geen 14 43% 13 42%",
        "Ja 25 76% 25 81%",
        "Ja 6 18% 7 23%",
        "Ja 13 39% 14 45%",
        "6-10 10 30,3% 6 19,4%",
    ):
        assert row in text
    assert "16-20 6 18,2% 9 29,0%" in text
    assert "onbekend / open 1 3,0% 7 22,6%" in text
