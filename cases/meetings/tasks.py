"""Making the minutes in the background."""

from celery import Task, shared_task
from django.db import transaction

from expertteam.access.command_line import the_machine
from expertteam.audit.actions import record
from expertteam.jobs.runner import run
from expertteam.jobs.sending import send_or_wait
from expertteam.jobs.tasks import register_job
from expertteam.pdf.maker import make_pdf

from .talk_models import CaseMinutes

TEMPLATE = "cases/meetings/pdf/minutes.html"


@shared_task(bind=True)
def make_case_minutes(self: Task, pk: int) -> None:
    """Make the minutes with this id; safe to run twice."""
    run(self, CaseMinutes, pk, make)


def make(minutes: CaseMinutes) -> None:
    """Write the file from what was frozen, and nothing else."""
    minutes.report_progress(30, "Bladzijden opmaken")
    title = f"Verslag van het gesprek over casus {minutes.content['number']}"
    pdf = make_pdf(TEMPLATE, {"minutes": minutes.content}, title=title)
    minutes.report_progress(95, "Bewaren")
    with transaction.atomic():
        if minutes.finish(pdf=pdf):
            record(the_machine(minutes.case.team), "minutes.made", case_number=minutes.case.number)


register_job(CaseMinutes, lambda pk: send_or_wait(make_case_minutes, pk))
