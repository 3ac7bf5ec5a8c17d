"""Hours of a case: written in one line, of oneself or of another, corrected."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.hours.models import HourEntry
from cases.hours.queries import band_of, in_words, total_of
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from monitor.indicators import HOUR_BANDS, HOURS
from tests.factories import make_case

As = Callable[[Person], Client]


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/uren/{rest}"


def line(text: str, **more: object) -> dict:
    return {"line": text, "form_token": str(uuid4()), **more}


def wrote(case: Case, person: Person, minutes: int = 60, day: date | None = None) -> HourEntry:
    return HourEntry.objects.create(
        case=case, user=person.user, minutes=minutes, day=day or date(2026, 3, 2), entered_by=person.user
    )


def test_one_line_is_enough(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    given = line("1,5 u gesprek met school", user=petra.user.pk)
    for _ in range(2):  # a double click
        page = client.post(address(case, "erbij/"), given, follow=True).content.decode()
    entry = HourEntry.objects.get()
    assert (entry.minutes, entry.day, entry.what) == (90, timezone.localdate(), "gesprek met school")
    assert "1,5 uur op" in page and "6-10" not in page and "0-5" in page
    assert total_of(case) == Decimal("1.50")


@pytest.mark.parametrize("typed", ["", "gebeld", "25 uur", "1u 31-2", f"1u {'x' * 250}"])
def test_a_line_that_says_nothing_stays(typed: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "erbij/"), line(typed, user=petra.user.pk))
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["line"]
    assert typed in answer.content.decode() and not HourEntry.objects.exists()


def test_nobody_works_more_than_a_day(petra: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    wrote(other, petra, 20 * 60, timezone.localdate())
    answer = as_(petra).post(address(case, "erbij/"), line("5 uur", user=petra.user.pk))
    assert answer.status_code == 422 and "staat al 20 uur" in answer.content.decode()
    assert HourEntry.objects.count() == 1


def test_the_database_itself_refuses_more_than_a_day(petra: Person, emre: Person) -> None:
    case, day = make_case(petra), date(2026, 3, 2)
    entry = wrote(case, petra, 1440, day)
    wrote(case, petra, 1, date(2026, 3, 3))
    wrote(case, emre, 1440, day)
    with pytest.raises(IntegrityError), transaction.atomic():
        wrote(case, petra, 1, day)
    for minutes in (0, 1441):
        with pytest.raises(IntegrityError), transaction.atomic():
            HourEntry.objects.filter(pk=entry.pk).update(minutes=minutes)
    HourEntry.objects.filter(pk=entry.pk).update(minutes=1440)


def test_the_procesregisseur_writes_for_others_and_nobody_else_does(
    petra: Person, emre: Person, sietske: Person, as_: As
) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    as_(petra).post(address(case, "erbij/"), line("2 uur", user=sietske.user.pk))
    as_(emre).post(address(case, "erbij/"), line("1 uur", user=sietske.user.pk))
    as_(sietske).post(address(case, "erbij/"), line("30 min"))
    found = {(one.user.name, one.minutes, one.entered_by.name) for one in HourEntry.objects.all()}
    assert found == {
        ("Sietske Bos", 120, "Petra Nijboer"), ("Emre Kaya", 60, "Emre Kaya"), ("Sietske Bos", 30, "Sietske Bos"),
    }  # fmt: skip
    page = as_(petra).get(address(case)).content.decode()
    assert "3,5 uur" in page and "2,5 uur" in page and "opgeschreven door Petra Nijboer" in page


def test_not_for_somebody_of_another_team(petra: Person, fokke: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "erbij/"), line("1 uur", user=fokke.user.pk))
    assert answer.status_code == 422 and not HourEntry.objects.exists()


def test_correcting_leaves_what_stood_there(petra: Person, emre: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    entry = wrote(case, petra)
    changed = {"minutes": "1u30", "day": "3-3-2026", "what": "Verslag"}
    client.post(address(case, f"{entry.pk}/"), changed)
    entry.refresh_from_db()
    assert (entry.minutes, entry.day, entry.what) == (90, date(2026, 3, 3), "Verslag")
    assert [row.minutes for row in entry.history.order_by("history_id")] == [60, 90]
    history = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "bij de uren van 1,5 uur op 3 maart 2026" in history
    client.post(address(case, f"{entry.pk}/weg/"))
    assert not HourEntry.objects.exists() and total_of(case) == 0
    events = list(AuditEvent.objects.filter(event__startswith="hours.").values_list("event", flat=True))
    assert events.count("hours.changed") == 1 and events.count("hours.removed") == 1


@pytest.mark.parametrize(
    "wrong", [{"minutes": "lang"}, {"minutes": "25 uur"}, {"day": "31-2-2026"}, {"day": "1-1-2100"}]
)
def test_a_correction_that_cannot_be(wrong: dict, petra: Person, as_: As) -> None:
    case = make_case(petra)
    entry = wrote(case, petra)
    answer = as_(petra).post(address(case, f"{entry.pk}/"), {"minutes": "1 u", "day": "2-3-2026", **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == list(wrong)


def test_nobody_changes_the_hours_of_another(petra: Person, emre: Person, as_: As) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    entry = wrote(case, petra)
    assert as_(emre).get(address(case, f"{entry.pk}/")).status_code == 403
    assert as_(emre).post(address(case, f"{entry.pk}/weg/")).status_code == 403
    assert (
        "Wijzigen"
        not in as_(emre)
        .get(address(case))
        .content.decode()
        .split("Wat er is opgeschreven")[1]
        .split("<tbody>")[1]
    )


def test_of_another_case(petra: Person, as_: As) -> None:
    entry = wrote(make_case(petra), petra)
    assert as_(petra).get(address(make_case(petra), f"{entry.pk}/")).status_code == 404


@pytest.mark.parametrize(
    "hours", ["0", "5", "5.01", "5.5", "10", "10.25", "15", "15.5", "20", "20.25", "300"]
)
def test_the_bands_are_those_of_the_monitor(hours: str, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {HOURS} FROM (SELECT %s::numeric AS hours) k", [hours])
        assert cursor.fetchone() == (band_of(Decimal(hours)),)
    assert band_of(Decimal(hours)) in HOUR_BANDS and band_of(None) == HOUR_BANDS[-1]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 min"),
        (45, "45 min"),
        (60, "1 uur"),
        (75, "1,25 uur"),
        (90, "1,5 uur"),
        (80, "1 uur 20 min"),
        (1440, "24 uur"),
    ],
)
def test_in_words(minutes: int, words: str) -> None:
    assert in_words(minutes) == words


def test_what_the_closing_counts_is_told_when_it_differs(petra: Person, as_: As) -> None:
    case = make_case(petra)
    wrote(case, petra, 90)
    assert "zodra de casus is afgesloten" in as_(petra).get(address(case)).content.decode()
    case.closure.hours = Decimal("12.50")
    case.closure.save()
    assert "De monitor telt 12,5 uur" in as_(petra).get(address(case)).content.decode()


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    wrote(case, petra)
    client.get(address(case))
    with CaptureQueriesContext(connection) as one:
        client.get(address(case))
    for number in range(29):
        wrote(case, petra, 10 + number)
    with CaptureQueriesContext(connection) as thirty:
        page = client.get(address(case)).content.decode()
    assert len(one) == len(thirty) and "38 min" in page
