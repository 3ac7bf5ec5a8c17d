"""Whoever has a stake in a case is asked nothing of it: no action, no place in the core team, no thread, no talk."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from analysis.sharing.forms import TalkForm
from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from cases.meetings import talk_views
from cases.meetings.models import AgendaItem
from cases.people.models import Participant
from cases.process.course import set_core_team
from cases.process.going_up import keepers
from cases.process.thread_models import GoingUp
from cases.steering.models import Action
from cases.steering.owners import owners_of
from expertteam.access.person import Person

As = Callable[[Person], Client]
REFUSED = "Emre Kaya heeft een belang bij deze casus. Kies een ander."


@pytest.fixture
def with_action(petra: Person, emre: Person, case: Case, as_: As) -> Action:
    """Emre was to call, and then it turned out that he has a stake."""
    as_(petra).post(f"/casussen/{case.number}/acties/regel/", {"line": "Emre belt school, morgen"})
    action = Action.objects.get()
    assert action.owner_user == emre.user
    declare_conflict(by=petra, case=case, user=emre.user, reason="Is de oom van Ruben")
    return action


def can_be_ticked(answer: Any, person: Person) -> bool:
    return (str(person.user.pk), person.user.name) in answer.context["form"].fields["users"].choices


@pytest.mark.parametrize("typed", ["Emre Kaya", "emre", "Emre  Kaya"])
def test_an_action_is_not_given_to_them(typed: str, petra: Person, emre: Person, case: Case, as_: As) -> None:
    declare_conflict(by=petra, case=case, user=emre.user, reason="Is de oom van Ruben")
    start = f"/casussen/{case.number}/acties/"
    line = as_(petra).post(f"{start}regel/", {"line": f"{typed} belt school, morgen"})
    form = as_(petra).post(
        f"{start}nieuw/", {"text": "School bellen", "owner_name": typed, "reminders": "team"}
    )
    for answer in (line, form):
        assert answer.status_code == 422 and REFUSED in answer.content.decode()
        assert "chool" in answer.content.decode(), "what was typed is still there"
    assert not Action.objects.exists()


def test_nor_in_the_conversation_where_it_was_said_just_now(
    petra: Person, emre: Person, item: AgendaItem, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = owners_of(item.case)
    declare_conflict(by=petra, case=item.case, user=emre.user, reason="Is de oom van Ruben")
    monkeypatch.setattr(talk_views, "owners_of", lambda _: before)
    address = f"/casussen/{item.case.number}/bijeenkomsten/{item.pk}/afspraak/"
    answer = as_(petra).post(address, {"line": "Emre belt school, morgen"})
    assert answer.status_code == 422 and REFUSED in answer.content.decode()
    assert "Emre belt school, morgen" in answer.content.decode() and not Action.objects.exists()


def test_nor_offered(petra: Person, emre: Person, case: Case, as_: As) -> None:
    offered = f'<option value="{emre.user.name}">'
    new, core = f"/casussen/{case.number}/acties/nieuw/", f"/casussen/{case.number}/procesregie/kernteam/"
    assert offered in as_(petra).get(new).content.decode()
    assert can_be_ticked(as_(petra).get(core), emre)
    declare_conflict(by=petra, case=case, user=emre.user, reason="Is de oom van Ruben")
    assert offered not in as_(petra).get(new).content.decode()
    assert not can_be_ticked(as_(petra).get(core), emre) and can_be_ticked(as_(petra).get(core), petra)
    talk = TalkForm(owners=owners_of(case), own=petra.user.pk, prefix="gesprek")
    keys = [key for key, _ in talk.fields["owner"].choices]
    assert f"u{petra.user.pk}" in keys and f"u{emre.user.pk}" not in keys


def test_what_they_already_had_can_be_put_down_as_done(with_action: Action, petra: Person, as_: As) -> None:
    page, address = as_(petra), f"/casussen/{with_action.case.number}/acties/{with_action.pk}/"
    given = {"text": "School bellen", "owner_name": "Emre Kaya", "reminders": "team", "status": "gedaan"}
    assert page.post(address, given).status_code == 302
    with_action.refresh_from_db()
    assert with_action.status == "gedaan" and with_action.owner_user_id is not None
    assert page.post(address, {**given, "owner_name": "Petra"}).status_code == 302
    assert REFUSED in page.post(address, given).content.decode(), "but it does not come back to them"


def test_a_relative_of_the_same_name_can_be_asked(petra: Person, emre: Person, case: Case, as_: As) -> None:
    uncle = Participant.objects.create(case=case, name="Emre Kaya", role="ouder")
    declare_conflict(by=petra, case=case, user=emre.user, reason="Is de vader van Ruben")
    as_(petra).post(f"/casussen/{case.number}/acties/regel/", {"line": "Emre Kaya belt school, morgen"})
    assert Action.objects.get().owner_participant == uncle


def test_somebody_from_outside_who_is_called_so_keeps_their_action(
    petra: Person, emre: Person, case: Case, as_: As
) -> None:
    start = f"/casussen/{case.number}/acties/"
    given = {"text": "School bellen", "owner_name": "Emre de buurman", "reminders": "team"}
    as_(petra).post(f"{start}nieuw/", given)
    action = Action.objects.get()
    Action.objects.filter(pk=action.pk).update(owner_name="Emre")
    declare_conflict(by=petra, case=case, user=emre.user, reason="Is de oom van Ruben")
    done = as_(petra).post(f"{start}{action.pk}/", {**given, "owner_name": "Emre", "status": "gedaan"})
    action.refresh_from_db()
    assert done.status_code == 302 and (action.status, action.owner_name) == ("gedaan", "Emre")


def test_a_thread_can_be_ended_by_name_of_who_kept_it(
    petra: Person, carla: Person, case: Case, as_: As
) -> None:
    asked = {"to": "cce", "question": "Wie denkt mee?", "summary": "Ruben, 15 jaar.", "asked_on": "1-3-2026"}
    thread = GoingUp.objects.create(
        case=case, to="cce", question="Wie denkt mee?", summary="Ruben, 15 jaar.", keeper=carla.user,
        asked_on=date(2026, 3, 1), form_token=uuid4(),
    )  # fmt: skip
    declare_conflict(by=petra, case=case, user=carla.user, reason="Is de buurvrouw")
    address = f"/casussen/{case.number}/procesregie/hogerop/{thread.pk}/bewaren/"
    ended = {**asked, "keeper": carla.user.pk, "outcome": "Niet nodig", "ended_on": "2-3-2026"}
    assert as_(petra).post(address, ended).status_code == 302
    thread.refresh_from_db()
    assert thread.ended_on == date(2026, 3, 2) and thread.keeper == carla.user


def test_not_in_the_core_team_and_no_thread(petra: Person, emre: Person, carla: Person, case: Case) -> None:
    set_core_team(by=petra, case=case, participants=[], users=[emre.user.pk, petra.user.pk])
    assert case.core_team.count() == 2
    declare_conflict(by=petra, case=case, user=carla.user, reason="Is de buurvrouw")
    declare_conflict(by=petra, case=case, user=emre.user, reason="Is de oom van Ruben")
    assert carla.user not in keepers(case) and petra.user in keepers(case)
    set_core_team(by=petra, case=case, participants=[], users=[emre.user.pk, petra.user.pk])
    assert [one.user for one in case.core_team.all()] == [petra.user]
