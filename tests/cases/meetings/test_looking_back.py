"""Three questions on everyone's own screen; the answers are seen together, without names."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from cases.meetings.attending import mark_guest, mark_member
from cases.meetings.checkout import FEWEST, LookingBack, TooLate, look_back, looked_back, showable
from cases.meetings.inviting import invite_guest
from cases.meetings.minutes import content_of
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.talk import LINK_DAYS, mark_discussed
from cases.meetings.talk_models import CheckOut
from cases.people.actions import change_participant, given
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team
from tests.cast import make_person
from tests.post import deliver

As = Callable[[Person], Client]
ANSWER = {"heard": "ja", "about": "deels", "words": "Eerder beginnen"}
SIX = ("Aukje", "Bo", "Chris", "Door", "Eef", "Fenna")


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


@pytest.fixture
def six(held: AgendaItem, groningen: Team) -> list[Person]:
    """Six more of the team who were there: with Petra, Emre and Anja nine are asked."""
    people = [make_person(groningen, f"{name} de Vries", Role.COORDINATOR) for name in SIX]
    for one in people:
        held.presences.create(case=held.case, user=one.user, minutes=60)
    return people


def test_together_and_without_names_from_three_on(
    as_: As, petra: Person, emre: Person, carla: Person, held: AgendaItem, six: list[Person]
) -> None:
    look_back(by=emre, item=held, answer=LookingBack("ja", "deels", "Zo mooi"))
    look_back(by=petra, item=held, answer=LookingBack("ja", "ja", "Anders zitten"))
    early = as_(petra).get(address(held)).content.decode()
    assert "2 antwoorden wachten nog" in early and "Zo mooi" not in early and "keer ja" not in early.lower()
    look_back(by=six[0], item=held, answer=LookingBack("nee", "ja", ""))
    found = looked_back(held)
    assert found and [one.sentence for one in found.tallies] == [
        "2 keer ja, 1 keer nee",
        "2 keer ja, 1 keer deels",
    ]
    assert found.words == ["Anders zitten", "Zo mooi"]
    assert "2 keer ja, 1 keer deels" in as_(petra).get(address(held)).content.decode().lower()
    assert "Zo mooi" not in as_(carla).get(address(held)).content.decode(), "only who leads sees it"


def test_one_more_answer_is_not_shown_alone(petra: Person, held: AgendaItem, six: list[Person]) -> None:
    for one in six[:3]:
        look_back(by=one, item=held, answer=LookingBack("ja", "ja"))
    before = looked_back(held)
    look_back(by=petra, item=held, answer=LookingBack("nee", "nee", "Het was mijn eigen woord"))
    after = looked_back(held)
    assert before and after and before.tallies == after.tallies and before.words == after.words
    assert (after.shown, after.waiting) == (3, 1)


def test_what_is_shown_changes_no_more(as_: As, held: AgendaItem, six: list[Person]) -> None:
    client = as_(six[0])
    for one in six[:2]:
        look_back(by=one, item=held, answer=LookingBack("ja", "ja"))
    assert "Antwoord wijzigen" in client.get(address(held)).content.decode()
    look_back(by=six[2], item=held, answer=LookingBack("ja", "ja"))
    assert "Antwoord wijzigen" not in client.get(address(held)).content.decode()
    said = client.post(f"{address(held)}terugblik/", {**ANSWER, "heard": "nee"}, follow=True).content.decode()
    assert "Je kunt dit niet meer wijzigen" in said
    assert not CheckOut.objects.filter(heard="nee").exists()
    with pytest.raises(TooLate):
        look_back(by=six[1], item=held, answer=LookingBack("nee", "nee"))


def test_after_a_week_nobody_answers_any_more(
    petra: Person, held: AgendaItem, six: list[Person], clock: time_machine.Traveller
) -> None:
    for one in six[:5]:
        look_back(by=one, item=held, answer=LookingBack("ja", "ja"))
    clock.shift(timedelta(days=LINK_DAYS, seconds=1))
    found = looked_back(held)
    assert found and (found.shown, found.waiting) == (3, 2)
    with pytest.raises(TooLate):
        look_back(by=petra, item=held, answer=LookingBack("ja", "ja"))


@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize("asked", range(25))
def test_never_fewer_than_three_come_at_once(asked: int, over: bool) -> None:
    """Whoever looks after every answer sees nothing, or three or more new ones; and all of them when all answered."""
    seen = 0
    for answered in range(asked + 1):
        shown = showable(answered, asked, over=False)
        assert shown <= answered and (shown == seen or shown - seen >= FEWEST)
        seen = shown
        after = showable(answered, asked, over=True)
        assert after == shown or after - shown >= FEWEST
    assert seen == (asked if asked >= FEWEST else 0)


def test_it_is_said_before_people_answer(as_: As, client: Client, emre: Person, held: AgendaItem) -> None:
    for page in (as_(emre).get(f"{address(held)}terugblik/"), client.get(link_in_mail())):
        assert "pas als er minstens drie zijn" in page.content.decode()


def test_the_minutes_hold_no_answer(petra: Person, held: AgendaItem, six: list[Person]) -> None:
    for one in six:
        look_back(by=one, item=held, answer=LookingBack("ja", "ja", "Stond dit maar nergens"))
    assert "Stond dit maar nergens" not in str(content_of(held))
