"""Every address × every role, against the table in access_matrix.py; and the check that no view stands open."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver, path, reverse

from expertteam.access.checks import every_view_is_guarded
from expertteam.access.guards import page
from expertteam.accounts.models import Team
from tests.access_matrix import ROWS
from tests.access_rows.row import Row
from tests.access_world import World, make_world


def named_addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """Every address of the site by its full name; one without a name gives its route."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from named_addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        else:
            yield f"{space}{entry.name}" if entry.name else f"(without a name) {entry.pattern}"


def test_every_address_has_a_row() -> None:
    assert sorted(set(named_addresses()) - set(ROWS)) == [], "add a row to tests/access_matrix.py"


def test_every_row_has_an_address() -> None:
    assert sorted(set(ROWS) - set(named_addresses())) == []


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    return make_world(groningen, friesland)


def answer(world: World, row: Row, address: str, column: str, method: str) -> Any:
    """What somebody gets who asks this; everything it changed is undone."""
    client = Client(raise_request_exception=False)
    client.cookies = deepcopy(world.cookies[column])
    data = row.data(world) if row.data and method == "post" else {}
    with transaction.atomic():
        response = getattr(client, method)(address, data)
        transaction.set_rollback(True)
    return response


def sign_of(response: Any) -> str:
    """The sign of the matrix that belongs to an answer; a status that fits none is that status."""
    if response.status_code == 302 and "/inloggen/?" in response["Location"]:
        return ">"
    if response.status_code == 401 and response.templates and response.templates[0].name == "401.html":
        return ">"
    signs = {403: "-", 404: "0", 200: "+", 204: "+", 302: "+", 409: "+", 422: "+"}
    return signs.get(response.status_code, str(response.status_code))


def address_of(name: str, world: World) -> str:
    return reverse(name, kwargs={key: given(world) for key, given in ROWS[name].args.items()})


def test_matrix(world: World) -> None:
    found = {}
    for name, row in ROWS.items():
        address, method = address_of(name, world), "post" if row.only_post else "get"
        signs = {column: sign_of(answer(world, row, address, column, method)) for column in row.signs}
        found[name] = " ".join(signs.values())
    assert found == {name: " ".join(row.signs.values()) for name, row in ROWS.items()}


def test_another_method_opens_no_door(world: World) -> None:
    """Who may not come in cannot come in by asking in another way; that there is no such way may be told (405)."""
    opened = []
    for name, row in ROWS.items():
        address, method = address_of(name, world), "get" if row.only_post else "post"
        for column in (column for column, sign in row.signs.items() if sign != "+"):
            response = answer(world, row, address, column, method)
            if response.status_code != 405 and sign_of(response) != row.signs[column]:
                opened.append((name, method, column, response.status_code))
    assert opened == []


def open_view(request: Any) -> HttpResponse:
    return HttpResponse("iedereen leest dit")


@page("no.such.right")
def unknown_right(request: Any) -> HttpResponse:
    return HttpResponse("")


urlpatterns = [
    path("lek/", open_view),
    path("onbekend/", unknown_right),
    path("heel/", page("case.list")(open_view)),
]


@pytest.mark.urls(__name__)
def test_a_view_without_a_guard_fails_the_check() -> None:
    found = {(error.id, error.msg.partition(" ")[0]) for error in every_view_is_guarded(None)}
    assert found == {("access.E001", "/lek/"), ("access.E002", "/onbekend/")}


def test_no_view_of_the_site_stands_open() -> None:
    assert every_view_is_guarded(None) == []
