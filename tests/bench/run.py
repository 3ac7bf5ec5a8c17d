"""All measurements, one after the other."""

from collections.abc import Iterator

from .board import boards
from .lines import Line
from .meetings import losses, meetings
from .monitor import figures, registers
from .pages import lists, papers
from .search import searches
from .sizes import Sizes
from .timeline import timelines

MEASUREMENTS = [figures, lists, searches, timelines, boards, papers, registers]
# With processes of their own, on the database as others see it; the last one restarts it.
LIVE = [meetings, losses]


def measure_all(sizes: Sizes) -> Iterator[Line]:
    """The lines of every measurement that takes place in this process, as soon as they are known."""
    for measurement in MEASUREMENTS:
        yield from measurement(sizes)


def measure_live(sizes: Sizes) -> Iterator[Line]:
    """The lines of the live board."""
    for measurement in LIVE:
        yield from measurement(sizes)
