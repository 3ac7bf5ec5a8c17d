"""All measurements, one after the other."""

from collections.abc import Iterator

from .board import boards
from .lines import Line
from .monitor import figures, registers
from .pages import lists, papers
from .search import searches
from .sizes import Sizes
from .timeline import timelines

MEASUREMENTS = [figures, lists, searches, timelines, boards, papers, registers]


def measure_all(sizes: Sizes) -> Iterator[Line]:
    """The lines of every measurement, as soon as they are known."""
    for measurement in MEASUREMENTS:
        yield from measurement(sizes)
