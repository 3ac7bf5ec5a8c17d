"""What one sees before agreeing: numbers, differences, spellings, remarks."""

from collections.abc import Callable

from django.test import Client

from expertteam.access.person import Person
from monitor.register.actions import take_over
from monitor.register.intake import keep_for_agreement
from monitor.register.models import RegisterImport
from monitor.register.queries import MOST_SHOWN, read
from tests.monitor.pages import text
from tests.monitor.register.books import GOOD, workbook
from tests.monitor.registers import DATA, as_upload, register_of

As = Callable[[Person], Client]


def prepared(by: Person, data: bytes, name: str = "register.xlsx") -> RegisterImport:
    return keep_for_agreement(by=by, data=data, reading=read(data), name=name)


def preview(client: Client, job: RegisterImport) -> str:
    return text(client.get(f"/monitor/register/{job.token}/"))


def known(by: Person, data: bytes) -> None:
    """Take a register over, so that the team has its cases."""
    take_over(by=by, rows=read(data).rows)


def test_a_new_register_says_what_will_come(carla: Person, as_: As) -> None:
    client = as_(carla)
    response = client.post(
        "/monitor/register/", {"workbook": as_upload(register_of(4), "ons register.xlsx")}, follow=True
    )
    page = text(response)
    assert "4 casussen op blad ‘Registratie’ van ons register.xlsx: 4 uit 2022." in page
    assert "4 nieuw: komen erbij" in page
    assert "Er is nog niets overgenomen." in page
    assert page.count("Register overnemen") >= 2


def test_the_real_register_explains_how_it_was_read(carla: Person, as_: As) -> None:
    page = preview(as_(carla), prepared(carla, (DATA / "register-2024.xlsx").read_bytes()))
    assert "Verblijf ‘Vakantiehuisje met 1-op-1’ 3 keer Tijdelijke plek met één-op-één" in page
    assert "Doorstroom verblijf ‘N’ 3 keer Nee" in page
    assert "Casus 2024-020 noemt 2022-009 als eerdere casus." in page


def test_spellings_of_one_answer_stand_together(carla: Person, as_: As) -> None:
    rows = [
        {**GOOD, "Casusnummer": f"2024-{number:03d}", "Geslacht": typed}
        for number, typed in enumerate(["M", "M", "jongetje", "Meisje"], start=1)
    ]
    found = prepared(carla, workbook(*rows)).summary["understood"]
    boys = [one["typed"] for one in found if one["column"] == "Geslacht"]
    assert boys == [[{"text": "M", "count": 2}, {"text": "jongetje", "count": 1}]]


def test_the_same_register_again_has_nothing_to_agree_to(carla: Person, as_: As) -> None:
    known(carla, register_of(3))
    page = preview(as_(carla), prepared(carla, register_of(3)))
    assert "Dit register is al overgenomen" in page
    assert "Niet overnemen: bestand weggooien" in page
    assert page.count("Register overnemen") == 1, "the heading, and no button"


def test_a_difference_is_shown_with_both_sides_and_not_ticked(carla: Person, as_: As) -> None:
    known(carla, workbook(GOOD))
    changed = {**GOOD, "Gemeente": "Stadskanaal", "Uren inzet": 13.5}
    job = prepared(carla, workbook(changed))
    response = as_(carla).get(f"/monitor/register/{job.token}/")
    page = text(response)
    assert "Deze casus is er al, met andere inhoud" in page
    assert "2024-001 overschrijven 2 Gemeente Groningen Stadskanaal Uren inzet 12 13,5" in page
    assert 'name="overschrijven" value="2024-001"' in response.content.decode()
    assert "checked" not in response.content.decode()
    assert "Alle 1 overschrijven" not in page


def test_many_differences_can_be_ticked_at_once(carla: Person, as_: As) -> None:
    known(carla, register_of(5))
    rows = [{**GOOD, "Casusnummer": f"2022-{number:03d}"} for number in range(1, 6)]
    page = preview(as_(carla), prepared(carla, workbook(*rows)))
    assert "Alle 5 overschrijven" in page


def test_remarks_do_not_fill_the_page(carla: Person, as_: As) -> None:
    rows = [
        {**GOOD, "Casusnummer": f"2024-{number:03d}", "Heraanmelding": "Ja"}
        for number in range(1, MOST_SHOWN + 8)
    ]
    page = preview(as_(carla), prepared(carla, workbook(*rows)))
    assert page.count("het eerdere casusnummer ontbreekt") == MOST_SHOWN
    assert "En nog 7 van zulke opmerkingen." in page


def test_another_teams_register_is_not_there(carla: Person, wytse: Person, as_: As) -> None:
    job = prepared(carla, register_of(1))
    client = as_(wytse)
    for address in ("", "voortgang/"):
        assert client.get(f"/monitor/register/{job.token}/{address}").status_code == 404
    for address in ("overnemen/", "opnieuw/"):
        assert client.post(f"/monitor/register/{job.token}/{address}").status_code == 404
    client.post(f"/monitor/register/{job.token}/weg/")
    assert RegisterImport.objects.filter(pk=job.pk).exists()
