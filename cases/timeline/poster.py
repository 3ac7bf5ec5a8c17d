"""The timeline on A3 for the wall: as many sheets as keep the words readable, then the list."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.utils import timezone

from cases.casefile.models import Case
from expertteam.pdf.maker import make_pdf

from .drawing import draw, window_of
from .drawn import Drawing
from .queries import Timeline, timeline_of
from .shown import in_lanes, shown
from .spans import Days, Span

# A sheet is 396 mm wide inside its margins and has 215 mm for the drawing. The fewer px across it, the larger the
# letters: on the widest, 13 px is the 9.5 points one can still read from a metre away.
WIDTHS = (1000, 1150, 1320, 1540)
HIGHEST = 215 / 396
MOST_SHEETS = 12


def poster_of(case: Case, drawn: Callable[[], None]) -> bytes:
    """The PDF of what stands on the timeline now; `drawn()` is called when the sheets are drawn. Raises JobFailed."""
    timeline = timeline_of(case, timezone.localdate())
    sheets = [{**shown(one), "name": f"blad-{number}"} for number, one in enumerate(sheets_of(timeline), 1)]
    drawn()
    context = {"case": case, "sheets": sheets, "timeline": timeline, "events": in_lanes(timeline.events)}
    return make_pdf("cases/timeline/poster.html", context, title=f"Tijdlijn bij casus {case.number}")


def sheets_of(timeline: Timeline) -> list[Drawing]:
    """The drawing in as few parts of whole years as fit on a sheet each."""
    whole = window_of(timeline.spans, timeline.birth, timeline.today)
    years = whole[1].year - whole[0].year + 1
    sheets: list[Drawing] = []
    for count in range(1, min(MOST_SHEETS, years) + 1):
        parts = parts_of(whole, timeline.spans, count)
        for width in WIDTHS if count == 1 else WIDTHS[-1:]:
            sheets = [sheet(timeline, part, width) for part in parts]
            if all(one.height <= one.width * HIGHEST for one in sheets):
                return sheets
    return sheets


def sheet(timeline: Timeline, window: Days, width: float) -> Drawing:
    """One part of the time on one sheet."""
    return draw(
        timeline.spans, timeline.told, birth=timeline.birth, today=timeline.today, width=width, window=window
    )


def parts_of(whole: Days, spans: Sequence[Span], count: int) -> list[Days]:
    """Whole years in so many parts, with about as many events beginning in each."""
    first, last = whole[0].year, whole[1].year
    starts = sorted(one.first.year for one in spans) or [first]
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
