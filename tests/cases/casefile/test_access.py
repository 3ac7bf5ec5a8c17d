"""Giving a case to somebody, asking for matching, and the gate itself."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from cases.casefile.actions import NotInTeam, end_grant, grant_case
from cases.casefile.gate import get_case_for, rights_on
from cases.casefile.models import Case, CaseGrant
from cases.casefile.moves import request_matching
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent, Outcome
from tests.factories import make_case

As = Callable[[Person], Client]


def test_giving_a_case_opens_it_and_taking_it_back_closes_it(petra: Person, emre: Person, as_: As) -> None:
    case = make_case(petra)
    address = f"/casussen/{case.number}/"
    assert as_(emre).get(address).status_code == 403
    as_(petra).post(f"{address}toegang/", {"user": emre.user.pk})
    page = as_(petra).get(address).content.decode()
    assert as_(emre).get(address).status_code == 200 and "Emre Kaya" in page
    as_(petra).post(f"{address}toegang/einde/", {"user": emre.user.pk})
    assert as_(emre).get(address).status_code == 403
    events = AuditEvent.objects.filter(case_number=case.number).values_list("event", flat=True)
    assert {"case.granted", "case.revoked"} <= set(events)


def test_giving_twice_is_giving_once(petra: Person, emre: Person) -> None:
    case = make_case(petra)
    assert grant_case(by=petra, case=case, user=emre.user) == grant_case(by=petra, case=case, user=emre.user)
    assert AuditEvent.objects.filter(event="case.granted").count() == 1
    end_grant(by=petra, case=case, user=emre.user)
    end_grant(by=petra, case=case, user=emre.user)
    assert AuditEvent.objects.filter(event="case.revoked").count() == 1
    grant_case(by=petra, case=case, user=emre.user)
    assert CaseGrant.objects.filter(ended_at=None).count() == 1 and CaseGrant.objects.count() == 2


def test_only_experts_and_zorgadviseurs_of_the_team(
    petra: Person, lies: Person, fokke: Person, as_: As
) -> None:
    case = make_case(petra)
    with pytest.raises(NotInTeam):
        grant_case(by=petra, case=case, user=lies.user)
    with pytest.raises(NotInTeam):
        grant_case(by=petra, case=case, user=fokke.user)
    client = as_(petra)
    assert client.post(f"/casussen/{case.number}/toegang/", {"user": fokke.user.pk}).status_code == 404
    said = client.post(
        f"/casussen/{case.number}/toegang/", {"user": lies.user.pk}, follow=True
    ).content.decode()
    assert "Lies Lezer is geen expert of zorgadviseur" in said and not CaseGrant.objects.exists()


def test_the_list_begins_with_nobody(petra: Person, emre: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    assert '<option value="">Kies iemand</option>' in client.get(f"/casussen/{case.number}/").content.decode()
    said = client.post(f"/casussen/{case.number}/toegang/", {"user": ""}, follow=True).content.decode()
    assert "Kies eerst iemand." in said and not CaseGrant.objects.exists()


def test_who_lost_a_case_hears_whom_to_ask(petra: Person, emre: Person, lies: Person, as_: As) -> None:
    case = make_case(petra)
    address = f"/casussen/{case.number}/"
    refused = as_(emre).get(address)
    assert refused.status_code == 403 and "niet met je gedeeld" in refused.content.decode()
    for who, where in ((lies, address), (emre, "/aanmelding/nieuw/")):
        assert "hoort niet bij jouw rol" in as_(who).get(where).content.decode()


def test_a_case_one_may_read_keeps_the_words_about_the_role(petra: Person, sietske: Person, as_: As) -> None:
    case = make_case(petra)
    page = as_(sietske).get(f"/casussen/{case.number}/logboek/")
    assert page.status_code == 403 and "hoort niet bij jouw rol" in page.content.decode()


@pytest.mark.parametrize("user", ["x", "-1", "99999999999999999999"])
def test_nobody_chosen(user: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    assert as_(petra).post(f"/casussen/{case.number}/toegang/", {"user": user}).status_code == 404


def test_matching_opens_the_case_to_the_zorgadviseur(petra: Person, zora: Person, as_: As) -> None:
    case = make_case(petra)
    address = f"/casussen/{case.number}/"
    assert as_(zora).get(address).status_code == 403
    as_(petra).post(f"{address}bemiddeling/", {"wanted": "ja"})
    assert as_(zora).get(address).status_code == 200
    as_(petra).post(f"{address}bemiddeling/", {"wanted": "nee"})
    assert as_(zora).get(address).status_code == 403


def test_matching_does_not_open_it_to_experts(petra: Person, emre: Person) -> None:
    case = make_case(petra)
    assert request_matching(by=petra, case=case, wanted=True)
    assert not request_matching(by=petra, case=case, wanted=True)
    assert rights_on(emre, Case.objects.get()) == frozenset()


def test_the_gate(petra: Person, emre: Person, fokke: Person) -> None:
    case = make_case(petra)
    assert "case.grant" in get_case_for(petra, case.number, "case.read").rights
    with pytest.raises(PermissionDenied):
        get_case_for(emre, case.number, "case.read")
    with pytest.raises(Http404):
        get_case_for(fokke, case.number, "case.read")
    refused = AuditEvent.objects.get(event="access.refused")
    assert (refused.user, refused.case_number, refused.outcome) == (emre.user, case.number, Outcome.REFUSED)


def test_an_ended_grant_of_one_case_opens_no_other(petra: Person, emre: Person) -> None:
    given, other = make_case(petra), make_case(petra)
    grant_case(by=petra, case=given, user=emre.user)
    assert "case.read" in rights_on(emre, given) and rights_on(emre, other) == frozenset()
    assert list(Case.objects.visible_to(emre)) == [given]


def test_a_grant_gives_only_what_the_role_gives(petra: Person, emre: Person) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    rights = rights_on(emre, case)
    assert {"case.read", "analysis.change"} <= rights
    assert not rights & {"case.grant", "case.log", "referral.change", "closure.change", "report.create"}
