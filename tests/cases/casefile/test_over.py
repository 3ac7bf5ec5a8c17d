"""Nothing new begins in a case that is over: not by an old tab, and not in the moment in which it is closed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cases.casefile.models import Case, Phase
from cases.casefile.over import CaseIsOver
from cases.followup.actions import Outcome, save_outcome
from cases.plans.dilemma.actions import begin_dilemma
from cases.plans.future.actions import StepData, change_step, hand_over_steps, start_plan
from cases.plans.tailored.actions import SolutionData, add_solution
from cases.process.closing import open_ends
from cases.process.course import CourseData, set_course
from cases.process.models import StepStatus
from cases.process.steps import add_step, settle_step
from cases.steering.actions import ActionData, add_action, change_action, finish_action, known
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]
TODAY = date(2026, 3, 1)
BEGINNINGS = {
    "action_quick": ({"line": "Gea belt school"}, "actions"),
    "action_add": ({"text": "School bellen", "owner_name": "Gea", "reminders": "team"}, "actions"),
    "course": ({"towards": "Rust", "agreed_on": "1-3-2026"}, "process"),
    "core_team": ({}, "process"),
    "solution_new": ({"wish": "Een eigen plek"}, "plans"),
    "future_start": ({}, "plans"),
    "dilemma_new": ({"question": "Open of dicht?"}, "plans"),
    "binding": ({"is_binding": "ja", "agreed_with": "De gemeente", "agreed_on": "1-3-2026"}, "plans"),
}


@pytest.mark.parametrize("phase", [Phase.CLOSED, Phase.DECLINED])
@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_form_of_an_old_tab_begins_nothing(name: str, phase: Phase, petra: Person, as_: As) -> None:
    case, (given, back) = make_case(petra, phase=phase), BEGINNINGS[name]
    answer = as_(petra).post(reverse(f"cases:{name}", args=[case.number]), given, follow=True)
    assert answer.redirect_chain == [(reverse(f"cases:{back}", args=[case.number]), 302)]
    said = "Heropen hem eerst" if phase == Phase.CLOSED else "niet aangenomen"
    assert said in answer.content.decode()
    assert open_ends(case) == [] and not case.courses.exists() and not case.core_team.exists()


def test_the_page_of_a_closed_case_offers_no_action(petra: Person, as_: As) -> None:
    case, client = make_case(petra, phase=Phase.CLOSED), as_(petra)
    page = client.get(reverse("cases:actions", args=[case.number])).content.decode()
    assert "Nieuwe actie" not in page and "Wie doet wat, wanneer?" not in page


def close(by: Person, case: Case) -> None:
    """Somebody else closes it; `case` still says that it runs."""
    save_outcome(by=by, case=Case.objects.get(pk=case.pk), outcome=Outcome(closed_on=date(2026, 6, 1)))


def test_not_in_the_moment_in_which_it_is_closed(petra: Person) -> None:
    case = make_case(petra)
    close(petra, case)
    for begin in (
        lambda: add_action(by=petra, case=case, data=ActionData("Bellen", "Gea")),
        lambda: set_course(by=petra, case=case, data=CourseData("Rust", "", "", TODAY)),
        lambda: add_solution(by=petra, case=case, data=SolutionData("Een eigen plek")),
        lambda: start_plan(by=petra, case=case),
        lambda: begin_dilemma(by=petra, case=case, question="Open of dicht?"),
    ):
        with pytest.raises(CaseIsOver, match="Heropen hem eerst"):
            begin()


def test_what_was_decided_does_not_open_again(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    action = add_action(by=petra, case=case, data=ActionData("Bellen", "Gea"))
    step = add_step(by=petra, case=case, stage="volgen", text="Bel Anja")
    case.steps.update(status=StepStatus.DONE, settled_on=TODAY)
    finish_action(by=petra, action=action)
    close(petra, case)
    given = {
        "text": "Bellen",
        "owner_name": "Gea",
        "reminders": "team",
        "status": "open",
        "result": "Toch niet",
    }
    answer = client.post(reverse("cases:action", args=[case.number, action.pk]), given)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["status"]
    assert "Toch niet" in answer.content.decode(), "nothing typed is lost"
    action.refresh_from_db()
    with pytest.raises(CaseIsOver):
        change_action(by=petra, action=action, data=replace(known(action), status="open"))
    step.refresh_from_db()
    with pytest.raises(CaseIsOver):
        settle_step(by=petra, step=step, status=StepStatus.OPEN)


def test_a_step_of_the_toekomstplan_does_not_open_again(petra: Person) -> None:
    case = make_case(petra)
    plan = start_plan(by=petra, case=case)
    hand_over_steps(by=petra, plan=plan, to="De mentor")
    close(petra, case)
    with pytest.raises(CaseIsOver):
        change_step(by=petra, step=plan.steps.all()[0], data=StepData("wonen", "Waar?", TODAY))
