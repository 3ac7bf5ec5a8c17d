"""Pages of providers and places: writing down, checking, stopping, what changed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cases.providers.models import Place, Provider
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent

from .places import make_place

As = Callable[[Person], Client]
PLACE = {
    "name": "De Boerderij", "stay": "gezinshuis", "municipality": "GM1952", "town": "Slochteren", "age_from": "12",
    "age_to": "18", "waiting_weeks": "6", "climate_vast_gezicht": "ja",
    "words_vast_gezicht": "dezelfde twee begeleiders",
    "climate_kleine_groep": "nee", "conditions": ["vaste_bezetting", "intervisie"], "says_excludes": ["agressie"],
    "does_accept": ["agressie"], "contact_name": "Wim Postma",
}  # fmt: skip


@pytest.fixture
def anker(zora: Person) -> Provider:
    return Provider.objects.create(team=zora.team, name="Het Anker")


def test_from_provider_to_place(zora: Person, as_: As) -> None:
    client = as_(zora)
    answer = client.post("/aanbieders/nieuw/", {"name": "  Het   Anker ", "phone": "050 123"}, follow=True)
    provider = Provider.objects.get()
    assert provider.name == "Het Anker"
    assert answer.request["PATH_INFO"] == f"/aanbieders/{provider.pk}/plek/"
    page = client.post(f"/aanbieders/{provider.pk}/plek/", PLACE, follow=True).content.decode()
    for words in (
        "dezelfde twee begeleiders", "Kleine groep: niet", "Nog niet gevraagd: weinig eisen", "12 tot en met 18 jaar",
        "6 weken wachten", "zeggen van niet, in de praktijk toch welkom", "Slochteren (Midden-Groningen)", "Wim Postma",
        "Zora Adelaar</bdi> zette de plek erbij",
    ):  # fmt: skip
        assert words in page
    assert AuditEvent.objects.filter(event="provider.changed").count() == 2


def test_a_double_click_makes_one(anker: Provider, zora: Person, as_: As) -> None:
    client = as_(zora)
    for _ in range(2):
        assert client.post("/aanbieders/nieuw/", {"name": "De Ruimte"}).status_code == 302
        assert client.post(f"/aanbieders/{anker.pk}/plek/", PLACE).status_code == 302
    assert Provider.objects.count() == 2 and Place.objects.count() == 1


def test_a_name_that_is_taken(zora: Person, as_: As) -> None:
    make_place(zora, "De Boerderij")
    answer = as_(zora).post("/aanbieders/nieuw/", {"name": "het anker", "note": "iets anders"})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["name"]
    assert "iets anders" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"stay": ""}, "stay"),
        ({"stay": "kasteel"}, "stay"),
        ({"age_from": "18", "age_to": "12"}, "age_to"),
        ({"age_to": "99"}, "age_to"),
        ({"waiting_weeks": "-1"}, "waiting_weeks"),
        ({"conditions_missing": ["intervisie"]}, "conditions_missing"),
        ({"does_exclude": ["agressie"]}, "does_accept"),
        ({"climate_vast_gezicht": "misschien"}, "climate_vast_gezicht"),
        ({"words_vast_gezicht": "x" * 201}, "words_vast_gezicht"),
        ({"contact_email": "geen adres"}, "contact_email"),
        ({"municipality": "GM0080"}, "municipality"),
    ],
)
def test_mistakes_stand_at_their_field(
    wrong: dict, field: str, anker: Provider, zora: Person, as_: As
) -> None:
    answer = as_(zora).post(f"/aanbieders/{anker.pk}/plek/", {**PLACE, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert not Place.objects.exists()


def test_what_changed_is_told(zora: Person, petra: Person, as_: As) -> None:
    place = make_place(zora, climate_yes=["vast_gezicht"], climate_words={"vast_gezicht": "twee begeleiders"})
    form = as_(petra).get(f"/aanbieders/plekken/{place.pk}/wijzigen/").context["form"]
    assert (
        form["climate_vast_gezicht"].value() == "ja"
        and form["words_vast_gezicht"].value() == "twee begeleiders"
    )
    changed = {
        **PLACE,
        "name": place.name,
        "words_vast_gezicht": "een vast koppel",
        "version": form["version"].value(),
    }
    page = as_(petra).post(f"/aanbieders/plekken/{place.pk}/wijzigen/", changed, follow=True).content.decode()
    assert "Petra Nijboer</bdi> wijzigde" in page and "Vast gezicht, hoe" in page
    assert "<del>twee begeleiders</del>" in page and "<ins>een vast koppel</ins>" in page
    assert "nagegaan op" not in page.lower().split("wat er veranderde")[0]


def test_two_tabs_lose_nothing(zora: Person, as_: As) -> None:
    place, client = make_place(zora), as_(zora)
    address = f"/aanbieders/plekken/{place.pk}/wijzigen/"
    first = {**PLACE, "name": place.name, "note": "Het eerste", "version": "1"}
    assert client.post(address, first).status_code == 302
    second = client.post(address, {**first, "note": "Het tweede"})
    assert second.status_code == 422 and "Het tweede" in second.content.decode()
    place.refresh_from_db()
    assert place.note == "Het eerste"
    again = {**first, "note": "Het tweede", "version": second.context["form"]["version"].value()}
    assert client.post(address, again).status_code == 302
    place.refresh_from_db()
    assert place.note == "Het tweede"


def test_old_news_asks_to_be_checked(zora: Person, as_: As) -> None:
    place, client = make_place(zora, waiting_weeks=3), as_(zora)
    long_ago = timezone.localdate() - timedelta(days=100)
    Place.objects.filter(pk=place.pk).update(checked_on=long_ago, waiting_checked_on=long_ago)
    assert "Bel even of het nog klopt" in client.get(f"/aanbieders/plekken/{place.pk}/").content.decode()
    for _ in range(2):
        page = client.post(f"/aanbieders/plekken/{place.pk}/nagegaan/", follow=True).content.decode()
    assert "Bel even" not in page
    place.refresh_from_db()
    assert place.checked_on == place.waiting_checked_on == timezone.localdate()
    assert AuditEvent.objects.filter(event="provider.checked").count() == 1


def test_a_waiting_time_is_heard_on_the_day_it_is_written(zora: Person, as_: As) -> None:
    place, client = make_place(zora, waiting_weeks=3), as_(zora)
    Place.objects.filter(pk=place.pk).update(waiting_checked_on=date(2026, 1, 1))
    same = {**PLACE, "name": place.name, "waiting_weeks": "3", "version": "1"}
    client.post(f"/aanbieders/plekken/{place.pk}/wijzigen/", same)
    place.refresh_from_db()
    assert place.waiting_checked_on == date(2026, 1, 1)
    client.post(f"/aanbieders/plekken/{place.pk}/wijzigen/", {**same, "waiting_weeks": "5", "version": "2"})
    place.refresh_from_db()
    assert place.waiting_checked_on == timezone.localdate()


def test_a_place_that_stops_leaves_the_list_and_can_come_back(zora: Person, as_: As) -> None:
    place, client = make_place(zora, "De Boerderij"), as_(zora)
    client.post(f"/aanbieders/plekken/{place.pk}/stopt/", {"gestopt": "1"}, follow=True)
    assert "De Boerderij" not in client.get("/aanbieders/").content.decode()
    assert "De Boerderij" in client.get("/aanbieders/?toon=gestopt").content.decode()
    client.post(f"/aanbieders/plekken/{place.pk}/stopt/", {"gestopt": "0"})
    assert "De Boerderij" in client.get("/aanbieders/").content.decode()


def test_a_provider_changes_its_name_and_is_found_by_it(zora: Person, as_: As) -> None:
    place, client = make_place(zora, "De Boerderij"), as_(zora)
    client.post(f"/aanbieders/{place.provider_id}/wijzigen/", {"name": "De Horizon", "version": "1"})
    found = client.post("/aanbieders/zoeken/", {"q": "horison"}, follow=True).content.decode()
    assert "De Boerderij" in found and "1 plek" in found


def test_a_carla_reads_without_buttons(zora: Person, carla: Person, as_: As) -> None:
    place = make_place(zora)
    for address in ("/aanbieders/", f"/aanbieders/{place.provider_id}/", f"/aanbieders/plekken/{place.pk}/"):
        page = as_(carla).get(address).content.decode()
        assert "Plek toevoegen" not in page and "Wijzigen" not in page and "Nieuwe aanbieder" not in page


def test_odd_names_stay_text(zora: Person, as_: As) -> None:
    name = "<b>الحسن 🌱</b> " + "x" * 150
    place = make_place(zora, name)
    page = as_(zora).get(f"/aanbieders/plekken/{place.pk}/").content.decode()
    assert "<b>الحسن" not in page and "&lt;b&gt;الحسن 🌱" in page
