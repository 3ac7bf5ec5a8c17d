"""Nothing new begins in a case that is over: what is open at closing was decided, and stays decided.

@case_page("steering.change")
@begins("cases:actions")
def add(request, case): ...
"""

import functools
from collections.abc import Callable, Collection
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .models import OPEN_PHASES, Case, Phase

View = TypeVar("View", bound=Callable[..., HttpResponse])
RUNNING = (Phase.ANALYSIS, Phase.FOLLOWING)
TAKEN_UP = (*RUNNING, Phase.CLOSED)
"""Cases that were accepted: what can come afterwards as well."""


class CaseIsOver(ValueError):
    """This case is not in a phase in which something begins; the text says so in Dutch."""


def why_not(case: Case, phases: Collection[str] = OPEN_PHASES) -> str:
    """Why nothing new begins in this case, in words; empty when it can."""
    if case.phase in phases:
        return ""
    if case.phase == Phase.CLOSED:
        return "Deze casus is afgesloten. Heropen hem eerst, bij Afsluiten."
    if case.phase in OPEN_PHASES:
        return "Dit kan zodra het team deze casus heeft opgepakt."
    return "Deze aanmelding is niet aangenomen. Hier begint niets nieuws meer."


def hold(case: Case) -> Case:
    """The row of the case as it is now, kept for this transaction: whoever else holds it waits.

    A row that only points at it can be added meanwhile, by who held that first and comes to the case later.
    """
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)


def hold_open(case: Case, phases: Collection[str] = OPEN_PHASES) -> Case:
    """The same; CaseIsOver when it was closed meanwhile."""
    held = hold(case)
    stop_when_over(held, phases)
    return held


def stop_when_over(case: Case, phases: Collection[str] = OPEN_PHASES) -> None:
    """CaseIsOver when nothing begins in this case."""
    if said := why_not(case, phases):
        raise CaseIsOver(said)


def begins(back: str, phases: Collection[str] = OPEN_PHASES) -> Callable[[View], View]:
    """For a view in which something begins: a case that is over is sent to page `back`, which says why."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def open_only(request: HttpRequest, case: Case, **kwargs: Any) -> HttpResponse:
            said = why_not(case, phases)
            if not said:
                try:
                    return view(request, case, **kwargs)
                except CaseIsOver as over:
                    said = str(over)
            messages.error(request, said)
            return redirect(back, case.number)

        return open_only  # type: ignore[return-value]

    return decorate
