"""What is missing days before, on the meeting and on Vandaag, with the next step; and what an expert has to read."""

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.casefile.models import Case
from cases.meetings.agenda import put_on_agenda
from cases.meetings.daily import open_what_waited
from cases.meetings.inviting import invite_guest
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.readiness import lacks_of, with_checks
from cases.meetings.talk_models import Presence
from cases.meetings.today import to_look_back, to_prepare, to_read
from cases.people.models import Participant
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from tests.factories import allow_everything, make_case

As = Callable[[Person], Client]
TODAY = date(2026, 11, 23)


def lacks(person: Person, item: AgendaItem) -> list[str]:
    [row] = with_checks(AgendaItem.objects.filter(pk=item.pk), timezone.localdate()).select_related("case")
    return [one.text for one in lacks_of(person, row)]


def test_everything_is_missing_of_a_new_case(petra: Person, meeting: Meeting) -> None:
    case = make_case(petra, consent=False, referral={"voice_young_person": ""})
    item = put_on_agenda(by=petra, meeting=meeting, case=case)
    assert lacks(petra, item) == [
        "Toestemming om te bespreken ontbreekt",
        "Wat de jongere zelf wil, staat er nog niet",
        "De tijdlijn is nog leeg",
        "Jongere en ouders zijn nog niet uitgenodigd",
    ]


def test_it_goes_away_when_it_is_done(
    as_: As, petra: Person, emre: Person, case: Case, item: AgendaItem, anja: Participant
) -> None:
    TimelineEvent.objects.create(case=case, text="Verhuisd", starts_on=date(2019, 5, 1))
    invite_guest(by=petra, item=item, participant=anja, mail=False)
    assert lacks(petra, item) == ["Nog niet iedereen heeft de casus gelezen"]
    as_(emre).get(f"/casussen/{case.number}/")
    assert lacks(petra, item) == [] and not to_prepare(petra, TODAY).exists()


def test_letting_the_experts_in_is_one_click(as_: As, petra: Person, case: Case, item: AgendaItem) -> None:
    case.grants.all().delete()
    assert "Een expert kan de casus nog niet lezen" in lacks(petra, item)
    as_(petra).post(f"/casussen/{case.number}/bijeenkomsten/{item.pk}/openen/")
    assert "Een expert kan de casus nog niet lezen" not in lacks(petra, item)


def test_vandaag_tells_the_one_who_plans(as_: As, petra: Person, sietske: Person, item: AgendaItem) -> None:
    for person in (petra, sietske):
        page = as_(person).get("/").content.decode()
        assert "Bijeenkomst voorbereiden" in page and "De tijdlijn is nog leeg" in page


def test_an_expert_reads_for_their_own_meeting(
    as_: As, petra: Person, emre: Person, item: AgendaItem, next_week: Meeting
) -> None:
    other = make_case(petra, last_name="Elders")
    put_on_agenda(by=petra, meeting=next_week, case=other)
    other.grants.create(user=emre.user, granted_by=petra.user)
    [row] = to_read(emre, TODAY)
    assert row == item and not row.was_read
    assert "nog lezen" in as_(emre).get("/").content.decode()
    as_(emre).get(f"/casussen/{item.case.number}/")
    assert to_read(emre, TODAY).get().was_read


def test_looking_back_waits_on_vandaag(as_: As, emre: Person, petra: Person, item: AgendaItem) -> None:
    item.state, item.discussed_at = "besproken", timezone.now()
    item.save()
    Presence.objects.create(case=item.case, item=item, user=emre.user, minutes=60)
    assert [row.item for row in to_look_back(emre, TODAY)] == [item]
    assert not to_look_back(petra, TODAY).exists()


def test_as_many_questions_for_eight_cases_as_for_one(
    as_: As, petra: Person, meeting: Meeting, next_week: Meeting
) -> None:
    client, counts = as_(petra), []
    for where in (meeting, next_week):
        for _ in range(4):
            put_on_agenda(by=petra, meeting=where, case=make_case(petra, consent=False), minutes=20)
        with CaptureQueriesContext(connection) as asked:
            client.get("/vandaag/voorbereiden/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_consent_that_came_later_opens_the_case(petra: Person, emre: Person, meeting: Meeting) -> None:
    case = make_case(petra, consent=False)
    put_on_agenda(by=petra, meeting=meeting, case=case)
    assert open_what_waited(TODAY) == 0 and not case.grants.exists()
    allow_everything(petra, case)
    assert (open_what_waited(TODAY), open_what_waited(TODAY)) == (1, 0)
    assert case.grants.get(ended_at=None).user == emre.user
