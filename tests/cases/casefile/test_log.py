"""Who looked at a case."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from expertteam.access.person import Person
from expertteam.audit.actions import record
from tests.factories import make_case

As = Callable[[Person], Client]


def test_sentences_with_who_in_which_role_and_refusals(petra: Person, emre: Person, as_: As) -> None:
    case = make_case(petra)
    as_(emre).get(f"/casussen/{case.number}/")
    as_(petra).get(f"/casussen/{case.number}/")
    page = as_(petra).get(f"/casussen/{case.number}/logboek/").content.decode()
    assert "<strong>Petra Nijboer</strong> las de casus" in page and "procesregisseur" in page
    assert "geweigerd" in page and "<strong>Emre Kaya</strong> mocht dit niet zien of doen" in page
    assert "127.0.0.1" in page


def test_only_this_case(petra: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    record(petra, "case.granted", case_number=other.number)
    assert "gaf iemand toegang" not in as_(petra).get(f"/casussen/{case.number}/logboek/").content.decode()


def test_the_same_number_in_another_team_is_another_case(petra: Person, fokke: Person, as_: As) -> None:
    case, theirs = make_case(petra), make_case(fokke)
    assert case.number == theirs.number
    as_(fokke).get(f"/casussen/{theirs.number}/")
    assert "Fokke" not in as_(petra).get(f"/casussen/{case.number}/logboek/").content.decode()


def test_fifty_a_page_with_as_many_queries(petra: Person, as_: As) -> None:
    case = make_case(petra)
    client, address = as_(petra), f"/casussen/{case.number}/logboek/"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _ in range(60):
        record(petra, "case.read", case_number=case.number)
    with CaptureQueriesContext(connection) as many:
        page = client.get(address)
    assert len(few) == len(many) and len(page.context["lines"]) == 50
    assert page.context["pages"]["next_url"] == "?pagina=2"
    assert len(client.get(f"{address}?pagina=2").context["lines"]) > 10
