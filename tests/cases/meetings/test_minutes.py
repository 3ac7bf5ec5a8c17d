"""Minutes make themselves when the meeting closes: one file per case, frozen, for who may read that case."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.meetings.agenda import put_on_agenda
from cases.meetings.attending import Table, mark_member, set_table
from cases.meetings.closing import close_meeting
from cases.meetings.models import AgendaItem, ItemState, Meeting
from cases.meetings.notes import save_notes
from cases.meetings.talk import agree_action, mark_discussed
from cases.meetings.talk_models import CaseMinutes
from cases.meetings.tasks import make, make_case_minutes
from cases.steering.actions import ActionData, change_action, known
from expertteam.access.person import Person
from expertteam.jobs.models import JobStatus
from expertteam.jobs.runner import run
from tests.factories import make_case

As = Callable[[Person], Client]


@pytest.fixture
def minutes(petra: Person, meeting: Meeting, item: AgendaItem) -> CaseMinutes:
    """The meeting was held and closed; the file is not made yet."""
    for attendee in meeting.attendees.all():
        mark_member(by=petra, attendee=attendee, there="ja")
    set_table(by=petra, item=item, table=Table("alleen_ouders", "Ruben sliep nog", "Oma Trijn"))
    save_notes(by=petra, item=item, notes="Eerst rust. <b>Dan</b> school 🙂", base="", version=0)
    agree_action(by=petra, item=item, data=ActionData("Belt school", "Gea Bos"))
    mark_discussed(by=petra, item=item)
    close_meeting(by=petra, meeting=meeting)
    return CaseMinutes.objects.get(item=item)


def test_they_say_what_happened(minutes: CaseMinutes) -> None:
    said = minutes.content
    assert said["members"] == ["Emre Kaya", "Petra Nijboer"] and said["took"] == "60 minuten"
    assert said["table"] == (
        "De ouders zaten aan tafel, de jongere niet. Waarom niet: Ruben sliep nog. "
        "Het woord voor hen deed Oma Trijn."
    )
    assert said["actions"] == [{"who": "Gea Bos", "what": "Belt school", "when": "geen dag afgesproken"}]


def test_what_changes_later_changes_nothing(petra: Person, minutes: CaseMinutes) -> None:
    before = minutes.content
    action = minutes.item.agreed.get().action
    change_action(by=petra, action=action, data=ActionData(**{**vars(known(action)), "text": "Belt niet"}))
    minutes.refresh_from_db()
    assert minutes.content == before


def test_the_file_is_made_once(minutes: CaseMinutes) -> None:
    for _ in range(2):
        run(make_case_minutes, CaseMinutes, minutes.pk, make)
    minutes.refresh_from_db()
    assert minutes.status == JobStatus.DONE and bytes(minutes.pdf or b"").startswith(b"%PDF-")


def test_closing_twice_makes_one(petra: Person, meeting: Meeting, minutes: CaseMinutes) -> None:
    assert not close_meeting(by=petra, meeting=meeting) and CaseMinutes.objects.count() == 1


def test_what_was_not_reached_is_free_again(petra: Person, emre: Person, meeting: Meeting) -> None:
    item = put_on_agenda(by=petra, meeting=meeting, case=make_case(petra))
    assert item.case.grants.filter(ended_at=None).exists()
    close_meeting(by=petra, meeting=meeting)
    item.refresh_from_db()
    assert item.state == ItemState.LEFT and not CaseMinutes.objects.exists()
    assert not item.case.grants.filter(ended_at=None).exists()


def test_who_reads_what(
    as_: As, minutes: CaseMinutes, petra: Person, emre: Person, carla: Person, sietske: Person, fokke: Person
) -> None:
    run(make_case_minutes, CaseMinutes, minutes.pk, make)
    address = f"/casussen/{minutes.case.number}/bijeenkomsten/{minutes.item_id}/verslag/"
    for person, status in ((petra, 200), (emre, 200), (carla, 200), (sietske, 403), (fokke, 404)):
        assert as_(person).get(address).status_code == status
        assert as_(person).get(f"{address}pdf/").status_code == status
    page = as_(petra).get(address).content.decode()
    assert "Eerst rust. &lt;b&gt;Dan&lt;/b&gt; school 🙂" in page


def test_minutes_of_another_case_are_not_there(as_: As, petra: Person, minutes: CaseMinutes) -> None:
    other = make_case(petra)
    for page in ("", "verslag/", "verslag/pdf/", "terugblik/"):
        address = f"/casussen/{other.number}/bijeenkomsten/{minutes.item_id}/{page}"
        assert as_(petra).get(address).status_code == 404
