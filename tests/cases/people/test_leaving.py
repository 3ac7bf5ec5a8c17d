"""Somebody who left stays as earlier, and counts no longer; who speaks for whom; two tabs."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from analysis.board.actions import analysis_of
from analysis.report.content import content_of
from analysis.report.models import Edition
from analysis.sharing.actions import record_answer
from analysis.sharing.queries import shared_of
from cases.casefile.models import Case
from cases.consent.queries import people_around as around_of
from cases.people.actions import ParticipantData, add_participant, leave
from cases.people.models import Participant, SpokenFor
from expertteam.access.person import Person
from tests.factories import make_analysis, make_case

DAY = date(2026, 3, 1)


@pytest.fixture
def case(petra: Person) -> Case:
    case = make_case(petra)
    make_analysis(case)
    return case


@pytest.fixture
def anja(petra: Person, case: Case) -> Participant:
    return add_participant(
        by=petra, case=case, data=ParticipantData("Anja", "ouder", parental_authority="ja")
    )


def people(case: Case) -> str:
    return reverse("cases:people", args=[case.number])


def change(one: Participant) -> str:
    return reverse("cases:participant", args=[one.case.number, one.pk])


def test_left_in_one_click_and_stays_as_earlier(petra, as_, case, anja) -> None:
    browser, address = as_(petra), reverse("cases:participant_left", args=[case.number, anja.pk])
    for _ in range(2):
        page = browser.post(address, follow=True).content.decode()
    assert "Eerder betrokken" in page and "Ouder tot" in page
    assert around_of(case) == [], "gives no consent any more"
    assert content_of(case, Edition.FAMILY)["people"] == []


def test_comes_back(petra, as_, case, anja) -> None:
    leave(by=petra, participant=anja, day=DAY)
    as_(petra).post(change(anja), {"name": "Anja", "role": "ouder", "parental_authority": "ja"})
    assert [one.name for one in around_of(case)] == ["Anja"]


def test_not_before_one_came(petra, as_, anja) -> None:
    sent = {"name": "Anja", "role": "ouder", "started_on": "1-3-2026", "ended_on": "1-2-2026"}
    page = as_(petra).post(change(anja), sent)
    assert page.status_code == 422 and "ligt voor" in page.content.decode()


def test_the_young_person_never_leaves(petra, as_, case) -> None:
    child = Participant.objects.create(case=case, name="Ruben", role="jeugdige")
    assert not leave(by=petra, participant=child, day=DAY)
    assert 'name="ended_on"' not in as_(petra).get(change(child)).content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        Participant.objects.filter(pk=child.pk).update(ended_on=DAY)


def test_an_answer_stays_when_somebody_leaves(petra, case, anja) -> None:
    henk = add_participant(
        by=petra, case=case, data=ParticipantData("Henk", "ouder", parental_authority="ja")
    )
    record_answer(by=petra, analysis=analysis_of(case), participant=anja, verdict="nee")
    for one in (anja, henk):
        leave(by=petra, participant=one, day=DAY)
    answers = shared_of(case, analysis_of(case)).answers
    assert {one.name: (one.decisive, one.asked) for one in answers if one.participant} == {
        "Anja": (False, True)
    }


def test_one_answer_per_person_with_two_roles(petra, case, anja) -> None:
    add_participant(by=petra, case=case, data=ParticipantData("Anja", "aanmelder"), known=anja)
    answers = shared_of(case, analysis_of(case)).answers
    assert [one.participant for one in answers if one.name == "Anja"] == [anja]


def test_two_roles_on_one_card_with_one_number(petra, as_, case, anja) -> None:
    add_participant(by=petra, case=case, data=ParticipantData("Anja", "aanmelder"), known=anja)
    sent = {"name": "Anja Oosterhuis", "role": "ouder", "parental_authority": "ja", "phone": "06 1"}
    as_(petra).post(change(anja), sent)
    rows = case.participants.values_list("name", "role", "phone", "parental_authority")
    assert sorted(rows) == [
        ("Anja Oosterhuis", "aanmelder", "06 1", ""), ("Anja Oosterhuis", "ouder", "06 1", "ja"),
    ]  # fmt: skip
    assert as_(petra).get(people(case)).content.decode().count("people-card__text") == 1


def test_for_whom_a_woordvoerder_speaks(petra, as_, case, anja) -> None:
    address = reverse("cases:participant_add", args=[case.number])
    as_(petra).post(address, {"name": "Mo Amrani", "role": "woordvoerder"})
    assert "Nog niet bekend namens wie" in as_(petra).get(people(case)).content.decode()
    mo = case.participants.get(name="Mo Amrani")
    as_(petra).post(change(mo), {"name": "Mo Amrani", "role": "woordvoerder", "speaks_for": [anja.pk]})
    page = as_(petra).get(people(case)).content.decode()
    assert "Spreekt namens <bdi>Anja</bdi>" in page and "<bdi>Mo Amrani</bdi> doet het woord" in page
    history = as_(petra).get(reverse("cases:history", args=[case.number])).content.decode()
    assert "Mo Amrani namens Anja" in history
    case.participants.get(name="Anja").delete()
    assert not SpokenFor.objects.exists()


def test_nobody_speaks_for_somebody_of_another_case(petra, case, anja) -> None:
    stranger = Participant.objects.create(case=make_case(petra), name="Bea", role="ouder")
    with pytest.raises(IntegrityError), transaction.atomic():
        SpokenFor.objects.create(case=case, speaker=anja, person=stranger)
    data = ParticipantData("Mo", "woordvoerder", speaks_for=frozenset({stranger.pk, anja.pk}))
    mo = add_participant(by=petra, case=case, data=data)
    assert [one.person for one in mo.speaks_for.all()] == [anja]


def test_invited_and_at_the_table(petra, as_, case, anja) -> None:
    sent = {
        "name": "Anja",
        "role": "ouder",
        "invited": "ja",
        "at_table": "nee",
        "table_reason": "Oma vertelt",
    }
    as_(petra).post(change(anja), sent)
    page = as_(petra).get(people(case)).content.decode()
    assert "uitgenodigd" in page and "niet aan tafel" in page and "Oma vertelt" in page


def test_two_tabs(petra, as_, case, anja) -> None:
    browser = as_(petra)
    version = browser.get(change(anja)).context["version"]
    first = {"name": "Anja", "role": "ouder", "phone": "06 1", "version": version}
    assert browser.post(change(anja), first).status_code == 302
    late = browser.post(change(anja), {**first, "phone": "06 2"})
    assert late.status_code == 422 and 'value="06 2"' in late.content.decode()
    again = {**first, "phone": "06 2", "version": late.context["version"]}
    assert browser.post(change(anja), again).status_code == 302


@pytest.mark.parametrize("name", ["محمد علي", "Zoë 🌻 Ünal", "x" * 200, "<script>alert(1)</script>"])
def test_names_of_any_kind(petra, as_, case, name: str) -> None:
    as_(petra).post(reverse("cases:participant_add", args=[case.number]), {"name": name, "role": "ouder"})
    page = as_(petra).get(people(case)).content.decode()
    assert case.participants.get().name == name and "<script>alert" not in page
