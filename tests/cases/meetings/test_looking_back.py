"""Three questions on everyone's own screen; the answers are seen together, without names."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.meetings.attending import mark_guest, mark_member
from cases.meetings.checkout import LookingBack, look_back, looked_back
from cases.meetings.inviting import invite_guest
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.talk import mark_discussed
from cases.meetings.talk_models import CheckOut
from cases.people.actions import change_participant, given
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.post import deliver

As = Callable[[Person], Client]
ANSWER = {"heard": "ja", "about": "deels", "words": "Eerder beginnen"}


@pytest.fixture
def held(petra: Person, meeting: Meeting, item: AgendaItem, anja: Participant) -> AgendaItem:
    """Petra, Emre and Anja were there, and the case was discussed."""
    for attendee in meeting.attendees.all():
        mark_member(by=petra, attendee=attendee, there="ja")
    mark_guest(by=petra, guest=invite_guest(by=petra, item=item, participant=anja, mail=False), there="ja")
    mark_discussed(by=petra, item=item)
    item.refresh_from_db()
    return item


def address(item: AgendaItem) -> str:
    return f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/"


def link_in_mail() -> str:
    [message] = deliver()
    return "/" + next(word for word in str(message.body).split() if "/antwoord/" in word).split("/", 3)[3]


def test_a_member_answers_once_and_may_change_it(as_: As, emre: Person, held: AgendaItem) -> None:
    client = as_(emre)
    for words in ("Eerder beginnen", "Korter"):
        assert client.post(f"{address(held)}terugblik/", {**ANSWER, "words": words}).status_code == 302
    assert CheckOut.objects.get().words == "Korter"


def test_who_was_not_there_is_not_asked(as_: As, carla: Person, held: AgendaItem) -> None:
    assert as_(carla).get(f"{address(held)}terugblik/").status_code == 403


def test_a_guest_answers_with_a_link_once(client: Client, held: AgendaItem) -> None:
    link = link_in_mail()
    page = client.get(link).content.decode()
    assert "Ruben" not in page and held.case.number not in page
    assert "Dank je wel" in client.post(link, ANSWER).content.decode()
    client.post(link, {**ANSWER, "heard": "nee"})
    assert CheckOut.objects.get().heard == "ja"


def test_a_link_to_a_wrong_address_closes_with_the_correction(
    client: Client, petra: Person, held: AgendaItem, anja: Participant
) -> None:
    link = link_in_mail()
    data = given(anja)
    change_participant(
        by=petra, participant=anja, data=type(data)(**{**vars(data), "email": "goed@thuis.test"})
    )
    assert client.get(link).status_code == 410


def test_an_answer_is_asked_for(client: Client, held: AgendaItem) -> None:
    assert client.post(link_in_mail(), {"words": "Niets gekozen"}).status_code == 422


def test_together_and_without_names(
    as_: As, petra: Person, emre: Person, carla: Person, held: AgendaItem
) -> None:
    look_back(by=emre, item=held, answer=LookingBack("ja", "deels", "Zo mooi"))
    look_back(by=petra, item=held, answer=LookingBack("ja", "ja", "Anders zitten"))
    found = looked_back(held)
    assert found and [one.sentence for one in found.tallies] == ["2 keer ja", "1 keer ja, 1 keer deels"]
    assert found.words == ["Anders zitten", "Zo mooi"]
    assert "1 keer ja, 1 keer deels" in as_(petra).get(address(held)).content.decode().lower()
    assert "Zo mooi" not in as_(carla).get(address(held)).content.decode(), "only who leads sees it"
