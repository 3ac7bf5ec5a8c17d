"""Which events somebody added a moment ago, so that the next page can show them with a way back. Keys only, no text."""

from collections.abc import Iterable

from django.http import HttpRequest

from cases.casefile.models import Case

KEY = "timeline_added"


def remember_added(request: HttpRequest, case: Case, pks: Iterable[int]) -> None:
    """Keep these until the timeline of this case was shown."""
    request.session[KEY] = [case.pk, *pks]


def just_added(request: HttpRequest, case: Case) -> frozenset[int]:
    """The events of this case that were added on the page before."""
    of_case, *pks = request.session.get(KEY, [None])
    return frozenset(pks) if of_case == case.pk else frozenset()


def forget_added(request: HttpRequest) -> None:
    """They were shown."""
    request.session.pop(KEY, None)
