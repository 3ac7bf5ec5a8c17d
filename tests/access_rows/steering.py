"""Acties, and the pages on which people outside the team answer."""

from typing import Any

from cases.outside.actions import give_link
from cases.people.models import Participant
from cases.steering.actions import MANAGER_PAGE, OWNER_PAGE
from cases.steering.models import Action, ActionAnswer
from tests.access_world import World

from .row import CASE_READ, EVERYBODY, ONLY_P, Row, case

SETTINGS = "+ - - - + - + - + >"


def furnish(world: World) -> None:
    """An action of somebody outside with an answer, and links to answer again."""
    petra = world.people["P"]
    assert petra
    owner = Participant.objects.create(
        case=world.case, name="Gea Bos", role="hulpverlener", email="gea@school.test"
    )
    action = Action.objects.create(
        case=world.case, text="Rooster sturen", owner_name="Gea Bos", owner_participant=owner,
        manager_name="Henk Smit",
    )  # fmt: skip
    world.things["answer"] = ActionAnswer.objects.create(
        action=action, kind="klaar", form_token="6a1c8b8e-0d8b-4a5e-9c0b-1d2f3a4b5c6d"
    )
    for purpose in (OWNER_PAGE, MANAGER_PAGE):
        given = give_link(by=petra, case=world.case, purpose=purpose, subject_id=action.pk)
        world.things[purpose] = given.path.rstrip("/").rpartition("/")[2]


def one(signs: str, **more: Any) -> Row:
    return case(signs, pk=lambda w: w.action.pk, **more)


ROWS: dict[str, Row] = {
    "cases:actions": case(CASE_READ),
    "cases:action_quick": case(ONLY_P, only_post=True),
    "cases:action_preview": case(ONLY_P, only_post=True),
    "cases:action_add": case(ONLY_P),
    "cases:action": one(ONLY_P),
    "cases:action_done": one(ONLY_P, only_post=True),
    "cases:action_result": one(ONLY_P, only_post=True),
    "cases:action_snooze": one(ONLY_P, only_post=True),
    "cases:action_remind": one(ONLY_P, only_post=True),
    "cases:action_escalate": one(ONLY_P, only_post=True),
    "cases:action_close_links": one(ONLY_P, only_post=True),
    "cases:answer_noted": case(ONLY_P, only_post=True, pk=lambda w: w.things["answer"].pk),
    "cases:reminder_settings": Row(SETTINGS),
    "cases:outside_action": Row(EVERYBODY, token=lambda w: w.things[OWNER_PAGE]),
    "cases:outside_manager": Row(EVERYBODY, token=lambda w: w.things[MANAGER_PAGE]),
}
