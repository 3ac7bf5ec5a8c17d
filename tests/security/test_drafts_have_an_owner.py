"""What waits in a browser ends in the number of its writer: whoever logs out leaves nothing, nobody finds another's."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from expertteam.accounts.models import Team
from tests.access_matrix import ROWS
from tests.access_world import World, make_world

KEY = re.compile(r'data-(?:autosave-key|key)="([^"]+)"')


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    return make_world(groningen, friesland)


def test_every_key_ends_in_its_writer(world: World) -> None:
    client, petra, found = Client(), world.people["P"], {}
    assert petra is not None
    client.cookies = world.cookies["P"].copy()  # type: ignore[assignment]
    for name, row in ROWS.items():
        if row.only_post or row.signs["P"] != "+":
            continue
        answer = client.get(reverse(name, kwargs={key: given(world) for key, given in row.args.items()}))
        if "html" in answer.get("Content-Type", ""):
            found[name] = KEY.findall(answer.content.decode())
    wrong = {
        name: key for name, keys in found.items() for key in keys if not key.endswith(f"-{petra.user.pk}")
    }
    assert wrong == {}
    assert found["cases:talk"], "otherwise this test looks for nothing"
