"""When the first advice report of a case was done: the day from which its follow-up counts."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Min
from django.utils import timezone

from expertteam.jobs.models import JobStatus

from .models import AdviceReport


def first_reports(cases: Iterable[int]) -> dict[int, date]:
    """Per case the day its first report was done; cases without one are left out. One query."""
    done = AdviceReport.objects.filter(case__in=list(cases), status=JobStatus.DONE, finished_at__isnull=False)
    rows = done.order_by().values_list("case").annotate(first=Min("finished_at"))
    return {pk: timezone.localdate(at) for pk, at in rows}
