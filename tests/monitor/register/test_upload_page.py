"""The page where a register comes in: what is read is shown, what is wrong is named, nothing is written."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.models import JobStatus
from monitor.register.models import RegisterImport
from tests.monitor.pages import text
from tests.monitor.register.books import GOOD, NAMES, workbook
from tests.monitor.registers import as_upload, upload

As = Callable[[Person], Client]
PAGE = "/monitor/register/"


def send(client: Client, file: Any) -> Any:
    return client.post(PAGE, {"workbook": file} if file else {})


def test_the_first_visit_says_how_to_begin(carla: Person, as_: As) -> None:
    page = text(as_(carla).get(PAGE))
    assert "Hier is nog niets ingelezen" in page
    assert "Pas als jij akkoord geeft" in page


def test_a_sound_register_waits_for_agreement(carla: Person, as_: As) -> None:
    response = send(as_(carla), upload("register-2024.xlsx"))
    job = RegisterImport.objects.get()
    assert response["Location"] == f"{PAGE}{job.token}/"
    assert (job.status, job.team, job.summary["rows"]) == (JobStatus.PREPARED, carla.team, 31)
    assert bytes(job.workbook or b"").startswith(b"PK")
    assert Case.objects.count() == 0
    assert AuditEvent.objects.get(event="register.uploaded").details == {"rows": 31}


def test_every_mistake_is_named_by_its_place(carla: Person, as_: As) -> None:
    response = send(as_(carla), upload("register-met-fouten.xlsx"))
    page = text(response)
    assert response.status_code == 422
    assert "Er zijn 10 dingen die niet kloppen" in page
    for found in (
        "Rij 3 Geboortedatum cel E3 31-02-2010 31 februari bestaat niet.",
        "Rij 6 Geslacht cel F6 vrouwelijk? Dit antwoord kennen we niet. Bedoel je “Meisje”?",
        "Rij 7 Casusnummer cel A7 2024-001 Dit casusnummer staat ook in rij 2.",
        "Rij 12 Vraag in één zin cel L12 =cmd|' /C calc'!A0 Hier staat een formule.",
    ):
        assert found in page
    assert (RegisterImport.objects.count(), Case.objects.count()) == (0, 0)


def test_what_was_typed_is_shown_as_text_and_not_as_page(carla: Person, as_: As) -> None:
    row = {**GOOD, "Geslacht": "<script>alert(1)</script>"}
    page = send(as_(carla), as_upload(workbook(row))).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"geen werkmap, alleen tekst", "Dit is een ander soort bestand, geen Excel-werkmap."),
        (b"a;b;c;d\n1;2;3;4", "een tekstbestand (bijvoorbeeld csv)"),
        (b"", "Dit bestand is leeg. Kies de werkmap met het register."),
        (workbook(), "Onder de kolomnamen staat geen enkele casus."),
        (workbook(names=["Een", "Twee"]), "geen rij met de kolomnamen van een register"),
    ],
)
def test_what_is_no_register_gets_a_sensible_answer(carla: Person, as_: As, data: bytes, said: str) -> None:
    response = send(as_(carla), as_upload(data))
    assert response.status_code == 422
    assert said in text(response)
    assert RegisterImport.objects.count() == 0


def test_a_renamed_column_is_recognised_and_asked_back(carla: Person, as_: As) -> None:
    names = [name if name != "Geboortedatum" else "Geboren (jjjj)" for name in NAMES]
    page = text(send(as_(carla), as_upload(workbook(GOOD, names=names))))
    assert "De kolom “Geboortedatum” ontbreekt. Bedoel je de kolom “Geboren (jjjj)”?" in page.replace(
        "Verwacht: ", ""
    )


def test_no_file_is_said_at_the_field(carla: Person, as_: As) -> None:
    response = send(as_(carla), None)
    assert (response.status_code, "Kies eerst een bestand." in text(response)) == (422, True)


def test_a_file_that_is_too_large_is_refused(carla: Person, as_: As, settings: Any) -> None:
    settings.REGISTER_MAX_BYTES = 1024
    response = send(as_(carla), upload("register-2024.xlsx"))
    assert (response.status_code, "Dit bestand is te groot" in text(response)) == (422, True)


def test_a_file_with_very_many_mistakes_gives_a_page_one_can_read(carla: Person, as_: As) -> None:
    rows = [{**GOOD, "Casusnummer": f"2024-{number:03d}", "Geslacht": "?"} for number in range(1, 260)]
    page = text(send(as_(carla), as_upload(workbook(*rows))))
    assert "Er zijn 259 dingen die niet kloppen" in page
    assert page.count("Dit antwoord kennen we niet") == 200
    assert "En nog 59." in page


def test_the_list_asks_as_little_for_thirty_registers_as_for_one(carla: Person, as_: As) -> None:
    client = as_(carla)

    def queries(count: int) -> int:
        missing = count - RegisterImport.objects.count()
        RegisterImport.objects.bulk_create(
            RegisterImport(
                team=carla.team, requested_by=carla.user, summary={"rows": 3, "years": [[2024, 3]]}
            )
            for _ in range(missing)
        )
        with CaptureQueriesContext(connection) as asked:
            page = client.get(PAGE).content.decode()
        assert len(re.findall("3 casussen uit 2024", text_of(page))) == min(count, 20)
        return len(asked)

    client.get(PAGE)
    assert queries(1) == queries(30)


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_another_teams_registers_are_not_listed(carla: Person, wytse: Person, as_: As) -> None:
    send(as_(wytse), upload("register-2024.xlsx"))
    assert "Hier is nog niets ingelezen" in text(as_(carla).get(PAGE))
