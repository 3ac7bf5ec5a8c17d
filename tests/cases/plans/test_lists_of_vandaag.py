"""The lists of Vandaag about plans and follow-up: as many queries for one row as for thirty."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.followup.moments.actions import plan_followups
from cases.plans.future.actions import start_plan
from cases.plans.models import AdviceExplanation, Dilemma, TailoredSolution
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]


def fill(by: Person, times: int) -> None:
    """Cases of which every list has something to say."""
    today = timezone.localdate()
    for number in range(times):
        case = make_case(by, birth_date=today - timedelta(days=17 * 365))
        plan_followups(by=by, case=case, begins_on=today - timedelta(days=70))
        TailoredSolution.objects.create(case=case, wish="Een eigen plek", ends_on=today)
        chosen = {"choice": "Open", "why": "Rust", "chosen_on": date(2026, 1, 1), "look_again_on": today}
        Dilemma.objects.create(case=case, question="Open of dicht?", **chosen)
        AdviceExplanation.objects.create(case=case, asked_by="De gemeente", asked_on=today)
        if number % 2:
            plan = start_plan(by=by, case=case)
            plan.steps.update(due_on=today)


@pytest.mark.parametrize("key", ["opvolging", "toekomstplan", "terugkijken", "maatwerk", "uitleg"])
def test_one_row_or_thirty(key: str, petra: Person, fokke: Person, as_: As) -> None:
    client = as_(petra)
    fill(petra, 2)
    client.get(f"/vandaag/{key}/")
    with CaptureQueriesContext(connection) as few:
        assert len(client.get(f"/vandaag/{key}/").context["rows"]) == 2
    fill(petra, 28)
    with CaptureQueriesContext(connection) as many:
        assert len(client.get(f"/vandaag/{key}/").context["rows"]) == 30
    assert len(many) == len(few)
    assert len(as_(fokke).get(f"/vandaag/{key}/").context["rows"]) == 0, "another team sees nothing of it"
