"""Reading the timeline of a case: one query, whatever stands on it."""

from dataclasses import dataclass
from datetime import date

from cases.casefile.models import Case

from .drawing import draw
from .drawn import Drawing
from .lanes import LANES, lane_of
from .models import TimelineEvent
from .moments import said
from .spans import Span, span_of
from .telling import StandsOut, stands_out

NARROWEST_PAGE, A_YEAR = 1164, 62


@dataclass(frozen=True)
class Timeline:
    """What happened to one young person, and what stands out when it is laid side by side."""

    events: list[TimelineEvent]
    spans: list[Span]
    told: StandsOut
    birth: date
    today: date

    def drawing(self) -> Drawing:
        """As the page shows it: as wide as the years ask."""
        first = min([one.first for one in self.spans], default=self.birth)
        years = self.today.year - first.year + 1
        return draw(
            self.spans, self.told, birth=self.birth, today=self.today,
            width=max(NARROWEST_PAGE, 120 + years * A_YEAR),
        )  # fmt: skip


def timeline_of(case: Case, today: date) -> Timeline:
    """The timeline of a case from the gate."""
    events = list(case.timeline.all())
    birth = case.young_person.birth_date
    spans = [span_of_event(event, today) for event in events]
    return Timeline(events, spans, stands_out(spans, birth=birth, today=today), birth, today)


def span_of_event(event: TimelineEvent, today: date) -> Span:
    """The span of a row."""
    return span_of(
        key=event.pk, kind=event.kind, text=event.text, start=event.start, end=event.end, ongoing=event.ongoing,
        today=today, mark=event.mark, provider=event.provider,
    )  # fmt: skip


def in_short(case: Case, today: date) -> dict[str, object] | None:
    """For the overview: how much stands on the timeline, its last marks and what stands out; None when it is empty."""
    timeline = timeline_of(case, today)
    if not timeline.events:
        return None
    marked = [event for event in timeline.events if event.mark]
    told = [*timeline.told.cookers, *(one for one in timeline.told.gaps if one.is_sure)]
    counts = {name: sum(lane_of(one.kind) == code for one in timeline.events) for code, name in LANES.items()}
    return {
        "count": len(timeline.events),
        "counts": {name.lower(): count for name, count in counts.items() if count},
        "marked": marked[-3:],
        "told": told[-2:],
        "since": said(timeline.events[0].start, timeline.birth),
    }
