"""Who is casusregisseur is never unknown: one at a time, earlier ones stay, and nobody is told of loudly."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.casefile.models import Case, Phase
from cases.people.actions import ParticipantData, add_participant, leave
from cases.people.directing import director_of, name_director, without_director
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.cases.at_once import all_at_once
from tests.factories import make_case

DAY = date(2026, 11, 23)
NOBODY = "nog geen casusregisseur"


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra)


def somebody(by: Person, case: Case, name: str = "Jolanda Smit", role: str = "gi") -> Participant:
    return add_participant(by=by, case=case, data=ParticipantData(name, role, organisation="JB Noord"))


def people(case: Case) -> str:
    return reverse("cases:people", args=[case.number])


def test_attention_on_every_page_until_somebody_is_named(petra, as_, case) -> None:
    jolanda, browser = somebody(petra, case), as_(petra)
    assert NOBODY in browser.get(reverse("cases:timeline", args=[case.number])).content.decode()
    assert "Aanwijzen" in browser.get(people(case)).content.decode()
    page = browser.post(reverse("cases:director", args=[case.number]), {"wie": jolanda.pk}, follow=True)
    assert NOBODY not in page.content.decode() and "Casusregisseur:" in page.content.decode()
    assert director_of(case).name == "Jolanda Smit"
    assert AuditEvent.objects.filter(event="people.director_named").count() == 1


@pytest.mark.parametrize("phase", [Phase.TRIAGE, Phase.CLOSED, Phase.DECLINED])
def test_no_attention_for_what_does_not_run(petra, as_, phase: Phase) -> None:
    case = make_case(petra, phase=phase)
    assert NOBODY not in as_(petra).get(people(case)).content.decode()
    assert not without_director(petra, DAY).exists()


def test_the_one_before_stays_as_earlier_and_keeps_the_other_role(petra, as_, case) -> None:
    jolanda, mark = somebody(petra, case), somebody(petra, case, "Mark de Wit", "lokaal_team")
    for one in (mark, jolanda, jolanda):
        name_director(by=petra, case=case, participant=one)
    assert director_of(case).name == "Jolanda Smit"
    before = case.participants.get(role="casusregisseur", name="Mark de Wit")
    assert before.ended_on is not None and mark in case.participants.current()
    assert "Casusregisseur tot" in as_(petra).get(people(case)).content.decode()
    history = as_(petra).get(reverse("cases:history", args=[case.number])).content.decode()
    assert "zette ‘Mark de Wit, casusregisseur’ bij de mensen" in history
    name_director(by=petra, case=case, participant=mark)
    assert case.participants.filter(role="casusregisseur").count() == 3, (
        "who comes back is written down again"
    )


def test_one_at_a_time_says_the_database(petra, case) -> None:
    name_director(by=petra, case=case, participant=somebody(petra, case))
    with pytest.raises(IntegrityError), transaction.atomic():
        Participant.objects.create(case=case, name="Mark", role="casusregisseur")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_name_somebody_at_the_same_moment(petra, case) -> None:
    both = [somebody(petra, case), somebody(petra, case, "Mark", "lokaal_team")]
    all_at_once(lambda turn: name_director(by=petra, case=case, participant=both[turn]), 2)
    assert case.participants.directing().count() == 1


def test_a_new_person_takes_over_only_when_it_is_said(petra, as_, case) -> None:
    name_director(by=petra, case=case, participant=somebody(petra, case))
    address = reverse("cases:participant_add", args=[case.number])
    sent = {"name": "Mark de Wit", "role": "casusregisseur"}
    page = as_(petra).post(address, sent)
    assert page.status_code == 422 and "Jolanda Smit is nu casusregisseur" in page.content.decode()
    assert as_(petra).post(address, {**sent, "takes_over": "on"}).status_code == 302
    assert director_of(case).name == "Mark de Wit"


@pytest.mark.parametrize("wanted", ["", "abc", "0", "9" * 30, "٣"])
def test_nobody_chosen(petra, as_, case, wanted: str) -> None:
    page = as_(petra).post(reverse("cases:director", args=[case.number]), {"wie": wanted}, follow=True)
    assert "Kies eerst" in page.content.decode() and director_of(case) is None


def test_not_somebody_of_another_case_nor_the_young_person(petra, as_, case) -> None:
    stranger = somebody(petra, make_case(petra))
    child = Participant.objects.create(case=case, name="Ruben", role="jeugdige")
    for one in (stranger, child):
        as_(petra).post(reverse("cases:director", args=[case.number]), {"wie": one.pk})
    assert director_of(case) is None


def test_who_leaves_is_casusregisseur_no_more(petra, case) -> None:
    named = name_director(by=petra, case=case, participant=somebody(petra, case))
    leave(by=petra, participant=named, day=DAY)
    assert director_of(case) is None and not case.participants.current().exists()


def test_on_vandaag_until_then(petra, emre, as_, case) -> None:
    assert "Nog geen casusregisseur" in as_(petra).get("/").content.decode()
    assert list(without_director(petra, DAY)) == [case] and not without_director(emre, DAY).exists()
    name_director(by=petra, case=case, participant=somebody(petra, case))
    assert not without_director(petra, DAY).exists()


def test_the_list_asks_one_question(petra) -> None:
    for _ in range(30):
        make_case(petra)
    with CaptureQueriesContext(connection) as asked:
        names = [(str(one.young_person), one.referral.municipality) for one in without_director(petra, DAY)]
    assert (len(names), len(asked)) == (30, 1)
