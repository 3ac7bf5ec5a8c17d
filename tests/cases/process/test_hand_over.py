"""Handing a case over: asked with a summary, accepted on the start page, and who had it before."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cases.casefile.models import Case, Phase
from cases.process.hand_over import (
    CannotHandOver,
    answer_hand_over,
    ask_hand_over,
    owners_of,
    take_over,
)
from cases.process.journal import add_entry
from cases.process.thread_models import HandOver, HandOverState
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from tests.cast import make_person
from tests.factories import make_case

As = Callable[[Person], Client]


def address(case: Case, rest: str = "overdragen/") -> str:
    return f"/casussen/{case.number}/procesregie/{rest}"


@pytest.fixture
def janneke(petra: Person) -> Person:
    return make_person(petra.team, "Janneke Postma", Role.PROCESS_DIRECTOR)


def test_from_asking_to_accepting(petra: Person, janneke: Person, as_: As) -> None:
    case, client = make_case(petra, first_name="Fenna"), as_(petra)
    Action.objects.create(case=case, text="Rapport lezen", owner_name="Gea")
    add_entry(by=petra, case=case, kind="bellen", text="Moeder twijfelt nog")
    summary = client.get(address(case)).context["form"].initial["summary"]
    assert (
        "Rapport lezen" in summary
        and "Moeder twijfelt nog" in summary
        and "Laatst in het journaal" in summary
    )
    for _ in range(2):
        client.post(address(case), {"receiver": janneke.user.pk, "summary": "Let op: moeder twijfelt."})
    hand_over = HandOver.objects.get()
    case.refresh_from_db()
    assert case.owner == petra.user, "until she accepts nothing changes"
    assert "overdracht aan Janneke Postma wacht" in client.get(f"/casussen/{case.number}/").content.decode()
    page = as_(janneke).get("/").content.decode()
    assert "Aan jou overgedragen" in page and "Fenna" in page
    assert "Aan jou overgedragen" not in client.get("/").content.decode()
    assert (
        "Let op: moeder twijfelt."
        in as_(janneke).get(address(case, f"overdragen/{hand_over.pk}/")).content.decode()
    )
    for _ in range(2):
        as_(janneke).post(address(case, f"overdragen/{hand_over.pk}/antwoord/"), {"antwoord": "aannemen"})
    case.refresh_from_db()
    assert case.owner == janneke.user
    assert [one.name for one in owners_of(case)] == ["Petra Nijboer", "Janneke Postma"]
    assert "Wie het eerder had" in client.get(address(case, "")).content.decode()


def test_returned_with_a_word(petra: Person, janneke: Person, as_: As) -> None:
    case = make_case(petra)
    hand_over = ask_hand_over(by=petra, case=case, receiver=janneke.user, summary="")
    given = {"antwoord": "teruggeven", "toelichting": "Ik zit vol tot mei."}
    as_(janneke).post(address(case, f"overdragen/{hand_over.pk}/antwoord/"), given)
    case.refresh_from_db()
    assert case.owner == petra.user
    assert (
        "Ik zit vol tot mei." in as_(petra).get(address(case, f"overdragen/{hand_over.pk}/")).content.decode()
    )
    assert ask_hand_over(by=petra, case=case, receiver=janneke.user, summary="") != hand_over


def test_who_asked_takes_it_back_and_nobody_else_accepts(petra: Person, janneke: Person, as_: As) -> None:
    case = make_case(petra)
    hand_over = ask_hand_over(by=petra, case=case, receiver=janneke.user, summary="")
    page = (
        as_(petra)
        .post(address(case, f"overdragen/{hand_over.pk}/antwoord/"), {"antwoord": "aannemen"}, follow=True)
        .content.decode()
    )
    assert "Alleen Janneke Postma kan hierop antwoorden" in page
    as_(petra).post(address(case, f"overdragen/{hand_over.pk}/antwoord/"), {"antwoord": "intrekken"})
    hand_over.refresh_from_db()
    assert hand_over.state == HandOverState.WITHDRAWN
    assert not answer_hand_over(by=janneke, hand_over=hand_over, state=HandOverState.ACCEPTED)


def test_what_cannot_be(petra: Person, janneke: Person, emre: Person, fokke: Person) -> None:
    case, closed = make_case(petra), make_case(petra, phase=Phase.CLOSED)
    for receiver in (petra, emre, fokke):
        with pytest.raises(CannotHandOver):
            ask_hand_over(by=petra, case=case, receiver=receiver.user, summary="")
    with pytest.raises(CannotHandOver):
        ask_hand_over(by=petra, case=closed, receiver=janneke.user, summary="")
    ask_hand_over(by=petra, case=case, receiver=janneke.user, summary="")
    other = make_person(petra.team, "Wim Postma", Role.PROCESS_DIRECTOR)
    with pytest.raises(CannotHandOver):
        ask_hand_over(by=petra, case=case, receiver=other.user, summary="")
    assert HandOver.objects.count() == 1


def test_the_form_offers_colleagues_who_can_steer(
    petra: Person, janneke: Person, emre: Person, as_: As
) -> None:
    case = make_case(petra)
    assert list(as_(petra).get(address(case)).context["form"].fields["receiver"].queryset) == [janneke.user]
    answer = as_(petra).post(address(case), {"receiver": emre.user.pk, "summary": "x"})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["receiver"]


def test_taking_a_case_settles_what_waited(petra: Person, janneke: Person) -> None:
    case, own = make_case(petra), make_case(petra)
    wim = make_person(petra.team, "Wim Postma", Role.PROCESS_DIRECTOR)
    for one in (case, own):
        ask_hand_over(by=petra, case=one, receiver=janneke.user, summary="")
    assert take_over(by=wim, case=case) and not take_over(by=wim, case=case)
    assert take_over(by=janneke, case=own)
    assert {(h.case_id, h.state) for h in HandOver.objects.all()} == {
        (case.pk, "ingetrokken"), (case.pk, "genomen"), (own.pk, "aangenomen"),
    }  # fmt: skip


def test_a_case_of_nobody_is_taken(petra: Person, as_: As) -> None:
    case = make_case(petra, owner=None)
    assert "Ik neem de procesregie" in as_(petra).get(address(case, "")).content.decode()
    as_(petra).post(f"/casussen/{case.number}/regie/")
    assert [one.name for one in owners_of(case)] == ["Petra Nijboer"]
    page = as_(petra).get(address(case, f"overdragen/{HandOver.objects.get().pk}/")).content.decode()
    assert "nam de procesregie zelf" in page


def test_the_database_refuses(petra: Person, janneke: Person) -> None:
    case = make_case(petra)
    given = {"case": case, "receiver": janneke.user, "asked_by": petra.user}
    HandOver.objects.create(**given)
    for wrong in (
        {}, {"state": "zomaar", "answered_at": timezone.now()}, {"state": "aangenomen"},
        {"state": "aangenomen", "answered_at": timezone.now(), "giver": janneke.user},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            HandOver.objects.create(**{**given, **wrong})
