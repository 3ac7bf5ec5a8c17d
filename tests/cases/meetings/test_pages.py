"""The pages: planning, the agenda, attendance, the conversation; also when something is typed wrong."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.meetings.agenda import put_on_agenda
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.notes import save_notes
from cases.meetings.planning import MeetingData, plan_meeting
from cases.people.models import Participant
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .conftest import HOURS, THURSDAY

As = Callable[[Person], Client]


def typed(**other: Any) -> dict[str, Any]:
    return {"day": "26-11-2026", "begins": "13:00", "ends": "16.00", "place": "De Boei", **other}


def said(answer: Any) -> str:
    return str(answer.content.decode())


def test_planning(as_: As, petra: Person, emre: Person) -> None:
    token = "6a1c8b8e-0d8b-4a5e-9c0b-1d2f3a4b5c6d"
    data = typed(chair=emre.user.pk, members=[petra.user.pk], form_token=token)
    client = as_(petra)
    first, second = (client.post("/bijeenkomsten/nieuw/", data) for _ in range(2))
    meeting = Meeting.objects.get()
    assert first["Location"] == second["Location"] == f"/bijeenkomsten/{meeting.pk}/"
    assert (meeting.starts_at, meeting.ends_at) == (THURSDAY, THURSDAY + HOURS)
    assert {one.user for one in meeting.attendees.all()} == {petra.user, emre.user}, "the chair comes too"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"day": "31-2-2026"}, ""),
        ({"day": "1-11-2026"}, "Deze dag is voorbij."),
        ({"day": "1-11-2036"}, "meer dan twee jaar vooruit"),
        ({"ends": "12:00"}, "eindigt voor zij begint"),
        ({"begins": "half twee"}, "Schrijf de tijd als 13:00."),
        ({"link": "http://onveilig.test/x"}, "die met https:// begint"),
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"members": ["'; DROP TABLE"]}, ""),
        ({"place": "x" * 201}, ""),
    ],
)
def test_typed_wrong(as_: As, petra: Person, wrong: dict[str, Any], sentence: str) -> None:
    answer = as_(petra).post("/bijeenkomsten/nieuw/", typed(**wrong))
    assert answer.status_code == 422 and sentence in said(answer) and not Meeting.objects.exists()


def test_the_secretary_plans_but_reads_no_conversation(
    as_: As, sietske: Person, meeting: Meeting, item: AgendaItem
) -> None:
    client = as_(sietske)
    assert "Ruben Oosterhuis" in said(client.get(f"/bijeenkomsten/{meeting.pk}/"))
    assert (
        client.get(f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/voorbereiden/").status_code == 200
    )
    assert client.get(f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/").status_code == 403


@pytest.mark.parametrize("number", ["", "9999-999", "'; DROP TABLE cases_case; --", "🙂", "x" * 300])
def test_a_case_that_is_not_there(as_: As, petra: Person, meeting: Meeting, number: str) -> None:
    answer = as_(petra).post(f"/bijeenkomsten/{meeting.pk}/agenda/", {"number": number, "minutes": "60"})
    assert answer.status_code == 422 and not AgendaItem.objects.exists()


def test_chosen_from_the_list(as_: As, petra: Person, meeting: Meeting, case: Case) -> None:
    data = {"number": f"{case.number} Ruben Oosterhuis", "minutes": "45"}
    assert as_(petra).post(f"/bijeenkomsten/{meeting.pk}/agenda/", data).status_code == 302
    assert case.agenda_items.get().minutes == 45


def test_on_another_agenda_says_which(as_: As, petra: Person, item: AgendaItem, next_week: Meeting) -> None:
    data = {"number": item.case.number, "minutes": "60"}
    answer = said(as_(petra).post(f"/bijeenkomsten/{next_week.pk}/agenda/", data))
    assert "Deze casus staat al op de agenda van 26 november 2026. Verplaats hem daar." in answer


def test_a_case_of_another_is_only_a_place(as_: As, petra: Person, emre: Person, meeting: Meeting) -> None:
    put_on_agenda(by=petra, meeting=meeting, case=make_case(petra, consent=False, last_name="Geheimstra"))
    page = said(as_(emre).get(f"/bijeenkomsten/{meeting.pk}/"))
    assert "Een casus die niet voor jou open staat" in page and "Geheimstra" not in page


def test_another_team_knows_nothing(as_: As, fokke: Person, meeting: Meeting) -> None:
    for page in ("", "bijeenkomst.ics"):
        assert as_(fokke).get(f"/bijeenkomsten/{meeting.pk}/{page}").status_code == 404
    assert "De Boei" not in said(as_(fokke).get("/bijeenkomsten/"))


def test_here_in_one_tap(as_: As, emre: Person, meeting: Meeting) -> None:
    attendee = meeting.attendees.get(user=emre.user)
    address = f"/bijeenkomsten/{meeting.pk}/aanwezig/{attendee.pk}/"
    row = as_(emre).post(address, {"there": "ja"}, headers={"HX-Request": "true"})
    attendee.refresh_from_db()
    assert (
        attendee.there == "ja" and said(row).lstrip().startswith("<li") and 'aria-pressed="true"' in said(row)
    )
    assert as_(emre).post(address, {"there": "misschien"}).status_code == 302
    attendee.refresh_from_db()
    assert attendee.there == "ja"


def test_only_who_leads_writes(as_: As, zora: Person, carla: Person, item: AgendaItem) -> None:
    address = f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/notities/"
    assert as_(carla).post(address, {"notes": "Anders", "version": "0"}).status_code == 403
    refused = AuditEvent.objects.filter(event="access.refused", user=carla.user, case_number=item.case.number)
    assert refused.exists()


def test_an_agreement_in_one_line(as_: As, emre: Person, item: AgendaItem) -> None:
    address = f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/afspraak/"
    assert as_(emre).post(address, {"line": "Gea belt school, vrijdag"}).status_code == 302
    assert item.agreed.get().action == Action.objects.get(text="Belt school")
    assert as_(emre).post(address, {"line": ""}).status_code == 422


def test_odd_names_stand_on_the_page(as_: As, petra: Person, item: AgendaItem) -> None:
    names = ["ن" * 200, "<script>alert(1)</script>", "Ωmega 🙂"]
    for name in names:
        someone = Participant.objects.create(case=item.case, name=name, role="ouder")
        as_(petra).post(
            f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/uitnodigen/", {"participant": someone.pk}
        )
    save_notes(by=petra, item=item, notes=names[1], base="", version=0)
    page = said(as_(petra).get(f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/"))
    assert names[0] in page and names[1] not in page


def test_as_many_questions_for_four_cases_as_for_one(as_: As, petra: Person, meeting: Meeting) -> None:
    client, counts = as_(petra), []
    for _ in range(4):
        put_on_agenda(by=petra, meeting=meeting, case=make_case(petra), minutes=20)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/bijeenkomsten/{meeting.pk}/")
        counts.append(len(asked))
    assert len(set(counts)) == 1, counts


def test_as_many_questions_for_thirty_meetings_as_for_one(as_: As, petra: Person) -> None:
    client, counts = as_(petra), []
    for count in (1, 29):
        for _ in range(count):
            plan_meeting(by=petra, data=MeetingData(THURSDAY, THURSDAY + HOURS))
        with CaptureQueriesContext(connection) as asked:
            client.get("/bijeenkomsten/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_closing_asks_when_a_case_is_left(as_: As, emre: Person, meeting: Meeting, item: AgendaItem) -> None:
    client, address = as_(emre), f"/bijeenkomsten/{meeting.pk}/afronden/"
    page = said(client.post(address))
    meeting.refresh_from_db()
    assert "Eén casus is nog niet besproken" in page and meeting.is_planned
    assert client.post(address, {"toch": "1"}).status_code == 302
    meeting.refresh_from_db(), item.refresh_from_db()
    assert (meeting.state, item.state) == ("afgerond", "niet_besproken")


def test_calendar_files(as_: As, petra: Person, item: AgendaItem) -> None:
    for address in (
        f"/bijeenkomsten/{item.meeting_id}/bijeenkomst.ics",
        f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/bijeenkomst.ics",
    ):
        answer = as_(petra).get(address)
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer["Content-Disposition"] == 'attachment; filename="bijeenkomst.ics"'
        assert item.case.number not in said(answer) and "Ruben" not in said(answer)


def test_a_shorter_meeting_keeps_its_agenda(
    as_: As, petra: Person, meeting: Meeting, item: AgendaItem
) -> None:
    answer = as_(petra).post(f"/bijeenkomsten/{meeting.pk}/wijzigen/", typed(ends="13:30"))
    meeting.refresh_from_db()
    assert answer.status_code == 422 and "passen dan niet meer" in said(answer)
    assert meeting.ends_at == THURSDAY + HOURS


@pytest.mark.parametrize("typed_name", ["Oosterhuis", "ruben oost", "{}"])
def test_a_name_that_fits_one_case_is_enough(
    as_: As, petra: Person, meeting: Meeting, case: Case, typed_name: str
) -> None:
    make_case(petra, last_name="Zandstra")
    number = typed_name.format(case.number)
    as_(petra).post(f"/bijeenkomsten/{meeting.pk}/agenda/", {"number": number, "minutes": "60"})
    assert AgendaItem.objects.get().case == case


def test_a_name_that_fits_two_cases_says_to_choose(
    as_: As, petra: Person, meeting: Meeting, case: Case
) -> None:
    make_case(petra, last_name="Oosterhuis")
    answer = as_(petra).post(
        f"/bijeenkomsten/{meeting.pk}/agenda/", {"number": "Oosterhuis", "minutes": "60"}
    )
    assert answer.status_code == 422 and not AgendaItem.objects.exists()
