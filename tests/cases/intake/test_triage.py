"""Deciding about an aanmelding."""

from datetime import date

import pytest
from django.urls import reverse

from cases.casefile.models import Case, Phase
from cases.intake.models import Decision
from cases.intake.triage.actions import DecidedMeanwhile, NotPossible, Verdict, decide, seen
from cases.intake.triage.moves import PHASE_AFTER, why_not
from expertteam.accounts.models import Role
from expertteam.audit.models import AuditEvent
from tests.cast import make_person
from tests.factories import make_case


@pytest.fixture
def case(petra) -> Case:
    return make_case(petra, phase=Phase.TRIAGE, owner=None)


def url(case: Case) -> str:
    return reverse("cases:triage", args=[case.number])


def now(case: Case) -> Case:
    return Case.objects.select_related("referral").get(pk=case.pk)


def send(browser, case: Case, **given):
    return browser.post(url(case), {"seen": seen(now(case)), **given})


@pytest.mark.parametrize("phase", Phase.values)
def test_what_can_still_be_decided(phase: str) -> None:
    assert bool(why_not(phase)) == (phase in (Phase.FOLLOWING, Phase.CLOSED))


def test_every_decision_has_a_phase() -> None:
    assert set(PHASE_AFTER) == set(Decision)


def test_accepting_makes_somebody_process_director(petra, as_, case) -> None:
    answer = send(as_(petra), case, decision="aangenomen", owner=petra.user.pk)
    assert answer.url == reverse("cases:case", args=[case.number])
    stored = now(case)
    assert (stored.phase, stored.owner) == (Phase.ANALYSIS, petra.user)
    assert (stored.referral.decision, stored.referral.decided_by) == (Decision.ACCEPTED, petra.user)
    assert stored.referral.decided_on == date(2026, 11, 23)
    assert AuditEvent.objects.get(event="referral.triaged").details == {"decision": "aangenomen"}


def test_who_accepts_lands_on_the_case_with_what_comes_next(petra, as_, case) -> None:
    browser = as_(petra)
    page = browser.get(send(browser, case, decision="aangenomen", owner=petra.user.pk).url).content.decode()
    assert "is aangenomen. Jij bent procesregisseur. Volgende stap" in page


def test_another_process_director_can_take_it_up(petra, groningen, as_, case) -> None:
    pim = make_person(groningen, "Pim Postma", Role.PROCESS_DIRECTOR)
    send(as_(petra), case, decision="aangenomen", owner=pim.user.pk)
    assert now(case).owner == pim.user


@pytest.mark.parametrize("name", ["emre", "fokke"])
def test_nobody_else_can(request, petra, as_, case, name: str) -> None:
    other = request.getfixturevalue(name)
    page = send(as_(petra), case, decision="aangenomen", owner=other.user.pk)
    assert "procesregisseur van dit team" in page.context["form"].errors["owner"][0]
    with pytest.raises(NotPossible):
        decide(
            by=petra,
            case=case,
            verdict=Verdict(Decision.ACCEPTED, owner=other.user),
            seen_before=seen(now(case)),
        )


@pytest.mark.parametrize(
    ("given", "phase", "reason", "referred_to"),
    [
        ({"decision": "wacht", "awaited": "Het verslag"}, Phase.WAITING, "Het verslag", ""),
        (
            {"decision": "doorverwezen", "referred_to": "Lokaal team", "reason": "Kan daar"},
            Phase.REFERRED_ON, "Kan daar", "Lokaal team",
        ),
        ({"decision": "afgewezen", "reason": "Andere regio", "referred_to": "x"}, Phase.DECLINED, "Andere regio", ""),
    ],
)  # fmt: skip
def test_each_decision_keeps_its_own_words(petra, as_, case, given, phase, reason, referred_to) -> None:
    assert send(as_(petra), case, **given).status_code == 302
    stored = now(case)
    assert (stored.phase, stored.referral.decision_reason, stored.referral.referred_to) == (
        phase,
        reason,
        referred_to,
    )
    assert stored.owner is None


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, ["decision"]),
        ({"decision": "onzin"}, ["decision"]),
        ({"decision": "aangenomen"}, ["owner"]),
        ({"decision": "wacht", "awaited": "  "}, ["awaited"]),
        ({"decision": "doorverwezen"}, ["referred_to", "reason"]),
        ({"decision": "afgewezen"}, ["reason"]),
        ({"decision": "afgewezen", "reason": "x" * 2001}, ["reason"]),
    ],
)
def test_what_is_missing_is_asked_and_nothing_is_decided(petra, as_, case, given, fields) -> None:
    page = send(as_(petra), case, **given)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == fields
    assert now(case).phase == Phase.TRIAGE


def test_a_decision_can_be_revised_with_what_stood_filled_in(petra, as_, case) -> None:
    browser = as_(petra)
    send(browser, case, decision="afgewezen", reason="Andere regio")
    page = browser.get(url(case))
    assert (page.context["form"]["decision"].value(), page.context["form"]["reason"].value()) == (
        "afgewezen",
        "Andere regio",
    )
    send(browser, case, decision="aangenomen", owner=petra.user.pk)
    stored = now(case)
    assert (stored.phase, stored.referral.decision_reason) == (Phase.ANALYSIS, "")
    assert [row.decision for row in stored.referral.history.all()][:2] == ["aangenomen", "afgewezen"]


@pytest.mark.parametrize("phase", [Phase.CLOSED, Phase.FOLLOWING])
def test_of_a_case_that_is_past_it_nothing_is_decided(petra, as_, case, phase) -> None:
    Case.objects.filter(pk=case.pk).update(phase=phase)
    browser = as_(petra)
    assert "staat vast" in browser.get(url(case)).content.decode()
    page = send(browser, case, decision="aangenomen", owner=petra.user.pk)
    assert page.status_code == 422 and "staat vast" in page.content.decode()
    assert now(case).phase == phase


def test_two_who_decide_at_once_hear_of_each_other(petra, groningen, as_, case) -> None:
    pim = make_person(groningen, "Pim Postma", Role.PROCESS_DIRECTOR)
    before = seen(now(case))
    send(as_(petra), case, decision="afgewezen", reason="Andere regio")
    page = as_(pim).post(url(case), {"seen": before, "decision": "aangenomen", "owner": pim.user.pk})
    assert page.status_code == 409
    text = page.content.decode()
    assert "Petra Nijboer" in text and "heeft intussen besloten: afgewezen" in text
    assert "Andere regio" in text
    assert page.context["form"]["decision"].value() == "aangenomen"
    assert now(case).phase == Phase.DECLINED
    with pytest.raises(DecidedMeanwhile):
        decide(by=pim, case=case, verdict=Verdict(Decision.ACCEPTED, owner=pim.user), seen_before=before)


def test_knowing_what_the_other_decided_one_can_still_decide(petra, groningen, as_, case) -> None:
    pim = make_person(groningen, "Pim Postma", Role.PROCESS_DIRECTOR)
    send(as_(petra), case, decision="afgewezen", reason="Andere regio")
    send(as_(pim), case, decision="aangenomen", owner=pim.user.pk)
    assert now(case).owner == pim.user


def test_a_double_click_decides_once(petra, as_, case) -> None:
    browser, sent = as_(petra), {"decision": "afgewezen", "reason": "Andere regio", "seen": seen(now(case))}
    assert [browser.post(url(case), sent).status_code for _ in range(2)] == [302, 302]
    assert AuditEvent.objects.filter(event="referral.triaged").count() == 1


@pytest.mark.parametrize("name", ["sietske", "carla", "emre", "zora", "bas", "lies"])
def test_only_the_process_director_decides(request, as_, case, name: str) -> None:
    browser = as_(request.getfixturevalue(name))
    assert browser.get(url(case)).status_code == 403
    assert send(browser, case, decision="afgewezen", reason="x").status_code == 403


def test_outside_the_team_there_is_nothing_to_decide(fokke, as_, case) -> None:
    assert as_(fokke).get(url(case)).status_code == 404
    assert send(as_(fokke), case, decision="afgewezen", reason="x").status_code == 404


def test_the_page_of_the_aanmelding_leads_to_the_decision(petra, sietske, as_, case) -> None:
    page = reverse("cases:referral", args=[case.number])
    assert url(case) in as_(petra).get(page).content.decode()
    assert url(case) not in as_(sietske).get(page).content.decode()
    send(as_(petra), case, decision="wacht", awaited="Het <b>verslag</b>")
    assert "Het &lt;b&gt;verslag&lt;/b&gt;" in as_(sietske).get(page).content.decode()


def test_few_queries(petra, as_, case, django_assert_max_num_queries) -> None:
    browser = as_(petra)
    browser.get(url(case))
    with django_assert_max_num_queries(14):
        browser.get(url(case))
