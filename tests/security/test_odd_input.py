"""Text that is no text: nothing anybody sends may end in an error of ours."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.casefile.actions import grant_case
from expertteam.access.person import Person
from expertteam.accounts.models import Team
from tests.access_matrix import ROWS
from tests.access_world import World, make_world
from tests.factories import make_case

# Every name under which a view or a form looks for something.
WORDS = """
answered_on asked_on asker birth_date bron certainty closed_on decision domain domein due_on
earlier_choice earlier_number earlier_shown effects elements email end fase first_name form_token
gemeente harmful_care hours jaar kind klaar last_name life_area login minutes naar name next number open
overnemen overschrijven owner owner_name oldpassword pagina password password1 password2 phase plaats
profile q question re_referral referred_on regie result richting role seen soort sorteer source start
status target team test text user van variant verdict version volgende voor vraag wanted wat words zoek
"""
NAMES = WORDS.split()
HUGE = 10**30


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    return make_world(groningen, friesland)


def browser_of(world: World, name: str) -> Client:
    """Logged in as the first person who may come there."""
    client = Client(raise_request_exception=False)
    sign = next(sign for sign, answer in ROWS[name].signs.items() if answer == "+")
    client.cookies = world.cookies[sign].copy()  # type: ignore[assignment]
    return client


def status(client: Client, method: str, address: str, data: dict[str, str]) -> int:
    """What the site answers; what it changed is undone."""
    with transaction.atomic():
        answer: Any = getattr(client, method)(address, data)
        transaction.set_rollback(True)
    return int(answer.status_code)


@pytest.mark.parametrize("value", ["a\x00b", "²"], ids=["nul", "figure that is no number"])
def test_no_address_breaks(world: World, value: str) -> None:
    data, broken = dict.fromkeys(NAMES, value), []
    for name, row in ROWS.items():
        address = reverse(name, kwargs={key: given(world) for key, given in row.args.items()})
        for method in ("get", "post"):
            found = status(browser_of(world, name), method, address, data)
            broken += [(name, method, found)] if found >= 500 else []
    assert broken == []


@pytest.mark.parametrize("key", ["pk", "report"])
def test_a_number_beyond_every_number_is_no_page(world: World, key: str) -> None:
    for name, row in ROWS.items():
        if key in row.args:
            given = {one: value(world) for one, value in row.args.items()} | {key: HUGE}
            method = "post" if row.only_post else "get"
            assert status(browser_of(world, name), method, reverse(name, kwargs=given), {}) in (302, 404), (
                name
            )


def test_a_page_beyond_every_page_is_a_page(petra: Person, emre: Person, as_: Any) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    for address in ("/casussen/", "/consultaties/", f"/casussen/{case.number}/logboek/"):
        for number in ("-1", "0", "99999999999999", "1e9", "٣"):
            assert as_(petra).get(address, {"pagina": number}).status_code == 200, (address, number)
