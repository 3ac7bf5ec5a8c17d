"""Who was logged out comes back to the page of the button, and never lands on an address without a page."""

from collections.abc import Callable

import pytest
from django.test import Client

from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]
BROWSER = {"Accept": "text/html,application/xhtml+xml"}


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/casussen/2026-001/tijdlijn/", "/casussen/2026-001/tijdlijn/"),
        ("http://testserver/casussen/2026-001/mensen/nieuw/?rol=x", "/casussen/2026-001/mensen/nieuw/?rol=x"),
        ("https://elders.example/lokaas/", "/casussen/2026-001/tijdlijn/regel/"),
        ("", "/casussen/2026-001/tijdlijn/regel/"),
        ("http://testserver", "/casussen/2026-001/tijdlijn/regel/"),
    ],
)
@pytest.mark.django_db
def test_a_button_alone_leads_back_to_its_page(client: Client, referer: str, back: str) -> None:
    answer = client.post("/casussen/2026-001/tijdlijn/regel/", headers={"Referer": referer})
    assert answer.status_code == 302
    assert client.get(answer["Location"]).context["redirect_field_value"] == back


@pytest.mark.parametrize(
    ("under", "page"),
    [("tijdlijn/regel/", "tijdlijn/"), ("toestemming/antwoord/3/weg/", "toestemming/"), ("regie/", "")],
)
def test_who_looks_at_an_address_for_forms_lands_on_the_page(
    under: str, page: str, petra: Person, as_: As
) -> None:
    case = f"/casussen/{make_case(petra).number}/"
    assert as_(petra).get(f"{case}{under}", headers=BROWSER)["Location"] == f"{case}{page}"


def test_a_script_is_told_so(petra: Person, as_: As) -> None:
    address = f"/casussen/{make_case(petra).number}/tijdlijn/regel/"
    assert as_(petra).get(address).status_code == 405
    assert as_(petra).get(address, headers={**BROWSER, "HX-Request": "true"}).status_code == 405
