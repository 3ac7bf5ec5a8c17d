"""Versies van de analyse."""

from analysis.versions.actions import fix_version
from tests.access_world import World

from .row import ANALYSIS_CHANGE, ANALYSIS_READ, Row, case


def furnish(world: World) -> None:
    """A version that was discussed, and then put before the family."""
    petra, analysis = world.people["P"], world.element.analysis
    assert petra
    world.things["version"] = fix_version(by=petra, analysis=analysis, why="besproken", note="Na de pauze")
    fix_version(by=petra, analysis=analysis, why="voorgelegd", note="Bij Ruben thuis")


def piece(signs: str, **more: object) -> Row:
    """A row of an address of one card."""
    return case(signs, piece=lambda w: w.kind, pk=lambda w: w.element.pk, **more)


ROWS: dict[str, Row] = {
    "analysis:versions": case(ANALYSIS_READ),
    "analysis:version_fix": case(ANALYSIS_CHANGE, only_post=True),
    "analysis:version": case(ANALYSIS_READ, version=lambda w: w.things["version"].number),
    "analysis:version_past": case(ANALYSIS_READ),
    "analysis:version_compare": case(ANALYSIS_READ),
    "analysis:version_writers": case(ANALYSIS_READ),
    "analysis:version_restore": case(ANALYSIS_CHANGE),
    "analysis:version_piece": piece(ANALYSIS_READ),
    "analysis:version_restore_part": piece(ANALYSIS_CHANGE),
}
