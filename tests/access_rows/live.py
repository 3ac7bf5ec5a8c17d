"""The live board: what it sends by itself, and the stream of what others do."""

from uuid import uuid4

from analysis.live.models import Conflict
from tests.access_world import World

from .row import ANALYSIS_CHANGE, ANALYSIS_READ, Row, case

WORDS = {"piece": "kaartje", "field": "text", "version": 1, "value": "Andere woorden"}

# A colleague cannot tell that Petra has to choose.
AUTHOR_ONLY = "+ 0 - - - - - - 0 >"

ROWS: dict[str, Row] = {
    "analysis:live_save": case(
        ANALYSIS_CHANGE, only_post=True, data=lambda w: {**WORDS, "op": uuid4(), "pk": w.element.pk}
    ),
    "analysis:live_settle": case(
        AUTHOR_ONLY, only_post=True, data=lambda w: {"keep": "mine"}, pk=lambda w: w.things["conflict"].pk
    ),
    "analysis:live_undo": case(ANALYSIS_CHANGE, only_post=True),
    "analysis:live_here": case(ANALYSIS_READ, only_post=True, data=lambda w: {"tab": uuid4()}),
    "analysis:live_stream": case(ANALYSIS_READ),
    "analysis:board_state": case(ANALYSIS_READ),
}


def furnish(world: World) -> None:
    """Words of Petra that wait beside those of somebody else."""
    petra = world.people["P"]
    assert petra is not None
    world.things["conflict"] = Conflict.objects.create(
        analysis=world.element.analysis, piece="kaartje", part_id=world.element.pk, field="text",
        author=petra.user, base_version=1, theirs_version=1, mine="Kruipt weg bij de kachel",
    )  # fmt: skip
