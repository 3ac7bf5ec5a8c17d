"""The list of cases: what one sees, finds and filters, in a fixed number of queries."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.actions import grant_case
from cases.casefile.models import Case, Phase
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]


def names(client: Client, address: str = "/casussen/") -> list[str]:
    """The names on the list, in order."""
    return [str(case.young_person) for case in client.get(address).context["found"].cases]


def search(client: Client, term: str, **filters: str) -> list[str]:
    answer = client.post("/casussen/zoeken/", {"q": term, **filters})
    return names(client, answer["Location"])


def test_empty_list_says_how_to_begin(petra: Person, as_: As) -> None:
    page = as_(petra).get("/casussen/").content.decode()
    assert "Nog geen casussen" in page and "/aanmelding/nieuw/" in page


def test_empty_list_of_an_expert_has_no_button(emre: Person, as_: As) -> None:
    page = as_(emre).get("/casussen/").content.decode()
    assert "procesregisseur met je deelt" in page and "/aanmelding/nieuw/" not in page


def test_newest_first(petra: Person, as_: As) -> None:
    make_case(petra, first_name="Aya", last_name="Oud", referral={"referred_on": date(2025, 12, 30)})
    make_case(petra, first_name="Sem", last_name="Nieuw", referral={"referred_on": date(2026, 1, 2)})
    assert names(as_(petra)) == ["Sem Nieuw", "Aya Oud"]


def test_sorted_by_name_whatever_the_accents(petra: Person, as_: As) -> None:
    for last_name in ("Özdemir", "Zwart", "de Boer", "Oosterhuis", "Abels"):
        make_case(petra, first_name="Sam", last_name=last_name)
    found = [name.removeprefix("Sam ") for name in names(as_(petra), "/casussen/?sorteer=naam")]
    assert found == ["Abels", "de Boer", "Oosterhuis", "Özdemir", "Zwart"]


@pytest.mark.parametrize(
    "typed",
    ["Oosterhuis", "oosterhuis", "oosterhius", "ruben oosterhuis", "OOSTERHUIS, ruben", "osterhuis", "rub"],
)
def test_search_forgives(typed: str, petra: Person, as_: As) -> None:
    make_case(petra, first_name="Ruben", last_name="Oosterhuis")
    make_case(petra, first_name="Fenna", last_name="Hoekstra")
    assert search(as_(petra), typed) == ["Ruben Oosterhuis"]


@pytest.mark.parametrize("typed", ["mlou draisma", "milou draaisma", "draisma", "milu draiisma"])
def test_search_forgives_a_letter_in_each_word(typed: str, petra: Person, as_: As) -> None:
    make_case(petra, first_name="Milou", last_name="Draaisma")
    make_case(petra, first_name="Mila", last_name="Bakker")
    make_case(petra, first_name="Daan", last_name="Drenth")
    assert search(as_(petra), typed) == ["Milou Draaisma"]


@pytest.mark.parametrize("typed", ["Zoe", "zoë", "ramlal", "Zoé Ramlal"])
def test_search_forgives_accents(typed: str, petra: Person, as_: As) -> None:
    make_case(petra, first_name="Zoë", last_name="Ramlal")
    make_case(petra, first_name="Daan", last_name="Mulder")
    assert search(as_(petra), typed) == ["Zoë Ramlal"]


@pytest.mark.parametrize("typed", ["2026-002", "2026-2", "2026/002", " 2026 2 ", "026-002"])
def test_search_by_number(typed: str, petra: Person, as_: As) -> None:
    make_case(petra, first_name="Eerste", last_name="Casus")
    make_case(petra, first_name="Tweede", last_name="Casus")
    assert search(as_(petra), typed) == ["Tweede Casus"]


def test_search_finds_nothing_and_says_so(petra: Person, as_: As) -> None:
    make_case(petra)
    client = as_(petra)
    answer = client.post("/casussen/zoeken/", {"q": "qqqqq"}, follow=True)
    assert answer.context["found"].count == 0 and "Niets gevonden" in answer.content.decode()


@pytest.mark.parametrize("typed", ["%", "_", "100%", "a\x00b", "'; drop", "\\", "x" * 5000])
def test_strange_terms_do_no_harm(typed: str, petra: Person, as_: As) -> None:
    make_case(petra)
    assert search(as_(petra), typed) == []


def test_the_term_is_not_in_the_address(petra: Person, as_: As) -> None:
    make_case(petra, last_name="Oosterhuis")
    client = as_(petra)
    answer = client.post("/casussen/zoeken/", {"q": "Oosterhuis", "fase": "analyse", "open": "1"})
    assert answer.status_code == 302
    assert "oosterhuis" not in answer["Location"].lower()
    assert "fase=analyse" in answer["Location"] and "open=1" in answer["Location"]
    page = client.get(answer["Location"])
    assert page.context["asked"].term == "Oosterhuis"
    assert page.content.decode().lower().count("zoek=") > 0
    assert all(
        "oosterhuis" not in link.lower()
        for link in page.content.decode().split("href=")[1:]
        if "?" in link[:60]
    )


def test_a_term_of_another_browser_is_gone(petra: Person, as_: As) -> None:
    make_case(petra)
    address = as_(petra).post("/casussen/zoeken/", {"q": "Ruben"})["Location"]
    page = as_(petra).get(address)
    assert "Deze zoekopdracht bewaren we niet" in page.content.decode()


def test_only_the_last_terms_are_kept(petra: Person, as_: As) -> None:
    client = as_(petra)
    for number in range(15):
        client.post("/casussen/zoeken/", {"q": f"naam {number}"})
    assert list(client.session["case_searches"].values()) == [f"naam {n}" for n in range(5, 15)]


def test_filters_stand_in_the_address(petra: Person, as_: As) -> None:
    make_case(petra, first_name="Aya", referral={"municipality": "GM0014"}, phase=Phase.CLOSED)
    make_case(petra, first_name="Sem", referral={"municipality": "GM1895"})
    client = as_(petra)
    assert [n.split()[0] for n in names(client, "/casussen/?gemeente=GM0014")] == ["Aya"]
    assert [n.split()[0] for n in names(client, "/casussen/?open=1")] == ["Sem"]
    assert [n.split()[0] for n in names(client, "/casussen/?fase=afgesloten&jaar=2026")] == ["Aya"]
    assert names(client, "/casussen/?fase=afgesloten&gemeente=GM1895") == []
    chips = client.get("/casussen/?gemeente=GM0014").content.decode()
    assert "Gemeente: Groningen" in chips


@pytest.mark.parametrize(
    "query", ["fase=zomaar", "jaar=abc", "regie=99999", "pagina=-1", "pagina=x", "sorteer=zzz"]
)
def test_nonsense_in_the_address_is_left_out(query: str, petra: Person, as_: As) -> None:
    make_case(petra)
    assert len(names(as_(petra), f"/casussen/?{query}")) == 1


def test_an_expert_sees_given_cases_only_also_in_counts_and_filters(
    petra: Person, emre: Person, as_: As
) -> None:
    given = make_case(petra, first_name="Aya", last_name="Gegeven", referral={"municipality": "GM0014"})
    make_case(
        petra, first_name="Sem", last_name="Ander", referral={"municipality": "GM1895"}, phase=Phase.CLOSED
    )
    grant_case(by=petra, case=given, user=emre.user)
    client = as_(emre)
    page = client.get("/casussen/")
    assert names(client) == ["Aya Gegeven"] and page.context["found"].counted == "1 casus"
    assert "Ander" not in page.content.decode() and "Oldambt" not in page.content.decode()
    assert search(client, "Ander") == []
    assert len(names(client, "/casussen/?gemeente=GM1895")) == 1, "not an option for Emre, so left out"


def test_another_team_sees_nothing_of_it(petra: Person, fokke: Person, as_: As) -> None:
    make_case(petra, last_name="Oosterhuis")
    assert names(as_(fokke)) == [] and search(as_(fokke), "Oosterhuis") == []


def test_the_care_advisor_sees_requests_for_matching(petra: Person, zora: Person, as_: As) -> None:
    make_case(petra, first_name="Aya", matching_requested=True)
    make_case(petra, first_name="Sem")
    assert [name.split()[0] for name in names(as_(zora))] == ["Aya"]


def test_fifty_a_page(petra: Person, as_: As) -> None:
    first = make_case(petra)
    many = [copy_of(first, sequence) for sequence in range(2, 53)]
    Case.objects.bulk_create(many)
    client = as_(petra)
    page = client.get("/casussen/")
    assert len(page.context["found"].cases) == 50 and page.context["found"].counted == "52 casussen"
    assert page.context["pages"]["next_url"] == "?pagina=2" and not page.context["pages"]["previous_url"]
    assert len(names(client, "/casussen/?pagina=2")) == 2
    assert names(client, "/casussen/?pagina=3") == []


def test_beyond_the_last_page_says_so_with_a_way_back(petra: Person, as_: As) -> None:
    make_case(petra)
    client = as_(petra)
    page = client.get("/casussen/?pagina=99&open=1").content.decode()
    assert (
        "Deze bladzijde is er niet" in page and 'href="?open=1"' in page and "Nog geen casussen" not in page
    )
    assert "Niets gevonden" in client.get("/casussen/?pagina=99&fase=afgesloten").content.decode()


def copy_of(case: Case, sequence: int) -> Case:
    """Another case of the same young person, for filling a list (without a referral it would not be shown)."""
    return Case(
        team=case.team, year=case.year, sequence=sequence, number=f"{case.year}-{sequence:03d}",
        young_person=case.young_person, phase=case.phase, search_text=f"naam {sequence}",
    )  # fmt: skip


def test_count_stops_at_a_thousand(petra: Person, as_: As) -> None:
    first = make_case(petra)
    Case.objects.bulk_create([copy_of(first, sequence) for sequence in range(2, 1010)])
    assert as_(petra).get("/casussen/").context["found"].counted == "meer dan 1.000 casussen"


@pytest.mark.parametrize("address", ["/casussen/", "/casussen/?sorteer=naam", "/casussen/?open=1&jaar=2026"])
def test_as_many_queries_for_one_as_for_thirty(address: str, petra: Person, as_: As) -> None:
    client = as_(petra)
    make_case(petra)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _ in range(29):
        make_case(petra)
    with CaptureQueriesContext(connection) as thirty:
        client.get(address)
    assert len(thirty) == len(one) <= 16


def test_looking_and_searching_are_traced_without_names(petra: Person, as_: As) -> None:
    make_case(petra, last_name="Oosterhuis")
    client = as_(petra)
    client.get("/casussen/")
    search(client, "oosterhuis")
    events = list(AuditEvent.objects.filter(event__startswith="case.").exclude(event="case.registered"))
    assert {event.event for event in events} == {"case.listed", "case.searched"}
    assert all("oosterhuis" not in str(event.details).lower() for event in events)


def test_own_drafts_stand_on_top(petra: Person, sietske: Person, as_: As) -> None:
    client = as_(petra)
    token = "0d6f3a52-4a1c-4c06-9f53-3c1a5f4f9d11"
    client.post(f"/aanmelding/concept/{token}/", {"first_name": "Fenna", "last_name": "Hoekstra"})
    assert "Fenna Hoekstra" in client.get("/casussen/").content.decode()
    assert "Fenna Hoekstra" not in as_(sietske).get("/casussen/").content.decode()
