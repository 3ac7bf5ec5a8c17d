"""Asking for a report: one per content, numbered without doubles, tried again after a failure."""

import threading

import pytest
from django.db import IntegrityError, connection, transaction

from analysis.board.actions import add_element
from analysis.report.actions import request_report, try_again
from analysis.report.content import NothingToReport
from analysis.report.models import AdviceReport, Edition
from analysis.report.tasks import make_report
from cases.casefile.models import Case
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent, Outcome
from expertteam.embedded import pdf_libraries
from expertteam.jobs.models import JobStatus
from tests.factories import make_case

from .cases import load

FAMILY, PROFESSIONALS = Edition.FAMILY, Edition.PROFESSIONALS
pytestmark = pytest.mark.django_db


def ask(by: Person, case: Case, edition: Edition = FAMILY) -> AdviceReport:
    return request_report(by=by, case=case, edition=edition)[0]


def test_asking_twice_gives_one(petra: Person, carla: Person) -> None:
    case = load(petra)
    first, new = request_report(by=petra, case=case, edition=FAMILY)
    second, again = request_report(by=carla, case=case, edition=FAMILY)
    assert (first.pk, new, again) == (second.pk, True, False)
    assert AuditEvent.objects.filter(event="report.requested").count() == 1


def test_numbers_count_on_over_editions_and_contents(petra: Person) -> None:
    case = load(petra)
    numbers = [ask(petra, case).number, ask(petra, case, PROFESSIONALS).number]
    Action.objects.create(case=case, text="Nog een", owner_name="Petra")
    numbers += [ask(petra, case).number, ask(petra, case, PROFESSIONALS).number]
    assert numbers == [1, 2, 3, 4]


def test_numbers_are_per_case(petra: Person) -> None:
    first, other = load(petra), load(petra, lambda document: document["jeugdige"].update(roepnaam="Sem"))
    assert [ask(petra, first).number, ask(petra, other).number] == [1, 1]


def test_a_report_names_the_version_it_was_made_from(petra: Person) -> None:
    case = load(petra)
    first, second = ask(petra, case), ask(petra, case, PROFESSIONALS)
    assert first.fixed_version == second.fixed_version and first.version_number == 1
    assert (first.fixed_version.why, first.fixed_version.note) == ("advies", "Rapport 1")  # type: ignore[union-attr]
    add_element(by=petra, analysis=case.analysis, kind="klacht", domain="gezin", text="Ruzie")
    assert ask(petra, case).version_number == 2


def test_a_report_of_before_keeps_the_number_it_had(petra: Person) -> None:
    report = AdviceReport(analysis_version=41)
    assert report.version_number == 41


def test_an_empty_case_is_refused(petra: Person) -> None:
    with pytest.raises(NothingToReport):
        ask(petra, make_case(petra))
    assert AdviceReport.objects.count() == 0


def test_the_content_stays_as_it_was(petra: Person) -> None:
    case = load(petra)
    report = ask(petra, case)
    Action.objects.filter(case=case).delete()
    make_report(report.pk)
    report.refresh_from_db()
    assert (report.status, len(report.content["actions"])) == (JobStatus.DONE, 4)
    with pytest.raises(IntegrityError), transaction.atomic():
        AdviceReport.objects.filter(pk=report.pk).update(pdf=b"anders")
    with pytest.raises(IntegrityError), transaction.atomic():
        AdviceReport.objects.filter(pk=report.pk).update(content={})


def test_made_twice_is_kept_once(petra: Person) -> None:
    report = ask(petra, load(petra))
    make_report(report.pk)
    make_report(report.pk)
    report.refresh_from_db()
    assert (report.attempts, report.status) == (1, JobStatus.DONE)
    assert AuditEvent.objects.filter(event="report.finished").count() == 1


def test_a_failure_says_why_and_can_be_tried_again(petra: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    report = ask(petra, load(petra))
    with monkeypatch.context() as poor:
        poor.setattr(pdf_libraries, "LIBRARIES", {"libbestaatniet.so.9": "libbestaatniet9"})
        make_report(report.pk)
    report.refresh_from_db()
    assert (report.status, "libbestaatniet9" in report.error) == (JobStatus.FAILED, True)
    assert AuditEvent.objects.get(event="report.failed").outcome == Outcome.FAILED
    assert try_again(by=petra, report=report)
    assert not try_again(by=petra, report=report)
    make_report(report.pk)
    report.refresh_from_db()
    assert (report.status, bytes(report.pdf or b"")[:5]) == (JobStatus.DONE, b"%PDF-")


def test_asking_again_for_a_failed_report_tries_again(petra: Person) -> None:
    case = load(petra)
    report = ask(petra, case)
    report.fail("Mislukt.")
    assert ask(petra, case).status == JobStatus.QUEUED
    assert AdviceReport.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_ten_people_at_once_get_one_report_per_edition(petra: Person) -> None:
    case = load(petra)
    numbers: list[tuple[str, int]] = []
    together = threading.Barrier(10)

    def one(edition: Edition) -> None:
        together.wait()
        try:
            numbers.append((edition.value, ask(petra, case, edition).number))
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=[edition]) for edition in Edition for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(numbers) == 10
    assert sorted(number for _, number in set(numbers)) == [1, 2]
    assert AdviceReport.objects.count() == 2
