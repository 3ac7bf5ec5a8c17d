"""Versies van de analyse."""

from analysis.versions.actions import fix_version
from tests.access_world import World

from .row import Row


def furnish(world: World) -> None:
    """A version that was discussed, and then put before the family."""
    petra, analysis = world.people["P"], world.element.analysis
    assert petra
    world.things["version"] = fix_version(by=petra, analysis=analysis, why="besproken", note="Na de pauze")
    fix_version(by=petra, analysis=analysis, why="voorgelegd", note="Bij Ruben thuis")


ROWS: dict[str, Row] = {}
