"""One case from the first call to its destruction, in a browser, with mail that goes and a clock that is moved."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from expertteam.ui.dates import long_date, months_after
from tests.e2e import casework as at
from tests.e2e.conftest import ROOT, log_in, running
from tests.places import own_var_dir
from tests.processes import free_port
from tests.smtp import MailServer, a_mail_server
from tests.worker import wait_for

pytestmark = pytest.mark.e2e
PETRA = "petra@groningen.example"
SILVIJN, MARIT, RIDDER, WIL = "Silvijn Oosterlaken", "Marit Oosterlaken", "Ridder Boon", "Wil Haan"
PARTY, WIL_MAIL = "Molenhof Jeugdhulp", "wil.haan@molenhof.example"
TASK, ANSWER = "Regelt een vast gezicht in de avond", "Joris komt elke avond om zeven uur."
HOW_NOW, HELPED = "Joris komt en ik teken weer.", "Dat iedereen bleef komen."
TYPED = [
    "oosterlaken",
    RIDDER,
    WIL,
    PARTY,
    WIL_MAIL,
    TASK,
    ANSWER,
    HOW_NOW,
    HELPED,
    "aan me trekken",
    "naar oma",
]
SETTINGS = "expertteam.settings.test"


@dataclass(frozen=True)
class Site:
    """A running application of our own, with its mail server."""

    address: str
    var_dir: Path
    post: MailServer

    def mails_to(self, address: str) -> list[str]:
        return [one for one in self.post.messages if f"To: {address}" in one]

    def inside(self, *words: str) -> str:
        """Do something inside this application, see tests/e2e/inside.py; returns what it says."""
        environment = {**os.environ, "VAR_DIR": str(self.var_dir), "DJANGO_SETTINGS_MODULE": SETTINGS}
        command = [sys.executable, "-m", "tests.e2e.inside", *words]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        ).stdout


@pytest.fixture(scope="module")
def ours() -> Iterator[Site]:
    """Its nights are long: what they destroy would be missed in the application of the other tests."""
    with own_var_dir() as folder, a_mail_server() as post:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TEST_SMTP_PORT", str(post.port))
            start = running(folder, free_port(), settings=SETTINGS)
            address = next(start)
        yield Site(address, folder, post)
        next(start, None)


def dutch(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def counted(tab: Page, site: str, year: str) -> int:
    """How many cases the monitor of a year counts."""
    tab.goto(f"{site}/monitor/{year}/")
    tile = tab.locator(".mon-counts .et-tile").first
    expect(tile).to_contain_text("casussen")
    return int(tile.locator(".et-tile__number").inner_text())


def test_from_call_to_destruction(tab: Page, ours: Site) -> None:
    site, today = ours.address, date.today()
    log_in(tab, site, PETRA)
    before = counted(tab, site, str(day_of_call(today).year))
    number = the_call(tab, site, today)
    the_people(tab)
    nothing_goes_without_consent(tab, ours)
    everybody_agrees(tab)
    the_timeline(tab)
    somebody_outside_answers(tab, ours)
    two_months_later(tab, site, number, today)
    closing(tab, today)
    assert counted(tab, site, number[:4]) == before + 1
    six_months_later(tab, ours, number, today)
    assert counted(tab, site, number[:4]) == before + 1


def day_of_call(today: date) -> date:
    return today - timedelta(days=100)


def the_call(tab: Page, site: str, today: date) -> str:
    tab.goto(f"{site}/")
    born = today - timedelta(days=5300)
    number = at.register_a_call(tab, birth_date=dutch(born), referred_on=dutch(day_of_call(today)))
    at.take_up(tab)
    return number


def the_people(tab: Page) -> None:
    for parent in (MARIT, RIDDER):
        at.add_somebody(tab, parent, "Ouder", "Gedeeld")
    expect(tab.locator("#casusregisseur")).to_contain_text("Nog geen casusregisseur")
    at.add_somebody(tab, "Karim Smid", "Casusregisseur", **{"Organisatie": "GI Noordbaken"})
    expect(tab.locator("#casusregisseur")).to_have_count(0)
    at.add_somebody(tab, WIL, "Hulpverlener", **{"Organisatie": PARTY, "E-mailadres": WIL_MAIL})


def nothing_goes_without_consent(tab: Page, ours: Site) -> None:
    """A mail, a report and reading along are stopped, and it says of whom consent is missing."""
    at.agree(tab, f"{WIL} {TASK.lower()}, vrijdag")
    at.remind(tab, TASK, WIL)
    expect(tab.get_by_text(f"{WIL} krijgt geen mail")).to_be_visible()
    tab.get_by_role("link", name="Naar Toestemming").click()
    at.share_with(tab, PARTY)
    at.open_tab(tab, "Procesregie", "Acties")
    at.remind(tab, TASK, WIL)
    for name in ("Silvijn", MARIT, RIDDER):
        sentence = f"{name} gaf nog geen toestemming om te delen met {PARTY}."
        expect(tab.locator(".et-notice--stuck").get_by_text(sentence)).to_be_visible()
    assert ours.mails_to(WIL_MAIL) == []
    at.open_tab(tab, "Overzicht")
    expect(tab.get_by_text("Meelezen kan pas met toestemming om te bespreken.")).to_be_visible()
    expect(tab.get_by_label("Toegang geven aan")).to_have_count(0)


def everybody_agrees(tab: Page) -> None:
    at.open_tab(tab, "Toestemming")
    at.all_say_yes(tab, "Silvijn", MARIT, RIDDER)
    expect(tab.get_by_text("Alles is rond")).to_be_visible()
    at.open_tab(tab, "Overzicht")
    tab.get_by_label("Toegang geven aan").select_option(label="Emre Kaya")
    tab.get_by_role("button", name="Geven", exact=True).click()
    expect(tab.get_by_text("Emre Kaya kan deze casus nu lezen.")).to_be_visible()


def the_timeline(tab: Page) -> None:
    """Vague dates are understood, drawn, and stand in the list; what has nobody's help is found."""
    at.tell(tab, "voorjaar 2019 verhuisd naar oma", "voorjaar 2019")
    at.tell(tab, f"2021-2023 hulp bij {PARTY}: weer naar school, gestopt door wachtlijst", "2021")
    at.tell(tab, "sinds maart 2024 thuis zonder school, knooppunt", "sinds maart 2024")
    expect(tab.locator("svg.tl-drawing .tl-bar")).to_have_count(3)
    in_list = tab.locator(".case-timeline li")
    expect(in_list).to_have_count(3)
    expect(in_list.first).to_contain_text("Verhuisd naar oma")
    expect(tab.get_by_role("heading", name="Periodes zonder hulp")).to_be_visible()


def somebody_outside_answers(tab: Page, ours: Site) -> None:
    """The mail holds a link and nothing of the case; what is answered comes to Vandaag."""
    at.open_tab(tab, "Procesregie", "Acties")
    at.remind(tab, TASK, WIL)
    expect(tab.get_by_text(f"{WIL} krijgt een mail.")).to_be_visible()
    (mail,) = wait_for(lambda: ours.mails_to(WIL_MAIL), what="the mail")
    for word in ("silvijn", "oosterlaken", "boon", "haan ", "gezicht", "avond", PARTY.lower()):
        assert word not in mail.lower()
    found = re.search(r"http://\S+/antwoord/\S+", mail)
    assert found
    at.answer_without_login(tab, found[0], ANSWER)
    row = at.of_today(tab, ours.address, "Antwoorden van buiten", SILVIJN)
    expect(row).to_contain_text(ANSWER)
    row.get_by_role("button", name="Gezien").click()
    expect(tab.get_by_role("listitem").filter(has_text=ANSWER)).to_have_count(0)


def two_months_later(tab: Page, site: str, number: str, today: date) -> None:
    """The advice was given 65 days ago, so Vandaag asks how it is."""
    tab.goto(f"{site}/casussen/{number}/")
    tab.get_by_role("button", name="Het advies is er: ga volgen").click()
    expect(tab.get_by_text("De casus staat nu op ‘volgen’.")).to_be_visible()
    at.plan_follow_up(tab, dutch(today - timedelta(days=65)))
    row = at.of_today(tab, site, "Opvolging", SILVIJN)
    row.get_by_role("link", name="Vragen en opschrijven").click()
    at.follow_up(tab, HOW_NOW)
    row = at.of_today(tab, site, "Opvolging", SILVIJN)
    expect(row).to_have_count(0)
    tab.goto(f"{site}/casussen/{number}/")


def closing(tab: Page, today: date) -> None:
    """It does not close before everything open is decided on."""
    at.agree(tab, f"{MARIT} belt school over een rustig begin, over drie weken")
    at.try_to_close(tab, dutch(today))
    expect(tab.get_by_text(re.compile(r"Er staan nog \d+ dingen open")).first).to_be_visible()
    at.drop_action(tab, "Belt school over een rustig begin")
    at.skip_steps(tab, "Silvijn redt het zo.")
    at.keep_moments(tab)
    at.enter_satisfaction(tab, SILVIJN, HELPED)
    expect(tab.get_by_text("Er staat niets meer open.")).to_be_visible()
    at.try_to_close(tab, dutch(today))
    expect(tab.get_by_text("De casus is afgesloten.")).to_be_visible()


def six_months_later(tab: Page, ours: Site, number: str, today: date) -> None:
    """Warned a month before, seen by Petra, destroyed on the day, and found nowhere any more."""
    site, last_day = ours.address, months_after(today, 6)
    ours.inside("night", (last_day - timedelta(days=30)).isoformat())
    row = at.of_today(tab, site, "Wordt vernietigd", SILVIJN)
    row.get_by_role("link", name="Bekijken").click()
    expect(tab.get_by_text(f"Dit dossier wordt vernietigd op {long_date(last_day)}.")).to_be_visible()
    assert set(found(ours)) == set(TYPED), "it can be found before"
    ours.inside("night", last_day.isoformat())
    answer = tab.goto(f"{site}/casussen/{number}/")
    assert answer is not None and answer.status == 404
    assert found(ours) == {}
    tab.goto(f"{site}/bewaren/")
    gone = tab.get_by_role("table", name="Dossiers die vernietigd zijn").get_by_role("row", name=number)
    expect(gone).to_be_visible()


def found(ours: Site) -> dict[str, list[str]]:
    """Word → where it stands in the database, for every word of this story that stands somewhere."""
    where: dict[str, list[str]] = json.loads(ours.inside("where", *TYPED))
    return where
