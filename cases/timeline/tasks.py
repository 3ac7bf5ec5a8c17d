"""Making the A3 sheets in the background."""

from celery import Task, shared_task
from django.db import transaction

from expertteam.jobs.models import JobStatus
from expertteam.jobs.runner import run
from expertteam.jobs.sending import send_or_wait
from expertteam.jobs.tasks import register_job

from .models import TimelinePoster


@shared_task(bind=True)
def make_timeline_poster(self: Task, pk: int) -> None:
    """Make the poster with this id; safe to run twice."""
    run(self, TimelinePoster, pk, make)


def make(poster: TimelinePoster) -> None:
    """Draw the sheets, write the file, and let go of what was made before."""
    # Late: the drawing of sheets is no matter of who only wants to know that there is work.
    from .poster import poster_of  # noqa: PLC0415

    poster.report_progress(15, "De tijdlijn tekenen")
    pdf = poster_of(poster.case, lambda: poster.report_progress(45, "Bladzijden opmaken"))
    poster.report_progress(95, "Bewaren")
    with transaction.atomic():
        if poster.finish(pdf=pdf):
            ended = [JobStatus.DONE, JobStatus.FAILED]
            poster.case.posters.filter(pk__lt=poster.pk, status__in=ended).delete()


register_job(TimelinePoster, lambda pk: send_or_wait(make_timeline_poster, pk))
