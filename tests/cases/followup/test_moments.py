"""Opvolging: planned by itself, asked at two, three, six and twelve months, on Vandaag, decided at closing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from analysis.report.content import content_of
from analysis.report.models import AdviceReport, Edition
from cases.casefile.models import Case, LegalBasis, Phase
from cases.casefile.moves import change_phase
from cases.followup.models import FollowUp
from cases.followup.moments.actions import plan_followups
from cases.followup.moments.daily import plan_due
from cases.followup.moments.queries import due_followups
from cases.process.closing import open_ends
from expertteam.access.command_line import MACHINE_NAME
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.models import JobStatus
from expertteam.ui.dates import months_after
from tests.cases.at_once import all_at_once
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]
ADVICE = date(2026, 3, 31)
HEARD = {
    "how_now": "Ik ga weer twee dagen.", "told_by": "Ruben", "followed": "deels",
    "why_not": "De boerderij had een wachtlijst.", "done_on": "2-6-2026",
}  # fmt: skip


def at(day: date) -> time_machine.travel:
    return time_machine.travel(day, tick=False)


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/opvolging/{rest}"


def with_advice(by: Person, day: date = ADVICE, **given: object) -> Case:
    """A case of which the first report was done on that day."""
    case = make_case(by, **given)
    make_analysis(case)
    with at(day):
        AdviceReport.objects.create(
            case=case, number=1, edition="gezin", analysis_version=1, fingerprint="x", pdf=b"%PDF-",
            content=content_of(case, Edition.FAMILY), status=JobStatus.DONE, requested_by=by.user,
            finished_at=f"{day}T10:00:00+00:00",
        )  # fmt: skip
    return case


def planned(by: Person, **given: object) -> Case:
    case = make_case(by, **given)
    plan_followups(by=by, case=case, begins_on=ADVICE)
    return case


def open_kinds(case: Case) -> list[str]:
    return [end.kind for end in open_ends(case) if end.kind == "opvolging"]


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 3, 31), 6, date(2026, 9, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2028, 2, 29), -216, date(2010, 2, 28)),
    ],
)
def test_counting_in_months(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_planned_from_the_first_report_and_only_once(petra: Person) -> None:
    case = with_advice(petra)
    assert [plan_due(ADVICE - timedelta(days=1)), plan_due(ADVICE), plan_due(ADVICE)] == [0, 1, 0]
    assert [(one.months, one.due_on) for one in case.followups.all()] == [
        (2, date(2026, 5, 31)), (3, date(2026, 6, 30)), (6, date(2026, 9, 30)), (12, date(2027, 3, 31)),
    ]  # fmt: skip
    assert AuditEvent.objects.get(event="followup.planned").user.name == MACHINE_NAME
    assert {row.history_user.name for row in FollowUp.history.all()} == {MACHINE_NAME}


def test_planned_from_volgen_when_there_is_no_report(petra: Person) -> None:
    case = make_case(petra)
    assert plan_due(ADVICE) == 0
    with at(ADVICE):
        change_phase(by=petra, case=case, phase=Phase.FOLLOWING)
    assert plan_due(ADVICE) == 1 and {one.begins_on for one in case.followups.all()} == {ADVICE}


def test_what_comes_first_begins_the_series(petra: Person) -> None:
    case = with_advice(petra, ADVICE)
    with at(ADVICE - timedelta(days=9)):
        change_phase(by=petra, case=case, phase=Phase.FOLLOWING)
    plan_due(ADVICE)
    assert {one.begins_on for one in case.followups.all()} == {ADVICE - timedelta(days=9)}


def test_a_month_off_is_caught_up_with(petra: Person) -> None:
    for number in range(3):
        with_advice(petra, ADVICE + timedelta(days=number))
    assert plan_due(ADVICE + timedelta(days=31)) == 3


@pytest.mark.parametrize(
    "given", [{"legal_basis": LegalBasis.REGISTER}, {"phase": Phase.CLOSED}, {"phase": Phase.DECLINED}]
)
def test_what_is_not_planned_by_itself(given: dict, petra: Person) -> None:
    with_advice(petra, **given)
    assert plan_due(ADVICE + timedelta(days=9)) == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_plan_once(petra: Person) -> None:
    with_advice(petra)
    assert sorted(all_at_once(lambda _: plan_due(ADVICE), 3)) == [0, 0, 1]
    assert FollowUp.objects.count() == 4


def test_what_will_be_planned_is_told_before(petra: Person, as_: As) -> None:
    case = with_advice(petra)
    page = as_(petra).get(address(case)).content.decode()
    assert "Wordt vanzelf gepland" in page and "31 mei 2026" in page
    assert "Nog geen advies gegeven" in as_(petra).get(address(make_case(petra))).content.decode()


def test_on_vandaag_in_time_one_line_a_case_and_gone_when_done(petra: Person, as_: As) -> None:
    case = planned(petra)
    due = date(2026, 5, 31)
    assert list(due_followups(petra, due - timedelta(days=8))) == []
    (row,) = due_followups(petra, due + timedelta(days=200))
    assert row.months == 2, "one line, the first that is open"
    with at(due):
        page = as_(petra).get("/").content.decode()
    assert address(case, f"{row.pk}/") in page and "Na 2 maanden: 31 mei 2026" in page
    with at(date(2026, 6, 2)):
        page = as_(petra).post(address(case, f"{row.pk}/"), HEARD, follow=True).content.decode()
    assert "Ik ga weer twee dagen." in page and "deels" in page and "wachtlijst" in page
    assert list(due_followups(petra, date(2026, 6, 2))) == []


def test_who_asked_it_is_who_wrote_it_first(petra: Person, carla: Person, as_: As) -> None:
    case = planned(petra)
    one = case.followups.all()[0]
    with at(date(2026, 6, 3)):
        for _ in range(2):
            as_(petra).post(address(case, f"{one.pk}/"), HEARD)
    one.refresh_from_db()
    assert (one.done_by, one.done_on) == (petra.user, date(2026, 6, 2))
    assert AuditEvent.objects.filter(event="followup.changed").count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"why_not": ""}, "why_not"),
        ({"followed": "nee", "why_not": " "}, "why_not"),
        ({"followed": ""}, "followed"),
        ({"followed": "misschien"}, "followed"),
        ({"done_on": "30-3-2026"}, "done_on"),
        ({"done_on": "1-1-2100"}, "done_on"),
        ({"how_now": "x" * 2001}, "how_now"),
    ],
)
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case = planned(petra)
    one = case.followups.all()[0]
    with at(date(2026, 6, 3)):
        answer = as_(petra).post(address(case, f"{one.pk}/"), {**HEARD, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert FollowUp.objects.exclude(done_on=None).count() == 0


def test_skipped_with_a_reason_and_still_to_be_done(petra: Person, as_: As) -> None:
    case, client = planned(petra), as_(petra)
    one = case.followups.all()[0]
    assert client.post(address(case, f"{one.pk}/overslaan/"), {"over-reason": ""}).status_code == 422
    for _ in range(2):
        client.post(address(case, f"{one.pk}/overslaan/"), {"over-reason": "Fenna wil even rust"})
    page = client.get(address(case)).content.decode()
    assert "Overgeslagen: <span" in page and "Fenna wil even rust" in page
    with at(date(2026, 6, 3)):
        client.post(address(case, f"{one.pk}/"), HEARD)
    one.refresh_from_db()
    assert (one.followed, one.skipped_reason) == ("deels", "")


def test_what_was_done_cannot_be_skipped(petra: Person, as_: As) -> None:
    case, client = planned(petra), as_(petra)
    one = case.followups.all()[0]
    with at(date(2026, 6, 3)):
        client.post(address(case, f"{one.pk}/"), HEARD)
        page = client.post(address(case, f"{one.pk}/overslaan/"), {"over-reason": "Toch niet"}, follow=True)
    assert "Dit moment is al ingevuld." in page.content.decode()


def test_another_first_day_shifts_what_is_open(petra: Person, as_: As) -> None:
    case, client = planned(petra), as_(petra)
    with at(date(2026, 6, 3)):
        client.post(address(case, f"{case.followups.all()[0].pk}/"), HEARD)
        assert client.post(address(case, "plannen/"), {"begins_on": "1-1-2020"}).status_code == 422
        for _ in range(2):
            client.post(address(case, "plannen/"), {"begins_on": "10-4-2026"})
    assert [one.due_on for one in case.followups.all()] == [
        date(2026, 5, 31), date(2026, 7, 10), date(2026, 10, 10), date(2027, 4, 10),
    ]  # fmt: skip


def test_a_new_series_after_a_new_advice(petra: Person, as_: As) -> None:
    case = planned(petra)
    with at(date(2027, 6, 3)):
        client = as_(petra)
        client.post(address(case, "rest/"), {"rest-reason": "Nieuw advies"})
        client.post(address(case, "plannen/"), {"begins_on": "1-6-2027"})
    assert case.followups.count() == 8 and case.followups.filter(skipped_reason="").count() == 4


def test_at_closing_the_rest_stays_or_goes(petra: Person, as_: As) -> None:
    stays, goes, client = planned(petra), planned(petra), as_(petra)
    assert open_kinds(stays) == open_kinds(goes) == ["opvolging"]
    client.post(address(stays, "rest/"), {"keep": "ja"})
    assert client.post(address(goes, "rest/"), {"rest-reason": ""}).status_code == 422
    client.post(address(goes, "rest/"), {"rest-reason": "Verhuisd naar een andere regio"})
    assert open_kinds(stays) == open_kinds(goes) == []
    Case.objects.update(phase=Phase.CLOSED)
    assert {row.case for row in due_followups(petra, date(2026, 6, 1))} == {stays}


@pytest.mark.parametrize("phase", [Phase.TRIAGE, Phase.DECLINED])
def test_what_was_never_taken_up_has_no_follow_up(phase: Phase, petra: Person, as_: As) -> None:
    case, client = make_case(petra, phase=phase, owner=None), as_(petra)
    assert client.get(address(case)).status_code == 200
    client.post(address(case, "plannen/"), {"begins_on": "1-4-2026"})
    assert FollowUp.objects.count() == 0


def test_another_case_has_no_key_to_it(petra: Person, as_: As) -> None:
    mine, other = planned(petra), make_case(petra)
    assert as_(petra).get(address(other, f"{mine.followups.all()[0].pk}/")).status_code == 404


def test_the_database_refuses_half_an_answer(petra: Person) -> None:
    case = planned(petra)
    for wrong in (
        {"followed": "ja"},
        {"done_on": ADVICE},
        {"followed": "nee", "done_on": ADVICE, "done_by": petra.user},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            case.followups.filter(months=2).update(**wrong)


def test_who_may_read_sees_no_buttons(petra: Person, carla: Person, as_: As) -> None:
    case = planned(petra)
    page = as_(carla).get(address(case)).content.decode()
    assert "Na 12 maanden" in page and "overslaan" not in page and "Verschuiven" not in page
