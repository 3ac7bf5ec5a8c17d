"""What of the follow-up must be decided when a case is closed."""

from collections.abc import Iterable

from django.urls import reverse

from cases.casefile.models import Case
from cases.process.closing import OpenEnd
from expertteam.ui.dates import long_date

from .moments.queries import OPEN


def open_moments(case: Case) -> Iterable[OpenEnd]:
    """One line for the moments still to come: they are asked, left out, or stay on Vandaag after closing."""
    waiting = list(case.followups.filter(OPEN, stays=False))
    if waiting:
        days = ", ".join(long_date(one.due_on) for one in waiting)
        url = f"{reverse('cases:followups', args=[case.number])}#rest"
        yield OpenEnd("opvolging", f"Nog te vragen hoe het gaat: {days}", url)
