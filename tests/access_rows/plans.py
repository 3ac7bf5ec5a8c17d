"""Plannen."""

from datetime import date

from cases.plans.binding.actions import ExplanationData, ask_explanation
from cases.plans.dilemma.actions import begin_dilemma
from cases.plans.future.actions import start_plan
from cases.plans.tailored.actions import SolutionData, add_solution
from tests.access_world import World

from .row import Row, case

#        P E e Z C S B L F V
READ = "+ + - + + - - - 0 >"
WRITE = "+ + - + - - - - 0 >"


def furnish(world: World) -> None:
    """One of every plan."""
    by, about = world.people["P"], world.case
    assert by is not None
    world.things["solution"] = add_solution(by=by, case=about, data=SolutionData("Een plek met dieren"))
    world.things["future_step"] = start_plan(by=by, case=about).steps.all()[0]
    world.things["dilemma"] = begin_dilemma(by=by, case=about, question="Laten we de deur open?")
    asked = ExplanationData("De gemeente", date(2026, 3, 1))
    world.things["explanation"] = ask_explanation(by=by, case=about, data=asked)


ROWS: dict[str, Row] = {
    "cases:plans": case(READ),
    "cases:solution_new": case(WRITE),
    "cases:solution": case(WRITE, pk=lambda w: w.things["solution"].pk),
    "cases:solution_remove": case(WRITE, only_post=True, pk=lambda w: w.things["solution"].pk),
    "cases:future_plan": case(READ),
    "cases:future_start": case(WRITE, only_post=True),
    "cases:future_save": case(WRITE, only_post=True),
    "cases:future_hand_over": case(WRITE, only_post=True),
    "cases:future_step_add": case(WRITE, only_post=True),
    "cases:future_step": case(WRITE, pk=lambda w: w.things["future_step"].pk),
    "cases:future_step_done": case(WRITE, only_post=True, pk=lambda w: w.things["future_step"].pk),
    "cases:dilemma_new": case(WRITE),
    "cases:dilemma": case(READ, pk=lambda w: w.things["dilemma"].pk),
    "cases:dilemma_step": case(WRITE, pk=lambda w: w.things["dilemma"].pk, slug=lambda w: "wie"),
    "cases:dilemma_remove": case(WRITE, only_post=True, pk=lambda w: w.things["dilemma"].pk),
    "cases:binding": case(WRITE),
    "cases:explanation_new": case(WRITE),
    "cases:explanation": case(WRITE, pk=lambda w: w.things["explanation"].pk),
    "cases:explanation_remove": case(WRITE, only_post=True, pk=lambda w: w.things["explanation"].pk),
}
