"""A conflict of interest closes the case at once: to read, to find, on lists, in a meeting."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from cases.casefile.actions import HasStake, grant_case
from cases.casefile.conflicts import declare_conflict, lift_conflict
from cases.casefile.models import Case, ConflictOfInterest
from cases.meetings.agenda import open_to_experts
from cases.meetings.attending import mark_member
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.talk import mark_discussed
from expertteam.access.person import Person, person_in
from expertteam.accounts.models import Membership, Role

As = Callable[[Person], Client]
REASON = "Werkt bij De Boei"


def test_an_expert_closes_it_for_themselves(as_: As, emre: Person, case: Case, item: AgendaItem) -> None:
    client = as_(emre)
    assert client.get(f"/casussen/{case.number}/").status_code == 200
    answer = client.post(f"/casussen/{case.number}/belang/", {"reason": REASON}, follow=True)
    assert "De casus is nu voor jou gesloten" in answer.content.decode()
    for address in ("", "bijeenkomsten/", f"bijeenkomsten/{item.pk}/", "analyse/"):
        assert client.get(f"/casussen/{case.number}/{address}").status_code == 403
    assert "Oosterhuis" not in client.get("/casussen/").content.decode()
    assert "Oosterhuis" not in client.get(f"/bijeenkomsten/{item.meeting_id}/").content.decode()


def test_it_cannot_be_found_either(
    as_: As, petra: Person, emre: Person, case: Case, item: AgendaItem
) -> None:
    declare_conflict(by=petra, case=case, user=emre.user, reason=REASON)
    answer = as_(emre).post("/zoeken/", {"q": "Oosterhuis"}, follow=True).content.decode()
    assert "Ruben Oosterhuis" not in answer


def test_no_other_role_opens_it(petra: Person, emre: Person, case: Case) -> None:
    Membership.objects.create(user=emre.user, team=emre.team, role=Role.PROCESS_DIRECTOR)
    declare_conflict(by=petra, case=case, user=emre.user, reason=REASON)
    both = person_in(emre.user, emre.team)
    assert both is not None and not Case.objects.visible_to(both).filter(pk=case.pk).exists()


def test_nobody_lets_them_in_by_accident(petra: Person, emre: Person, case: Case, item: AgendaItem) -> None:
    declare_conflict(by=petra, case=case, user=emre.user, reason=REASON)
    assert not case.grants.filter(ended_at=None).exists() and open_to_experts(by=petra, item=item) == 0
    with pytest.raises(HasStake):
        grant_case(by=petra, case=case, user=emre.user)


def test_it_is_said_above_the_case_and_can_be_lifted(
    as_: As, petra: Person, emre: Person, case: Case
) -> None:
    conflict = declare_conflict(by=petra, case=case, user=emre.user, reason=REASON)
    page = as_(petra).get(f"/casussen/{case.number}/").content.decode()
    assert "belang: Emre Kaya doet niet mee" in page
    as_(petra).post(f"/casussen/{case.number}/belang/{conflict.pk}/opheffen/")
    assert not lift_conflict(by=petra, conflict=conflict)
    assert not Case.objects.visible_to(emre).exists(), "lifting gives no access by itself"
    assert grant_case(by=petra, case=case, user=emre.user)


def test_twice_is_once(petra: Person, emre: Person, case: Case) -> None:
    first = declare_conflict(by=petra, case=case, user=emre.user, reason=REASON)
    assert declare_conflict(by=emre, case=case, user=emre.user, reason="anders") == first
    with pytest.raises(IntegrityError, match="conflict_of_interest_open_once"), transaction.atomic():
        ConflictOfInterest.objects.create(case=case, user=emre.user, reason="x", declared_by=petra.user)


def test_who_has_a_stake_was_not_there(
    petra: Person, emre: Person, meeting: Meeting, item: AgendaItem
) -> None:
    for attendee in meeting.attendees.all():
        mark_member(by=petra, attendee=attendee, there="ja")
    declare_conflict(by=petra, case=item.case, user=emre.user, reason=REASON)
    mark_discussed(by=petra, item=item)
    assert [one.user for one in item.presences.all()] == [petra.user]


def test_the_reason_is_asked(as_: As, petra: Person, emre: Person, case: Case) -> None:
    answer = as_(petra).post(f"/casussen/{case.number}/belang/", {"user": emre.user.pk, "reason": " "})
    assert answer.status_code == 422 and not ConflictOfInterest.objects.exists()
