"""The journal: written in two seconds, corrected by who wrote it, drafts that are not lost."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.process.journal import EntryData, NotYours, add_entry, correct_entry
from cases.process.journal_models import JournalDraft, JournalEntry
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/journaal/{rest}"


def note(text: str = "School gebeld", **more: object) -> dict:
    return {"text": text, "kind": "bellen", "form_token": str(uuid4()), **more}


def test_from_any_page_and_back_there(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    here = f"/casussen/{case.number}/mensen/"
    page = client.get(here).content.decode()
    assert "data-note" in page and f'name="terug" value="{here}"' in page
    given = note("Gebeld 🚲", minutes="15", terug=here)
    for _ in range(2):
        answer = client.post(address(case, "nieuw/"), given)
    assert answer["Location"] == here
    entry = JournalEntry.objects.get()
    assert (entry.text, entry.kind, entry.minutes, entry.author) == ("Gebeld 🚲", "bellen", 15, petra.user)
    assert timezone.now() - entry.at < timedelta(minutes=1)
    page = client.get(here).content.decode()
    assert "Het staat in het journaal" in page and f'data-autosave-forget="noteer-{case.number}-' in page
    assert "data-autosave-forget" not in client.get(here).content.decode()
    assert AuditEvent.objects.filter(event="journal.added").count() == 1


@pytest.mark.parametrize(
    "back",
    [
        "//kwaad.example/",
        "https://kwaad.example",
        "/casussen/9999-001/",
        "/casussen/{n}/\\x",
        "/casussen/{n}//x",
        "",
    ],
)
def test_back_goes_nowhere_else(back: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "nieuw/"), note(terug=back.replace("{n}", case.number)))
    assert answer["Location"] == address(case)


def test_with_a_script_the_page_stays(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    answer = client.post(address(case, "nieuw/"), note(), headers={"X-Note": "1"})
    assert answer.status_code == 200 and answer.json()["said"].startswith("Genoteerd om")
    wrong = client.post(address(case, "nieuw/"), note(minutes="veel"), headers={"X-Note": "1"})
    assert wrong.status_code == 422 and list(wrong.json()["errors"]) == ["minutes"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"text": " "}, "text"), ({"text": "x" * 4001}, "text"), ({"kind": "duif"}, "kind"), ({"minutes": "0"}, "minutes"),
     ({"minutes": "1441"}, "minutes"), ({"day": "1-1-2100"}, "day")],
)  # fmt: skip
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(
        address(case, "nieuw/"), note(**wrong) if "text" not in wrong else {**note(), **wrong}
    )
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert not JournalEntry.objects.exists()


def test_another_day(petra: Person, as_: As) -> None:
    case = make_case(petra)
    as_(petra).post(address(case, "nieuw/"), note(day="gisteren"))
    at = timezone.localtime(JournalEntry.objects.get().at)
    assert (timezone.localdate() - at.date()).days == 1 and at.hour == 12


def test_who_may_write(petra: Person, emre: Person, sietske: Person, zora: Person, as_: As) -> None:
    case = make_case(petra)
    assert as_(emre).post(address(case, "nieuw/"), note()).status_code == 403
    grant_case(by=petra, case=case, user=emre.user)
    for person in (emre, sietske):
        as_(person).post(address(case, "nieuw/"), note(f"Van {person}"))
    assert as_(zora).get(address(case)).status_code == 403
    page = as_(petra).get(address(case)).content.decode()
    assert "Van Emre Kaya" in page and "Van Sietske Bos" in page


def test_a_draft_is_kept_and_goes_when_it_is_saved(petra: Person, sietske: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    given = note("Half geschr")
    assert "saved_at" in client.post(address(case, "concept/"), given).json()
    page = client.get(f"/casussen/{case.number}/").content.decode()
    assert "Half geschr" in page and given["form_token"] in page
    assert "Half geschr" not in as_(sietske).get(f"/casussen/{case.number}/").content.decode()
    client.post(address(case, "nieuw/"), {**given, "text": "Helemaal geschreven"})
    assert not JournalDraft.objects.exists()
    client.post(address(case, "concept/"), {**given, "text": "Helemaal geschreven"})
    assert not JournalDraft.objects.exists(), "what arrives late is not brought back"


def test_an_emptied_draft_is_no_draft(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "concept/"), note("Iets"))
    client.post(address(case, "concept/"), note("  "))
    assert not JournalDraft.objects.exists()
    assert client.post(address(case, "concept/"), note("x" * 9000)).status_code == 413


def test_two_tabs_with_the_same_draft_lose_nothing(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    first = note("Uit het ene tabblad")
    client.post(address(case, "nieuw/"), first)
    client.post(address(case, "nieuw/"), {**first, "text": "Uit het andere tabblad"})
    assert set(JournalEntry.objects.values_list("text", flat=True)) == {
        "Uit het ene tabblad",
        "Uit het andere tabblad",
    }


def test_only_who_wrote_it_corrects_it_and_what_stood_there_stays(
    petra: Person, sietske: Person, as_: As
) -> None:
    case = make_case(petra)
    entry = add_entry(by=petra, case=case, kind="bellen", text="Moeder gebeld", minutes=10)
    page = (
        as_(petra)
        .post(
            address(case, f"{entry.pk}/"),
            {"text": "Vader gebeld", "kind": "mail", "minutes": "20"},
            follow=True,
        )
        .content.decode()
    )
    assert "Vader gebeld" in page and "verbeterd" in page
    before = as_(sietske).get(address(case, f"{entry.pk}/")).content.decode()
    assert "Moeder gebeld" in before and "Alleen Petra Nijboer" in before
    as_(sietske).post(address(case, f"{entry.pk}/"), {"text": "Niemand gebeld", "kind": "bellen"})
    with pytest.raises(NotYours):
        correct_entry(by=sietske, entry=entry, data=EntryData("bellen", "Niemand", None, entry.at))
    entry.refresh_from_db()
    assert (entry.text, entry.kind, entry.minutes) == ("Vader gebeld", "mail", 20)


def test_correcting_the_text_leaves_the_moment(petra: Person, as_: As) -> None:
    case = make_case(petra)
    entry = add_entry(
        by=petra, case=case, kind="bellen", text="Moeder gebeld", at=timezone.now() - timedelta(days=3)
    )
    day = timezone.localdate(entry.at)
    given = {"text": "Moeder gebeld.", "kind": "bellen", "day": f"{day.day}-{day.month}-{day.year}"}
    as_(petra).post(address(case, f"{entry.pk}/"), given)
    changed = JournalEntry.objects.get()
    assert changed.text == "Moeder gebeld." and changed.at == entry.at


def test_one_kind_and_pages(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for number in range(31):
        add_entry(by=petra, case=case, kind="mail", text=f"Mail nummer {number}.")
    add_entry(by=petra, case=case, kind="bellen", text="Gebeld.")
    page = client.get(address(case), {"soort": "mail"}).content.decode()
    assert "Gebeld." not in page and "Mail nummer 30." in page and "Mail nummer 0." not in page
    assert "Mail nummer 0." in client.get(address(case), {"soort": "mail", "pagina": 2}).content.decode()
    assert "Gebeld." in client.get(address(case), {"soort": "zomaar"}).content.decode()
    assert "staat er nog niets" in client.get(address(case), {"soort": "gesprek"}).content.decode()


def test_an_empty_journal_says_how_to_begin(petra: Person, as_: As) -> None:
    assert "toets F2" in as_(petra).get(address(make_case(petra))).content.decode()


@pytest.mark.parametrize("wrong", [{"text": ""}, {"kind": "duif"}, {"minutes": 0}, {"minutes": 1441}])
def test_the_database_refuses(wrong: dict, petra: Person) -> None:
    case = make_case(petra)
    with pytest.raises(IntegrityError), transaction.atomic():
        JournalEntry.objects.create(**{"case": case, "text": "Bel", "author": petra.user, **wrong})


def test_the_history_tells_it(petra: Person, as_: As) -> None:
    case = make_case(petra)
    add_entry(by=petra, case=case, kind="bellen", text="School gebeld")
    page = as_(petra).get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "schreef in het journaal: ‘School gebeld’" in page


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    add_entry(by=petra, case=case, kind="bellen", text="Gebeld")
    client.get(address(case))
    with CaptureQueriesContext(connection) as one:
        client.get(address(case))
    for number in range(29):
        add_entry(by=petra, case=case, kind="bellen", text=f"Gebeld {number}")
    with CaptureQueriesContext(connection) as thirty:
        client.get(address(case))
    assert len(one) == len(thirty)
