"""Procesregie: steps, course, core team, journal, hand-over, going up."""

from datetime import date
from uuid import uuid4

from cases.process.journal import add_entry
from cases.process.models import ProcessStep
from cases.process.thread_models import GoingUp, HandOver
from tests.access_world import World

from .row import ANALYSIS_READ, CASE_READ, ONLY_P, Row, case

#             P E e Z C S B L F V
TEMPLATE = "+ - - - + - - - + >"


def furnish(world: World) -> None:
    """A step, a line of Petra in the journal, a hand-over to her, and a question that went up."""
    petra, carla = world.people["P"], world.people["C"]
    assert petra and carla
    world.things["step"] = ProcessStep.objects.create(
        case=world.case, stage="intake", text="Vraag toestemming"
    )
    world.things["entry"] = add_entry(
        by=petra, case=world.case, kind="bellen", text="Gebeld met Anja", minutes=10
    )
    world.things["hand_over"] = HandOver.objects.create(
        case=world.case, receiver=petra.user, asked_by=carla.user, summary="Alles loopt"
    )
    world.things["thread"] = GoingUp.objects.create(
        case=world.case, to="cce", question="Wie denkt mee?", summary="Ruben", keeper=petra.user,
        asked_on=date(2026, 3, 1), form_token=uuid4(),
    )  # fmt: skip


def thing(name: str):  # type: ignore[no-untyped-def]
    return lambda w: w.things[name].pk


ROWS: dict[str, Row] = {
    "cases:process": case(CASE_READ),
    "cases:step_add": case(ONLY_P, only_post=True, data=lambda w: {"text": "Bel Anja", "stage": "intake"}),
    "cases:steps_skip": case(ONLY_P, only_post=True),
    "cases:step": case(ONLY_P, pk=thing("step")),
    "cases:step_done": case(ONLY_P, only_post=True, pk=thing("step")),
    "cases:step_move": case(ONLY_P, only_post=True, pk=thing("step")),
    "cases:course": case(ONLY_P),
    "cases:core_team": case(ONLY_P),
    "cases:hand_over_new": case(ONLY_P),
    "cases:hand_over": case(ONLY_P, pk=thing("hand_over")),
    "cases:hand_over_answer": case(ONLY_P, only_post=True, pk=thing("hand_over")),
    "cases:take": case(ONLY_P, only_post=True),
    "cases:going_up_new": case(ONLY_P),
    "cases:going_up": case(ANALYSIS_READ, pk=thing("thread")),
    "cases:going_up_save": case(ONLY_P, only_post=True, pk=thing("thread")),
    "cases:going_up_pdf": case(ANALYSIS_READ, pk=thing("thread")),
    "cases:journal": case(CASE_READ),
    "cases:journal_add": case(CASE_READ),
    "cases:journal_draft": case(CASE_READ, only_post=True, data=lambda w: {"text": "Anja"}),
    "cases:journal_entry": case(CASE_READ, pk=thing("entry")),
    "cases:team_steps": Row(TEMPLATE),
    "cases:team_step_add": Row(TEMPLATE, only_post=True),
    "cases:team_step_change": Row(TEMPLATE, only_post=True),
}
