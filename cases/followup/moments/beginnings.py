"""From which day the follow-up of a case counts.

Decided: from the first advice report that was done; when there is none, from the day the case moved to ‘volgen’. What
happens first begins the series, and a report that comes later does not shift it. A case that was taken over from a
register gets no series by itself: nobody knows when its advice was given. On the page one can always begin, or shift,
by hand. `cases` knows no reports; the app that does says when the first was done.
"""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils import timezone

from cases.casefile.models import Case, Phase

Beginnings = Callable[[Iterable[int]], dict[int, date]]
_beginnings: list[Beginnings] = []


def add_beginning(beginnings: Beginnings) -> None:
    """Add a source of beginnings: `beginnings(case ids)` gives the day per case it knows; a fixed number of queries."""
    _beginnings.append(beginnings)


def moved_to_following(cases: Iterable[int]) -> dict[int, date]:
    """When each case first stood on ‘volgen’; two queries at most."""
    past = Case.history.model.objects.filter(id__in=list(cases), phase=Phase.FOLLOWING)
    rows = past.order_by("id", "history_date").distinct("id").values_list("id", "history_date")
    return {pk: timezone.localdate(at) for pk, at in rows}


def begun_on(cases: Iterable[int]) -> dict[int, date]:
    """The day from which each case counts; cases in which nothing began yet are left out."""
    wanted = list(cases)
    found: dict[int, date] = {}
    for source in (*_beginnings, moved_to_following):
        for pk, day in source(wanted).items():
            found[pk] = min(found.get(pk, day), day)
    return found
