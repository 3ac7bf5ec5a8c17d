"""The date field in a browser says the same as the server."""

from datetime import date

import pytest
from playwright.sync_api import expect

from expertteam.ui.dates import MONTHS, DateError, parse_dutch_date

pytestmark = pytest.mark.e2e
TEXTS = [
    *(f"{day} {month} 2023" for month in MONTHS for day in (1, 28, 29, 30, 31)),
    *(f"3 {month[:3]}. 1999" for month in MONTHS if month != "maart"),
    "3 mrt 1999", "3 oct 2020", "3 febr 2020", "29-2-2024", "29-2-2023", "31-4-2024", "12/3/2024", "12.3.2024",
    " 12 - 3 - 2024 ", "2024-03-12", "2024/3/12", "12 MAART 2024", "12mrt2024", "0-1-2024", "1-0-2024", "1-13-2024",
    "12-3-24", "12 maart", "12-3-0214", "12-3-2101", "12 x 2024", "zomaar", "", "12-3-2024 of zo",
]  # fmt: skip


def test_the_browser_reads_what_the_server_reads(tab, draft_server):
    tab.goto(f"{draft_server.url}/date")
    script = """async (texts) => {
      const { readDate } = await import("/static/js/date-field.js");
      const two = (number) => String(number).padStart(2, "0");
      return texts.map(readDate).map((d) => d && [d.getFullYear(), two(d.getMonth() + 1), two(d.getDate())].join("-"));
    }"""
    found = dict(zip(TEXTS, tab.evaluate(script, TEXTS), strict=True))
    assert found == {text: server_reads(text) for text in TEXTS}


def server_reads(text: str) -> str | None:
    try:
        return parse_dutch_date(text, today=date(2024, 3, 12)).isoformat()
    except DateError:
        return None


def test_a_date_is_read_back_with_the_age(tab, draft_server):
    tab.clock.set_fixed_time("2026-03-14T12:00:00")
    tab.goto(f"{draft_server.url}/date")
    tab.get_by_label("Geboortedatum").fill("14 mrt 2011")
    expect(tab.locator(".et-date__echo")).to_have_text("14 maart 2011 · 15 jaar")
    tab.get_by_label("Geboortedatum").fill("14 mrt")
    expect(tab.locator(".et-date__echo")).to_have_text("")


def test_a_picked_date_is_written_as_people_type_it(tab, draft_server):
    tab.goto(f"{draft_server.url}/date")
    expect(tab.get_by_role("button", name="Kies een datum")).to_be_visible()
    tab.evaluate("""() => {
      const native = document.querySelector(".et-date__native");
      native.value = "2011-03-04";
      native.dispatchEvent(new Event("change"));
    }""")
    expect(tab.get_by_label("Geboortedatum")).to_have_value("4-3-2011")
