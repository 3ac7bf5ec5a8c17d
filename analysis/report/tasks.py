"""Making advice reports in the background."""

from celery import Task, shared_task
from django.db import transaction

from expertteam.access.person import Person, person_in
from expertteam.audit.actions import record
from expertteam.audit.models import Outcome
from expertteam.jobs.models import JobFailed
from expertteam.jobs.runner import run
from expertteam.jobs.sending import send_or_wait
from expertteam.jobs.tasks import register_job
from expertteam.pdf.maker import make_pdf

from .models import AdviceReport
from .shown import shown

TEMPLATE = "analysis/report/pdf.html"


@shared_task(bind=True)
def make_report(self: Task, pk: int) -> None:
    """Make the report with this id; safe to run twice."""
    run(self, AdviceReport, pk, make)


def make(report: AdviceReport) -> None:
    """Turn the frozen content into the file, and keep it, once."""
    report.report_progress(20, "De tekst en de tekening klaarzetten")
    context = shown(report)
    report.report_progress(45, "Bladzijden opmaken")
    try:
        pdf = make_pdf(TEMPLATE, context, title=context["title"])
    except JobFailed:
        _trace(report, "report.failed", Outcome.FAILED)
        raise
    report.report_progress(95, "Bewaren")
    with transaction.atomic():
        if report.finish(pdf=pdf):
            _trace(report, "report.finished")


def _trace(report: AdviceReport, event: str, outcome: Outcome = Outcome.DONE) -> None:
    team, user = report.case.team, report.requested_by
    by = person_in(user, team) or Person(user, team, frozenset())
    record(by, event, case_number=report.case.number, outcome=outcome, details={"number": report.number})


register_job(AdviceReport, lambda pk: send_or_wait(make_report, pk))
