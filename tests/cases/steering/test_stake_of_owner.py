"""Who said just now that they have a stake gets no action any more, also in a form that was read before."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from django.test import Client

from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case, ConflictOfInterest
from cases.steering import views
from cases.steering.actions import ActionData, add_action, change_action, known
from cases.steering.models import Action
from cases.steering.owners import owners_of
from cases.steering.stakes import OwnerHasStake
from expertteam.access.person import Person
from tests.cases.at_once import all_at_once
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


@pytest.mark.parametrize("field", ["owner_email", "manager_email"])
def test_their_address_under_another_name_is_seen(
    field: str, petra: Person, emre: Person, case: Case, as_: As
) -> None:
    close_to(petra, emre, case)
    typed = {
        "text": "School bellen",
        "owner_name": "Oom Kaya",
        "reminders": "team",
        "manager_name": "De baas",
    }
    page, address = as_(petra), f"/casussen/{case.number}/acties/nieuw/"
    answer = page.post(address, {**typed, field: emre.user.email.upper()})
    assert answer.status_code == 422 and not Action.objects.exists()
    form = answer.context["form"]
    assert list(form.errors) == [field] and "adres van Emre Kaya" in form.errors[field][0]
    assert page.post(address, {**typed, field: "oom@kaya.example"}).status_code == 302


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_at_the_same_moment(petra: Person, emre: Person) -> None:
    case = make_case(petra)

    def work(number: int) -> None:
        own = Case.objects.select_related("team").get(pk=case.pk)
        if number == 2:
            close_to(petra, emre, own)
            return
        data = replace(CALL, text=f"Bellen {number}", owner_user_id=emre.user.pk)
        with suppress(OwnerHasStake):
            add_action(by=petra, case=own, data=data)

    all_at_once(work, 6)
    said = ConflictOfInterest.objects.get().declared_at
    assert not Action.objects.filter(created_at__gt=said).exists()
