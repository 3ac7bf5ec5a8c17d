"""Nothing of a case is shown without a line in the trace, however cleverly it was asked."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.casefile import gate
from expertteam.accounts.models import Team
from expertteam.audit.models import AuditEvent
from tests.access_matrix import ROWS
from tests.access_world import World, make_world

HTMX = {"HTTP_HX_REQUEST": "true"}
# Answers that hold nothing of the case: where somebody is, how far work is, that a draft was kept.
HOLDS_NOTHING = {
    "analysis:live_here",
    "cases:referral_draft",
    "cases:journal_draft",
}
OF_A_CASE = sorted(name for name, row in ROWS.items() if "number" in row.args and name not in HOLDS_NOTHING)


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    return make_world(groningen, friesland)


def lines(world: World) -> int:
    return AuditEvent.objects.filter(case_number=world.case.number).count()


def unseen(world: World, name: str, method: str, **headers: Any) -> bool:
    """Whether Petra saw something of the case and the trace does not know; what it changed is undone."""
    address = reverse(name, kwargs={key: given(world) for key, given in ROWS[name].args.items()})
    client = Client()
    client.cookies = world.cookies["P"].copy()  # type: ignore[assignment]
    with transaction.atomic():
        before = lines(world)
        answer = getattr(client, method)(address, **headers)
        found = answer.status_code in (200, 409, 422) and lines(world) == before
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("method", ["get", "post", "put"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_every_answer_that_shows_the_case(world: World, method: str, headers: dict[str, Any]) -> None:
    only_progress = {"analysis:report"} if headers else set()
    found = {name for name in OF_A_CASE if unseen(world, name, method, **headers)}
    assert found - only_progress == set()


def test_this_test_would_find_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "SHOWING", frozenset())
    assert unseen(world, "cases:participant", "get")
    assert unseen(world, "cases:case", "put")
    assert unseen(world, "analysis:edit", "get", **HTMX)


def test_the_same_look_again_leaves_no_second_line(world: World) -> None:
    client = Client()
    client.cookies = world.cookies["P"].copy()  # type: ignore[assignment]
    address = reverse("cases:participant", args=[world.case.number, world.mother.pk])
    before = lines(world)
    client.get(address)
    client.get(address)
    assert lines(world) == before + 1
    assert AuditEvent.objects.latest("pk").event == "people.read"
