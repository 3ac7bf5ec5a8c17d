"""A stake holds for the young person: every case of theirs, in every role; who steers one lets go of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cases.casefile.actions import HasStake, grant_case, link_earlier
from cases.casefile.conflicts import NobodyLeft, NoColleague, declare_conflict, lift_conflict
from cases.casefile.gate import get_case_for, rights_on
from cases.casefile.header import warnings_of
from cases.casefile.models import Case, ConflictOfInterest, Phase
from cases.followup.actions import reopen
from cases.intake.triage.forms import DecisionForm
from cases.process.hand_over import ask_hand_over, directors, waiting_of
from cases.search.scope import closed_to
from cases.today.queries import unowned
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team
from tests.cast import make_person
from tests.factories import make_case

As = Callable[[Person], Client]
REASON = "Is de tante van Ruben"


@pytest.fixture
def jan(groningen: Team) -> Person:
    """Another procesregisseur of Groningen."""
    return make_person(groningen, "Jan Bouma", Role.PROCESS_DIRECTOR)


@pytest.fixture
def earlier(petra: Person, case: Case) -> Case:
    """Of the same young person, closed long ago."""
    return make_case(
        petra, last_name="Oosterhuis", phase=Phase.CLOSED, referral={"referred_on": date(2024, 3, 1)}
    )


def opens(person: Person, case: Case) -> bool:
    """Whether gate and lists say so; they must agree."""
    gate, listed = rights_on(person, case), Case.objects.visible_to(person).filter(pk=case.pk).exists()
    assert bool(gate) == listed
    return listed


def test_earlier_and_later_cases_close_as_well(
    petra: Person, jan: Person, emre: Person, case: Case, earlier: Case
) -> None:
    for one in (case, earlier):
        grant_case(by=petra, case=one, user=emre.user)
    assert earlier.young_person_id == case.young_person_id
    conflict = declare_conflict(by=jan, case=case, user=emre.user, reason=REASON)
    later = make_case(petra, last_name="Oosterhuis", matching_requested=True)
    for one in (case, earlier, later):
        assert not opens(emre, one) and one.pk in closed_to(emre)
        with pytest.raises(HasStake):
            grant_case(by=petra, case=one, user=emre.user)
    assert lift_conflict(by=jan, conflict=conflict)
    for one in (case, earlier, later):
        grant_case(by=petra, case=one, user=emre.user)
        assert opens(emre, one)


def test_it_is_lifted_in_any_of_their_cases(
    as_: As, petra: Person, emre: Person, case: Case, earlier: Case
) -> None:
    conflict = declare_conflict(by=petra, case=case, user=emre.user, reason=REASON)
    page = as_(petra).get(f"/casussen/{earlier.number}/bijeenkomsten/").content.decode()
    assert REASON in page
    as_(petra).post(f"/casussen/{earlier.number}/belang/{conflict.pk}/opheffen/")
    assert not ConflictOfInterest.objects.standing().exists()


def test_another_child_stays_open(petra: Person, jan: Person, case: Case) -> None:
    other = make_case(petra, last_name="Zwart")
    declare_conflict(by=petra, case=case, user=jan.user, reason=REASON)
    assert not opens(jan, case) and opens(jan, other)


def test_a_case_that_spells_them_otherwise_but_is_linked(petra: Person, jan: Person, case: Case) -> None:
    linked = make_case(petra, last_name="Oosterhuys", earlier_number=case.number)
    third = make_case(petra, last_name="Osterhuis", earlier_number=linked.number)
    conflict = declare_conflict(by=petra, case=third, user=jan.user, reason=REASON)
    for one in (case, linked, third):
        assert not opens(jan, one)
    afterwards = make_case(petra, last_name="Oosterhuiz", earlier_number=case.number)
    assert not opens(jan, afterwards), "linked when the stake was there already"
    lift_conflict(by=petra, conflict=conflict)
    assert all(opens(jan, one) for one in (case, linked, third, afterwards))


@pytest.mark.parametrize("role", [Role.PROCESS_DIRECTOR, Role.COORDINATOR, Role.SECRETARY, Role.CARE_ADVISOR])
def test_it_holds_in_every_role(as_: As, groningen: Team, petra: Person, case: Case, role: Role) -> None:
    somebody = make_person(groningen, "Sam Veelzijdig", role)
    Case.objects.filter(pk=case.pk).update(matching_requested=True)
    client = as_(somebody)
    assert client.get(f"/casussen/{case.number}/").status_code == 200
    declare_conflict(by=petra, case=case, user=somebody.user, reason=REASON)
    assert client.get(f"/casussen/{case.number}/").status_code == 403
    assert "Oosterhuis" not in client.get("/casussen/").content.decode()
    assert (
        "Ruben Oosterhuis" not in client.post("/zoeken/", {"q": "Oosterhuis"}, follow=True).content.decode()
    )


def test_only_who_works_on_cases(petra: Person, bas: Person, fokke: Person, case: Case) -> None:
    for somebody in (bas, fokke):
        with pytest.raises(NoColleague):
            declare_conflict(by=petra, case=case, user=somebody.user, reason=REASON)


def test_who_steers_says_who_takes_over_and_is_out_at_once(
    as_: As, petra: Person, jan: Person, case: Case
) -> None:
    client, address = as_(petra), f"/casussen/{case.number}/belang/"
    said = client.post(address, {"user": petra.user.pk, "reason": REASON})
    assert said.status_code == 422 and "Kies wie de casus overneemt" in said.content.decode()
    assert opens(petra, case) and not ConflictOfInterest.objects.exists()
    sent = {"user": petra.user.pk, "reason": REASON, "successor": jan.user.pk}
    assert "nu voor jou gesloten" in client.post(address, sent, follow=True).content.decode()
    case.refresh_from_db()
    waiting = waiting_of(case)
    assert case.owner is None and waiting and (waiting.giver, waiting.receiver) == (petra.user, jan.user)
    assert "Ruben" in waiting.summary, "what the next one has to know goes along"
    assert not opens(petra, case) and opens(jan, case)
    today = as_(jan).get("/").content.decode()
    assert "Aan jou overgedragen" in today and case.number in today


def test_somebody_else_can_say_it_of_who_steers(
    as_: As, carla: Person, petra: Person, jan: Person, case: Case
) -> None:
    sent = {"user": petra.user.pk, "reason": REASON, "successor": jan.user.pk}
    assert as_(carla).post(f"/casussen/{case.number}/belang/", sent).status_code == 302
    case.refresh_from_db()
    assert case.owner is None and not opens(petra, case)


def test_without_a_colleague_the_case_stands_without_and_that_is_said(
    as_: As, carla: Person, petra: Person, case: Case
) -> None:
    page = as_(carla).post(
        f"/casussen/{case.number}/belang/", {"user": petra.user.pk, "reason": REASON}, follow=True
    )
    case.refresh_from_db()
    assert case.owner is None and "Er is geen andere procesregisseur" in page.content.decode()


def test_somebody_must_be_left_who_can_open_it(as_: As, petra: Person, carla: Person, case: Case) -> None:
    declare_conflict(by=petra, case=case, user=carla.user, reason=REASON)
    with pytest.raises(NobodyLeft):
        declare_conflict(by=petra, case=case, user=petra.user, reason=REASON)
    said = as_(petra).post(f"/casussen/{case.number}/belang/", {"user": petra.user.pk, "reason": REASON})
    assert said.status_code == 422 and "Dan kan niemand deze casus meer openen" in said.content.decode()


def test_who_has_a_stake_never_gets_it_to_steer(petra: Person, jan: Person, case: Case) -> None:
    ask_hand_over(by=petra, case=case, receiver=jan.user, summary="")
    declare_conflict(by=petra, case=case, user=jan.user, reason=REASON)
    assert waiting_of(case) is None
    taking_up = DecisionForm(person=petra, case=case).fields["owner"]
    assert list(directors(case)) == list(taking_up.queryset) == [petra.user]  # type: ignore[attr-defined]


def test_a_closed_case_that_opens_again_is_not_theirs(
    petra: Person, jan: Person, earlier: Case, case: Case
) -> None:
    declare_conflict(by=jan, case=case, user=petra.user, reason=REASON, successor=jan.user)
    reopen(by=jan, case=earlier, reason="Ruben belde zelf")
    earlier.refresh_from_db()
    assert earlier.owner is None


def test_a_stake_outlives_the_case_in_which_it_was_said(petra: Person, jan: Person, case: Case) -> None:
    from tests.cases.retention.test_destroying import destroy_after_the_term  # noqa: PLC0415

    later = make_case(petra, last_name="Oosterhuis")
    declare_conflict(by=petra, case=case, user=jan.user, reason=REASON)
    destroy_after_the_term(case)
    assert not Case.objects.filter(pk=case.pk).exists() and not opens(jan, later)


def test_it_costs_no_query(
    django_assert_num_queries: DjangoAssertNumQueries, petra: Person, jan: Person, case: Case
) -> None:
    with django_assert_num_queries(1):
        get_case_for(petra, case.number, "case.read")
    declare_conflict(by=petra, case=case, user=jan.user, reason=REASON)
    with django_assert_num_queries(1):
        get_case_for(petra, case.number, "case.read")


def test_what_they_still_had_to_do_is_told(as_: As, petra: Person, jan: Person, case: Case) -> None:
    case.actions.create(text="Belt school", owner_name="Jan Bouma", owner_user=jan.user)
    page: Any = as_(petra).post(
        f"/casussen/{case.number}/belang/", {"user": jan.user.pk, "reason": REASON}, follow=True
    )
    assert "heeft hier nog één open actie" in page.content.decode()


def test_a_case_that_was_theirs_before_it_was_linked_stands_without(
    petra: Person, jan: Person, case: Case
) -> None:
    """Nobody said a stake in this case, so nobody was asked who takes over: then it stands with those of nobody."""
    declare_conflict(by=petra, case=case, user=jan.user, reason=REASON)
    linked, day = make_case(petra, last_name="Oosterhuys", owner=jan.user), date(2026, 11, 23)
    assert linked not in unowned(petra, day)
    linked.earlier_number = case.number
    link_earlier(by=petra, case=linked)
    assert linked in unowned(petra, day)
    said = [one.text for one in warnings_of(get_case_for(petra, linked.number, "case.read"), day)]
    assert "nog geen procesregisseur" in said and "belang: Jan Bouma doet niet mee" in said


def test_who_registers_them_again_reads_why_it_is_closed(
    as_: As, petra: Person, jan: Person, case: Case
) -> None:
    declare_conflict(by=petra, case=case, user=jan.user, reason=REASON)
    later = make_case(jan, last_name="Oosterhuis", owner=None)
    page = as_(jan).get(f"/casussen/{later.number}/")
    assert page.status_code == 403 and "dat je een belang hebt" in page.content.decode()
