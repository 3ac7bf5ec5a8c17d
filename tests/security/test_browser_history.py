"""What a browser remembers by itself (addresses, titles, names of files, cookies) tells of nobody."""

import re
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse

from expertteam.accounts.models import Team
from tests.access_matrix import ROWS
from tests.access_world import World, make_world

NAMES = ("Ruben", "Oosterhuis", "Anja", "Fenna")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    return make_world(groningen, friesland)


def asked(world: World, name: str) -> tuple[str, Any]:
    """An address, and what the first person who may come there gets."""
    row = ROWS[name]
    address = reverse(name, kwargs={key: given(world) for key, given in row.args.items()})
    client = Client()
    client.cookies = world.cookies[next(sign for sign, one in row.signs.items() if one == "+")].copy()  # type: ignore[assignment]
    data = row.data(world) if row.data else {}
    return address, client.post(address, data) if row.only_post else client.get(address)


def remembered(answer: Any) -> str:
    """All that a browser keeps of an answer without being asked."""
    page = answer.content.decode(errors="replace") if "html" in answer.get("Content-Type", "") else ""
    headers = " ".join(answer.get(name, "") for name in ("Location", "Content-Disposition"))
    return " ".join([*TITLE.findall(page)[:1], unquote(headers), answer.cookies.output()])


def test_no_name_is_remembered(world: World) -> None:
    found = []
    for name in ROWS:
        if name not in ("cases:grant_end", "account_logout"):
            address, answer = asked(world, name)
            found += [(name, one) for one in NAMES if one in f"{address} {remembered(answer)}"]
    assert found == []


def test_no_page_of_the_team_is_kept(world: World) -> None:
    """No copy on the disk of a browser or of a proxy, and nothing behind the button «Vorige» after logging out."""
    kept = []
    for name, row in ROWS.items():
        if row.signs["V"] != "+" and name != "cases:grant_end":
            _, answer = asked(world, name)
            if answer.status_code == 200 and "no-store" not in answer.get("Cache-Control", ""):
                kept.append(name)
    assert kept == []
