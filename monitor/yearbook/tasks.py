"""Making the files of a year in the background."""

from typing import Any

from celery import Task, shared_task

from expertteam.jobs.runner import run
from expertteam.jobs.sending import send_or_wait
from expertteam.jobs.tasks import register_job
from expertteam.pdf.maker import make_pdf
from monitor.figures import YearFigures

from .models import Kind, YearFile
from .presentation import chapters_of
from .workbook import year_workbook


@shared_task(bind=True)
def make_year_file(self: Task, pk: int) -> None:
    """Make the file with this id; safe to run twice."""
    run(self, YearFile, pk, make)


def make(job: YearFile) -> None:
    """Render the frozen figures and store the file, once."""
    this, last = YearFigures(**job.content["this"]).complete(), YearFigures(**job.content["last"]).complete()
    job.report_progress(10, "Cijfers in tabellen en plaatjes zetten")
    context = {"team": job.team, "this": this, "last": last, "job": job}
    context["chapters"] = chapters_of(this, last, together=job.kind == Kind.PDF)
    job.report_progress(35, "Bladzijden opmaken" if job.kind == Kind.PDF else "Bladen vullen")
    job.finish(file=as_pdf(context) if job.kind == Kind.PDF else year_workbook(context))


def as_pdf(context: dict[str, Any]) -> bytes:
    """The monitor as an accessible PDF."""
    title = f"Monitor {context['this'].year} · {context['team']}"
    return make_pdf("monitor/yearbook/pdf.html", context, title=title)


register_job(YearFile, lambda pk: send_or_wait(make_year_file, pk))
