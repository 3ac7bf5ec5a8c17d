"""Somebody with a stake in a case: no address of the case opens, and no other page says anything of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from cases.casefile.actions import grant_case
from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team
from tests.access_matrix import ROWS
from tests.access_world import World, make_world
from tests.cast import make_person
from tests.factories import make_case

OF_THE_CASE = sorted(name for name, row in ROWS.items() if "number" in row.args)
ELSEWHERE = sorted(name for name, row in ROWS.items() if "number" not in row.args and not row.only_post)
MANY_ROLES = (Role.EXPERT, Role.CARE_ADVISOR, Role.PROCESS_DIRECTOR, Role.COORDINATOR, Role.SECRETARY)
NAME = "Zwaluwenburg"
SECRETS = (NAME, "vissen")


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    return make_world(groningen, friesland)


@pytest.fixture(params=["said here", "said in an earlier case"])
def sam(request: pytest.FixtureRequest, world: World, groningen: Team) -> Person:
    """With nearly every role at once, let in as an expert too, and then found to have a stake."""
    petra, sam = petra_of(world), make_person(groningen, "Sam Veelzijdig", *MANY_ROLES)
    other = make_case(petra, last_name=NAME)
    Case.objects.filter(pk=world.case.pk).update(young_person=other.young_person)
    Case.objects.filter(pk=other.pk).update(young_person=world.case.young_person)
    world.case.refresh_from_db()
    grant_case(by=petra, case=world.case, user=sam.user)
    said_in = world.case
    if request.param != "said here":
        said_in = make_case(petra, person=world.case.young_person, last_name=NAME, phase="afgesloten")
    declare_conflict(by=petra, case=said_in, user=sam.user, reason="Werkt bij De Boei")
    return sam


def asked(client: Client, name: str, world: World, method: str) -> Any:
    """The answer; what it changed is undone."""
    row = ROWS[name]
    data = row.data(world) if row.data and method == "post" else {}
    address = reverse(name, kwargs={key: given(world) for key, given in row.args.items()})
    with transaction.atomic():
        answer = getattr(client, method)(address, data)
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_of_the_case_opens(
    world: World, sam: Person, as_: Callable[[Person], Client], method: str
) -> None:
    client = as_(sam)
    opened = {name: asked(client, name, world, method).status_code for name in OF_THE_CASE}
    assert {name: code for name, code in opened.items() if code not in (403, 405)} == {}


def test_no_other_page_says_anything_of_it(
    world: World, sam: Person, as_: Callable[[Person], Client]
) -> None:
    client, telling = as_(sam), {}
    for name in ELSEWHERE:
        answer = asked(client, name, world, "get")
        text = b"".join(answer).decode("utf-8", "replace")
        if found := [word for word in (*SECRETS, world.case.number) if word in text]:
            telling[name] = found
    assert telling == {}
    seen = asked(as_(petra_of(world)), "cases:list", world, "get").content.decode()
    assert NAME in seen, "otherwise this test looks for nothing"


def petra_of(world: World) -> Person:
    petra = world.people["P"]
    assert petra is not None
    return petra
