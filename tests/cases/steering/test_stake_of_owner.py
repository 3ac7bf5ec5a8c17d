"""Who said just now that they have a stake gets no action any more, also in a form that was read before."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import transaction
from django.test import Client

from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from cases.people.models import Participant
from cases.steering import views
from cases.steering.actions import (
    ActionData,
    add_action,
    change_action,
    finish_action,
    known,
    write_result,
)
from cases.steering.models import Action, ActionStatus
from cases.steering.owners import owners_of
from cases.steering.stakes import OwnerHasStake
from expertteam.access.person import Person
from expertteam.accounts.models import User
from tests.cases.at_once import begun_behind_us
from tests.factories import make_case

As = Callable[[Person], Client]
REFUSED = "Emre Kaya heeft een belang bij deze casus. Kies een ander."
CALL = ActionData("School bellen", "Emre Kaya")


def close_to(by: Person, person: Person, case: Case) -> None:
    declare_conflict(by=by, case=case, user=person.user, reason="Is de oom van Ruben")


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("regel/", {"line": "Emre belt school, morgen"}),
        ("nieuw/", {"text": "School bellen", "owner_name": "Emre", "reminders": "team"}),
    ],
)
def test_said_between_reading_the_form_and_saving_it(
    address: str, typed: dict[str, str], petra: Person, emre: Person, case: Case, as_: As,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = owners_of(case)
    close_to(petra, emre, case)
    monkeypatch.setattr(views, "owners_of", lambda _: before)
    answer = as_(petra).post(f"/casussen/{case.number}/acties/{address}", typed)
    assert answer.status_code == 422 and REFUSED in answer.content.decode()
    assert "chool" in answer.content.decode(), "what was typed is still there"
    assert not Action.objects.exists()


def test_nor_is_one_handed_over_to_them(petra: Person, emre: Person, case: Case) -> None:
    action = add_action(by=petra, case=case, data=replace(CALL, owner_user_id=petra.user.pk))
    close_to(petra, emre, case)
    with pytest.raises(OwnerHasStake, match=REFUSED):
        change_action(by=petra, action=action, data=replace(known(action), owner_user_id=emre.user.pk))
    action.refresh_from_db()
    assert action.owner_user == petra.user


def test_what_stands_with_them_can_still_be_changed(petra: Person, emre: Person, case: Case) -> None:
    theirs = replace(CALL, owner_user_id=emre.user.pk, manager_name="Emre", manager_email=emre.user.email)
    action = add_action(by=petra, case=case, data=theirs)
    close_to(petra, emre, case)
    assert change_action(by=petra, action=action, data=replace(known(action), result="Niemand nam op"))


def test_opened_again_it_would_be_new(petra: Person, emre: Person, case: Case, as_: As) -> None:
    action = add_action(by=petra, case=case, data=replace(CALL, owner_user_id=emre.user.pk))
    finish_action(by=petra, action=action)
    close_to(petra, emre, case)
    given = {"text": CALL.text, "owner_name": "Emre Kaya", "reminders": "team", "status": "open"}
    answer = as_(petra).post(f"/casussen/{case.number}/acties/{action.pk}/", given)
    action.refresh_from_db()
    assert answer.status_code == 422 and REFUSED in answer.content.decode()
    assert action.status == ActionStatus.DONE


@pytest.mark.parametrize("field", ["owner_email", "manager_email"])
@pytest.mark.parametrize(
    "written", [str.upper, "\u202f{}".format, "{} ".format], ids=["capitals", "narrow", "space"]
)
def test_their_address_under_another_name_is_seen(
    field: str, written: Callable[[str], str], petra: Person, emre: Person, case: Case
) -> None:
    close_to(petra, emre, case)
    other = replace(CALL, owner_name="Oom Kaya", manager_name="De baas")
    with pytest.raises(OwnerHasStake, match="adres van Emre Kaya") as refused:
        add_action(by=petra, case=case, data=replace(other, **{field: written(emre.user.email)}))
    assert refused.value.field == field
    assert add_action(by=petra, case=case, data=replace(other, **{field: "oom@kaya.example"}))


@pytest.mark.parametrize("sign", ["\u212a", "k"], ids=["kelvin", "plain"])
def test_also_written_with_a_sign_that_becomes_the_same_letter(
    sign: str, petra: Person, emre: Person, case: Case
) -> None:
    User.objects.filter(pk=emre.user.pk).update(email="emre.k@groningen.example")
    close_to(petra, emre, case)
    with pytest.raises(OwnerHasStake):
        add_action(by=petra, case=case, data=replace(CALL, owner_email=f"emre.{sign}@groningen.example"))


def test_the_form_says_at_which_address(petra: Person, emre: Person, case: Case, as_: As) -> None:
    close_to(petra, emre, case)
    typed = {"text": "School bellen", "owner_name": "Oom Kaya", "reminders": "team"}
    page, address = as_(petra), f"/casussen/{case.number}/acties/nieuw/"
    answer = page.post(address, {**typed, "owner_email": emre.user.email.upper()})
    assert answer.status_code == 422 and not Action.objects.exists()
    form = answer.context["form"]
    assert list(form.errors) == ["owner_email"] and "adres van Emre Kaya" in form.errors["owner_email"][0]


def test_family_can_be_asked_as_family(petra: Person, emre: Person, case: Case) -> None:
    uncle = Participant.objects.create(case=case, name="Oom Emre", role="ouder", email=emre.user.email)
    close_to(petra, emre, case)
    asked = replace(CALL, owner_name=uncle.name, owner_participant_id=uncle.pk)
    assert add_action(by=petra, case=case, data=asked).mail_address == emre.user.email


def test_a_result_written_later_gives_it_to_nobody(petra: Person, emre: Person, case: Case, as_: As) -> None:
    """It changes what it says: who does it was changed by somebody else meanwhile."""
    action = add_action(by=petra, case=case, data=replace(CALL, owner_user_id=emre.user.pk))
    change_action(by=petra, action=action, data=replace(known(action), owner_user_id=petra.user.pk))
    close_to(petra, emre, case)
    assert write_result(by=petra, action=action, result="Niemand nam op")
    assert not write_result(by=petra, action=action, result="Niemand nam op ")
    action.refresh_from_db()
    assert (action.owner_user, action.result) == (petra.user, "Niemand nam op")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_waits_for_it_to_be_said_hears_it(petra: Person, emre: Person) -> None:
    case = make_case(petra)
    own = Case.objects.select_related("team").get(pk=case.pk)
    data = replace(CALL, owner_user_id=emre.user.pk)
    with transaction.atomic():
        close_to(petra, emre, case)
        late = begun_behind_us(lambda: add_action(by=petra, case=own, data=data))
        assert not late.done(), "it waits"
    with pytest.raises(OwnerHasStake):
        late.result(60)
    assert not Action.objects.exists()
