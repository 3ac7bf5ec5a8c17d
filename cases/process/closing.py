"""What is still open when a case is closed: each of it must be decided first. Rooms add theirs when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse

from cases.casefile.models import Case
from cases.steering.models import ActionStatus

from .going_up import open_threads, party_of
from .hand_over import waiting_of
from .models import StepStatus
from .steps import place_of


@dataclass(frozen=True)
class OpenEnd:
    """Something nobody decided on: what kind (a Dutch word), which one, and the page where one decides."""

    kind: str
    text: str
    url: str


Ends = Callable[[Case], Iterable[OpenEnd]]
_sources: list[tuple[int, Ends]] = []


def add_open_ends(ends: Ends, *, place: int) -> None:
    """Add a source of open ends; `ends(case)` may ask a fixed number of queries. `place` orders them."""
    _sources.append((place, ends))
    _sources.sort(key=lambda one: one[0])


def open_ends(case: Case) -> list[OpenEnd]:
    """Everything that must be decided before the case can be closed; empty: it can."""
    return [end for _, ends in _sources for end in ends(case)]


def actions(case: Case) -> Iterable[OpenEnd]:
    for action in case.actions.filter(status=ActionStatus.OPEN).order_by("due_on", "pk"):
        yield OpenEnd("actie", action.text, reverse("cases:action", args=[case.number, action.pk]))


def steps(case: Case) -> Iterable[OpenEnd]:
    """Steps that are neither done nor skipped."""
    for step in sorted(case.steps.filter(status=StepStatus.OPEN), key=place_of):
        yield OpenEnd("stap", step.text, reverse("cases:step", args=[case.number, step.pk]))


def threads(case: Case) -> Iterable[OpenEnd]:
    for thread in open_threads(case):
        text = f"{thread.question} (vraag aan {party_of(thread.to)})"
        yield OpenEnd("vraag hogerop", text, reverse("cases:going_up", args=[case.number, thread.pk]))


def hand_overs(case: Case) -> Iterable[OpenEnd]:
    waiting = waiting_of(case)
    if waiting:
        url = reverse("cases:hand_over", args=[case.number, waiting.pk])
        yield OpenEnd("overdracht", f"Overdracht aan {waiting.receiver}", url)


def add_own_ends() -> None:
    """Called once, when the app starts."""
    add_open_ends(actions, place=10)
    add_open_ends(steps, place=20)
    add_open_ends(threads, place=30)
    add_open_ends(hand_overs, place=40)
