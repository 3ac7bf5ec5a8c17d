"""The page that people get while the database is gone."""

import psycopg2
import pytest
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory

from expertteam.access.person import Person
from expertteam.health.middleware import DatabaseDownMiddleware, is_gone
from tests.expertteam.health.test_state import no_database


def error(kind: type[Exception], code: str | None) -> Exception:
    """An error as Django passes it on, with the code of PostgreSQL in its cause."""
    outer = kind("…")
    outer.__cause__ = psycopg2.errors.lookup(code)() if code else psycopg2.OperationalError()
    return outer


@pytest.mark.parametrize("kind", [OperationalError, InterfaceError])
def test_a_broken_line_means_gone(kind: type[Exception]) -> None:
    assert is_gone(error(kind, None))


@pytest.mark.parametrize("other", [IntegrityError(), ValueError(), KeyError()])
def test_other_errors_do_not(other: Exception) -> None:
    assert not is_gone(other)


def test_codes_of_postgresql() -> None:
    def coded(code: str) -> OperationalError:
        outer = OperationalError("…")
        outer.__cause__ = type("Cause", (Exception,), {"pgcode": code})()
        return outer

    assert all(is_gone(coded(code)) for code in ("57P01", "57P03", "53300", "08006"))
    assert not any(is_gone(coded(code)) for code in ("40P01", "55P03", "57014", "53100"))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_page_that_cannot_reach_the_database(petra: Person) -> None:
    """The session itself cannot be read: the error arises in a layer before the page."""
    client = Client(raise_request_exception=False)
    client.force_login(petra.user)
    with no_database():
        answer = client.get("/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "10"
    assert "even niet bereikbaar" in answer.content.decode()
    assert client.get("/").status_code == 200


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_form_that_cannot_be_saved(client: Client) -> None:
    """The error arises in the page itself: logging in looks the person up."""
    with no_database():
        answer = client.post("/inloggen/", {"login": "petra@groningen.test", "password": "x"})
    assert answer.status_code == 503


def test_another_mistake_stays_as_it_is() -> None:
    request = RequestFactory().get("/")
    layer = DatabaseDownMiddleware(lambda _: HttpResponse(status=500))
    assert layer(request).status_code == 500
    assert layer.process_exception(request, ValueError()) is None
