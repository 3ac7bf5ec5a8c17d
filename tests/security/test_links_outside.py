"""A link for somebody outside the team opens nothing any more for who should not have it (any more)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from cases.casefile.models import Case
from cases.consent.models import OtherBasis
from cases.consent.purposes import Answer
from cases.followup.models import Side
from cases.followup.opinions.actions import Answer as Answered
from cases.followup.opinions.actions import answer_by_link, ask_opinion, give_opinion_link
from cases.outside.actions import give_link, withdraw_links
from cases.people.actions import change_participant, given, leave, remove_participant
from cases.people.models import Participant
from cases.steering.actions import OWNER_PAGE, ActionData, add_action
from cases.steering.answers import AnswerData, NotAsked, give_answer
from cases.steering.models import Action, ActionAnswer, AnswerKind
from cases.steering.reminders import send_reminders
from cases.steering.sharing import Sharing
from expertteam.access.person import Person
from tests.cases.consent.saying import SHARE, everybody, party
from tests.factories import make_case

TODAY = date.today()


@pytest.fixture
def case(petra: Person) -> Case:
    """Of a child of ten; nobody agreed to sharing."""
    case = make_case(petra)
    type(case.young_person).objects.update(birth_date=date(TODAY.year - 10, 1, 1))
    OtherBasis.objects.filter(purpose="delen").delete()
    case.refresh_from_db()
    return case


@pytest.fixture
def guardian(case: Case) -> Participant:
    return Participant.objects.create(
        case=case, name="Wim Kok", role="voogd", organisation="De GI", email="wim@gi.test"
    )


@pytest.fixture
def asked(petra: Person, case: Case, guardian: Participant) -> Action:
    data = ActionData("Paspoort regelen", guardian.name, TODAY, owner_participant_id=guardian.pk)
    return add_action(by=petra, case=case, data=data)


def path_to(by: Person, action: Action) -> str:
    return give_link(by=by, case=action.case, purpose=OWNER_PAGE, subject_id=action.pk).path


def test_a_guardian_who_left_reads_and_hears_nothing_more(
    petra: Person, asked: Action, guardian: Participant
) -> None:
    path = path_to(petra, asked)
    assert "Paspoort regelen" in Client().get(path).content.decode()
    leave(by=petra, participant=guardian, day=TODAY)
    assert "Paspoort regelen" not in Client().get(path).content.decode()
    assert send_reminders(TODAY) == 0


@pytest.mark.parametrize("what", ["another address", "off the list"])
def test_a_link_that_went_to_a_wrong_address_is_closed_when_that_is_corrected(
    what: str, petra: Person, case: Case, asked: Action, guardian: Participant
) -> None:
    opinion = ask_opinion(by=petra, case=case, side=Side.FAMILY, name=guardian.name, participant=guardian)
    paths = [path_to(petra, asked), give_opinion_link(by=petra, opinion=opinion).path]
    assert [Client().get(path).status_code for path in paths] == [200, 200]
    if what == "another address":
        data = replace(given(guardian), email="w.kok@gi.test")
        assert change_participant(by=petra, participant=guardian, data=data)
    else:
        remove_participant(by=petra, participant=guardian)
    assert [Client().get(path).status_code for path in paths] == [410, 410]


def test_what_comes_in_at_the_moment_of_closing_is_not_kept(petra: Person, case: Case, asked: Action) -> None:
    """The page was let in with a link that is closed by the time the answer is written."""
    opinion = ask_opinion(by=petra, case=case, side=Side.FAMILY, name="Anja")
    links = [
        give_link(by=petra, case=case, purpose=OWNER_PAGE, subject_id=asked.pk).link,
        give_opinion_link(by=petra, opinion=opinion).link,
    ]
    for link in links:
        link.by = petra
        withdraw_links(by=petra, case=case, purpose=link.purpose, subject_id=link.subject_id)
    with pytest.raises(NotAsked):
        give_answer(link=links[0], action=asked, data=AnswerData(AnswerKind.DONE, "", uuid4()))
    assert not answer_by_link(link=links[1], answer=Answered("tevreden", "", ""))
    opinion.refresh_from_db()
    assert opinion.answered_on is None and not ActionAnswer.objects.exists()


def test_another_telephone_number_closes_nothing(petra: Person, asked: Action, guardian: Participant) -> None:
    path = path_to(petra, asked)
    change_participant(by=petra, participant=guardian, data=replace(given(guardian), phone="0612345678"))
    assert Client().get(path).status_code == 200


def test_a_yes_for_one_organisation_is_none_for_a_manager_of_another(petra: Person, case: Case) -> None:
    party(petra, case)
    Participant.objects.create(case=case, name="Anja", role="ouder", parental_authority="ja")
    everybody(petra, case, Answer.GIVEN, SHARE)
    data = ActionData("Rooster", "Gea", TODAY, owner_organisation="De Toren", manager_name="Henk")
    same = add_action(by=petra, case=case, data=data)
    other = add_action(by=petra, case=case, data=replace(data, manager_organisation="De Inspectie"))
    case = Case.objects.get(pk=case.pk)
    same.case = other.case = case
    assert Sharing().with_manager(same) == []
    assert Sharing().with_manager(other) != []


@pytest.mark.parametrize("page", ["klaar", "resultaat"])
def test_what_came_of_it_may_be_odd(
    page: str, petra: Person, asked: Action, as_: Callable[[Person], Any]
) -> None:
    address = f"/casussen/{asked.case.number}/acties/{asked.pk}/{page}/"
    assert as_(petra).post(address, {"result": "a\x00b"}).status_code == 302
    asked.refresh_from_db()
    assert asked.result == "ab"
