"""Nothing typed is ever lost, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.expertteam.ui.draft_server import DraftServer

pytestmark = pytest.mark.e2e
WAITING = "Niet verbonden: je tekst wacht op deze computer"


def open_form(tab: Page, server: DraftServer) -> None:
    tab.goto(f"{server.url}/autosave")
    tab.wait_for_load_state("networkidle")


def status(tab: Page):
    return tab.locator("[data-autosave-status]")


def waiting_here(tab: Page) -> int:
    return tab.evaluate("localStorage.length")


def test_a_draft_goes_to_the_server_while_typing(tab, draft_server):
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Fenna")
    tab.get_by_label("Wachtlijst").check()
    expect(status(tab)).to_have_text("Bewaard om 10:42")
    assert draft_server.drafts[-1]["naam"] == "Fenna"
    assert draft_server.drafts[-1]["oorzaak"] == "wachtlijst"
    assert waiting_here(tab) == 0
    assert "Fenna" not in tab.url


def test_text_waits_on_this_computer_and_goes_when_the_server_is_back(tab, draft_server):
    draft_server.mood = "down"
    open_form(tab, draft_server)
    tab.get_by_label("Vraag").fill("Ik wil naar huis")
    expect(status(tab)).to_have_text(WAITING)
    assert waiting_here(tab) == 1
    draft_server.mood = "fine"
    tab.evaluate("window.dispatchEvent(new Event('online'))")
    expect(status(tab)).to_have_text("Bewaard om 10:42")
    assert draft_server.drafts[-1]["vraag"] == "Ik wil naar huis"
    assert waiting_here(tab) == 0


def test_it_tries_again_by_itself(tab, draft_server):
    draft_server.mood = "down"
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Sam")
    expect(status(tab)).to_have_text(WAITING)
    draft_server.mood = "fine"
    expect(status(tab)).to_have_text("Bewaard om 10:42")


def test_what_waited_is_put_back_and_sent_at_the_next_visit(tab, draft_server):
    draft_server.mood = "down"
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Fenna")
    tab.get_by_label("Thuis").check()
    tab.get_by_label("Wachtlijst").check()
    tab.get_by_label("Geheim").fill("wachtwoord")
    expect(status(tab)).to_have_text(WAITING)
    assert "wachtwoord" not in tab.evaluate("JSON.stringify(localStorage)")
    draft_server.mood = "fine"
    open_form(tab, draft_server)
    expect(status(tab)).to_have_text("Bewaard om 10:42")
    expect(tab.get_by_label("Naam")).to_have_value("Fenna")
    expect(tab.get_by_label("Thuis")).to_be_checked()
    expect(tab.get_by_label("Wachtlijst")).to_be_checked()
    assert draft_server.drafts[-1]["naam"] == "Fenna"
    assert waiting_here(tab) == 0


@pytest.mark.parametrize(
    ("answer", "name"), [("Zet mijn tekst terug", "Fenna"), ("Houd wat er nu staat", "")]
)
def test_a_person_decides_when_the_server_moved_on(tab, draft_server, answer, name):
    draft_server.mood = "down"
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Fenna")
    expect(status(tab)).to_have_text(WAITING)
    draft_server.mood, draft_server.version = "fine", 9
    open_form(tab, draft_server)
    expect(tab.get_by_label("Naam")).to_have_value("")
    tab.get_by_role("button", name=answer).click()
    expect(tab.get_by_label("Naam")).to_have_value(name)
    tab.wait_for_function("localStorage.length === 0")


def test_an_expired_login_keeps_the_text_and_the_page(tab, draft_server):
    open_form(tab, draft_server)
    draft_server.mood = "logged_out"
    tab.get_by_label("Naam").fill("Fenna")
    tab.get_by_role("button", name="Opslaan").click()
    expect(status(tab)).to_contain_text("Je bent uitgelogd: je tekst wacht op deze computer")
    expect(tab.get_by_label("Naam")).to_have_value("Fenna")
    assert draft_server.submitted == []
    assert waiting_here(tab) == 1


def test_sending_the_form_saves_the_draft_first(tab, draft_server):
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Fenna")
    tab.get_by_role("button", name="Opslaan").click()
    expect(tab.get_by_text("Opgeslagen")).to_be_visible()
    assert [draft["naam"] for draft in draft_server.drafts] == ["Fenna"]
    assert [form["naam"] for form in draft_server.submitted] == ["Fenna"]
    assert waiting_here(tab) == 0


def test_a_refused_draft_does_not_stop_the_form(tab, draft_server):
    draft_server.mood = "refusing"
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Fenna")
    tab.get_by_role("button", name="Opslaan").click()
    expect(tab.get_by_text("Opgeslagen")).to_be_visible()
    assert [form["naam"] for form in draft_server.submitted] == ["Fenna"]


def test_leaving_at_once_loses_nothing(tab, draft_server):
    draft_server.mood = "down"
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Fenna")
    tab.goto(f"{draft_server.url}/klaar")
    open_form(tab, draft_server)
    expect(tab.get_by_label("Naam")).to_have_value("Fenna")
    draft_server.mood = "fine"
    expect(status(tab)).to_have_text("Bewaard om 10:42")


def test_leaving_at_once_leaves_nothing_on_the_computer(tab, draft_server):
    open_form(tab, draft_server)
    tab.get_by_label("Naam").fill("Fenna")
    tab.goto(f"{draft_server.url}/klaar")
    tab.wait_for_function("localStorage.length === 0")
    assert draft_server.drafts[-1]["naam"] == "Fenna"
