"""The timeline: reading a line, and drawing a full life against an ordinary one. Pure, without the database."""

from collections.abc import Iterator
from datetime import date, timedelta

from cases.timeline.drawing import draw
from cases.timeline.line import read_line
from cases.timeline.spans import Span, span_of
from cases.timeline.telling import stands_out
from expertteam.ui.dates import VagueDate

from .lines import Line, both, quickest
from .sizes import Sizes

BIRTH, TODAY = date(2008, 9, 14), date(2026, 11, 23)
KINDS = ("hulp", "school", "verblijf", "verhuizing", "levensgebeurtenis", "maatregel")
LINE = "van zijn 4e tot zijn 8e ambulante hulp bij Molendrift: contact herstellen, gestopt, volgens moeder"


def timelines(sizes: Sizes) -> Iterator[Line]:
    """Laying side by side and drawing, and one line."""
    few, many = sizes.events
    times = [quickest(lambda count=count: drawn(count), sizes.repeats) for count in (few, many)]
    yield from both(
        "tijdlijn tekenen", *times, f"een tijdlijn met {few} gebeurtenissen", {"gebeurtenissen": [few, many]}
    )
    one = quickest(lambda: read_line(LINE, birth=BIRTH, today=TODAY), sizes.repeats)
    yield Line(
        "regel van de tijdlijn lezen", round(one, 3), "ms", "terwijl iemand typt", {"tekens": len(LINE)}
    )


def drawn(count: int) -> None:
    spans = [event(number, count) for number in range(count)]
    draw(spans, stands_out(spans, birth=BIRTH, today=TODAY), birth=BIRTH, today=TODAY, width=1164)


def event(number: int, count: int) -> Span:
    """Spread over the life, each lasting half a year."""
    day = BIRTH + timedelta(days=number * 6400 // count)
    return span_of(
        key=number, kind=KINDS[number % len(KINDS)], text=f"Gebeurtenis {number} met een gewone lengte",
        start=VagueDate(day.replace(day=1), "month"), end=VagueDate(day + timedelta(days=180), "day"), ongoing=False,
        today=TODAY,
    )  # fmt: skip
