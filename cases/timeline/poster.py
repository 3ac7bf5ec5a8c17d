"""The timeline on A3 for the wall: as many sheets as keep the words readable, then the list."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from expertteam.pdf.maker import make_pdf

from .drawing import draw, window_of
from .drawn import Drawing
from .queries import Timeline
from .shown import in_lanes, shown
from .spans import Days, Span

# A sheet is 396 by 250 mm inside its margins; this many px wide, 13 px is the 9.5 points one reads from a metre away.
WIDTH, HIGHEST = 1540, 860
MOST_SHEETS = 12


def make_poster(timeline: Timeline, context: dict[str, Any], *, title: str) -> bytes:
    """The PDF. Raises JobFailed when a library of the system is missing."""
    sheets = [{**shown(one), "name": f"blad-{number}"} for number, one in enumerate(sheets_of(timeline), 1)]
    return make_pdf(
        "cases/timeline/poster.html",
        {**context, "sheets": sheets, "timeline": timeline, "events": in_lanes(timeline.events)},
        title=title,
    )


def sheets_of(timeline: Timeline) -> list[Drawing]:
    """The drawing in as few parts of whole years as fit on a sheet each."""
    whole = window_of(timeline.spans, timeline.birth, timeline.today)
    years = whole[1].year - whole[0].year + 1
    for count in range(1, min(MOST_SHEETS, years) + 1):
        sheets = [sheet(timeline, part) for part in parts_of(whole, timeline.spans, count)]
        if all(one.height <= HIGHEST for one in sheets):
            break
    return sheets


def sheet(timeline: Timeline, window: Days) -> Drawing:
    """One part of the time on one sheet."""
    return draw(
        timeline.spans, timeline.told, birth=timeline.birth, today=timeline.today, width=WIDTH, window=window
    )


def parts_of(whole: Days, spans: Sequence[Span], count: int) -> list[Days]:
    """Whole years in so many parts, with about as many events beginning in each."""
    first, last = whole[0].year, whole[1].year
    starts = sorted(one.first.year for one in spans)
    cuts = distinct((starts[len(starts) * part // count] for part in range(1, count)), first, last)
    begins, ends = [first, *cuts], [*(cut - 1 for cut in cuts), last]
    return [(date(a, 1, 1), date(b, 12, 31)) for a, b in zip(begins, ends, strict=True)]


def distinct(cuts: Iterable[int], first: int, last: int) -> list[int]:
    """The years in which a new part begins: rising, and none empty."""
    found: list[int] = []
    for cut in cuts:
        year = max(cut, (found[-1] if found else first) + 1)
        if year <= last:
            found.append(year)
    return found
