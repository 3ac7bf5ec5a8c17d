"""The drawn timeline: nothing covers anything, and what is vague is drawn vague."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from cases.timeline.drawing import draw, hatching
from cases.timeline.drawn import LABELS, Bar, Drawing
from cases.timeline.lanes import LANES
from cases.timeline.poster import HIGHEST, parts_of, sheets_of
from cases.timeline.queries import Timeline
from cases.timeline.shown import shown
from cases.timeline.spans import Span, span_of
from cases.timeline.telling import stands_out
from expertteam.ui.dates import VagueDate

from .lines import BIRTH, TODAY, spans

LIFE = """
geboren
2012 onderzoek
sep 2013 – jul 2020 speciaal basisonderwijs, succes
maart – juni 2020 school dicht, knooppunt
2 mei 2023 – 14 juli 2023 opname op een behandelgroep
sinds mei 2024 thuis
"""


def drawing_of(some: list[Span], width: float = 1164) -> Drawing:
    return draw(some, stands_out(some, birth=BIRTH, today=TODAY), birth=BIRTH, today=TODAY, width=width)


def bars_of(drawing: Drawing) -> dict[int, Bar]:
    return {bar.key: bar for lane in drawing.lanes for bar in lane.bars}


def test_a_lane_for_every_area_also_without_events() -> None:
    assert [lane.name for lane in drawing_of([]).lanes] == list(LANES.values())


def test_what_is_sure_stands_inside_what_may_be() -> None:
    bars = bars_of(drawing_of(spans(LIFE)))
    year, school, stay = bars[2], bars[3], bars[5]
    assert year.is_vague and year.sure_width == 0
    assert school.is_vague and school.x < school.sure_x < school.sure_x + school.sure_width < school.right
    assert not stay.is_vague and stay.sure_width == stay.width
    assert bars[6].goes_on and bars[6].right == pytest.approx(drawing_of(spans(LIFE)).now, abs=1)


def test_a_mark_has_a_shape_a_colour_and_its_word() -> None:
    svg = render_to_string(
        "cases/timeline/drawing.svg.html", {**shown(drawing_of(spans(LIFE))), "name": "proef", "whole": True}
    )
    assert "Knooppunt: School dicht" in svg and "Succesmoment: Speciaal basisonderwijs" in svg
    assert "<title" in svg and "<desc" in svg and "style=" not in svg and "Maatregelen" in svg
    assert svg.count("<polygon") == 3, "two marks and the arrow of what goes on"


def test_gaps_are_hatched_and_named() -> None:
    (lane,) = [lane for lane in drawing_of(spans(LIFE)).lanes if lane.code == "hulp"]
    assert [one.told.kind for one in lane.strokes] == ["gap", "gap"]
    assert lane.strokes[1].hatch.startswith("M") and "zonder hulp" in lane.strokes[1].words.text


@given(st.integers(0, 400), st.integers(0, 60))
def test_hatching_stays_inside_its_rectangle(width: int, height: int) -> None:
    numbers = [
        float(number)
        for line in hatching(10, 20, width, height).replace("L", "M").split("M")
        for number in line.split()
    ]
    assert all(10 <= x <= 10 + width for x in numbers[::2])
    assert all(20 <= y <= 20 + height for y in numbers[1::2])


KINDS = ["levensgebeurtenis", "verhuizing", "school", "hulp", "verblijf", "maatregel"]
EVENTS = st.lists(
    st.tuples(
        st.dates(date(2008, 9, 14), TODAY), st.integers(0, 2000), st.sampled_from(KINDS), st.text(max_size=90),
        st.sampled_from(["", "knooppunt", "succesmoment", "schakelmoment"]),
    ),
    max_size=25,
)  # fmt: skip


def as_spans(events: list[tuple[date, int, str, str, str]]) -> list[Span]:
    return [
        span_of(
            key=key, kind=kind, text=text or "iets", start=VagueDate(day, "day"),
            end=VagueDate(min(date.fromordinal(day.toordinal() + days), TODAY), "day") if days else None,
            ongoing=False, today=TODAY, mark=mark,
        )
        for key, (day, days, kind, text, mark) in enumerate(events)
    ]  # fmt: skip


@given(EVENTS)
def test_bars_and_words_never_cover_each_other(events: list[tuple[date, int, str, str, str]]) -> None:
    drawing = drawing_of(as_spans(events))
    for lane in drawing.lanes:
        taken = sorted(
            (bar.y, min(bar.x, bar.words.x), max(bar.right, bar.words.x + bar.words.width))
            for bar in lane.bars
        )
        for one, other in zip(taken, taken[1:], strict=False):
            assert one[0] != other[0] or one[2] <= other[1]
        for bar in lane.bars:
            assert LABELS <= bar.x <= bar.right <= drawing.width
            assert lane.y <= bar.y and bar.y + 20 <= lane.y + lane.height


def test_few_events_are_drawn_large_and_many_on_more_sheets() -> None:
    def sheets(some: list[Span]) -> list[Drawing]:
        told = stands_out(some, birth=BIRTH, today=TODAY)
        return sheets_of(Timeline([], some, told, BIRTH, TODAY))

    assert [sheet.width for sheet in sheets(spans(LIFE))] == [1000]
    many = as_spans(
        [(date(2009 + n % 17, 1 + n % 12, 1), 200, KINDS[n % 6], "Een gewone regel", "") for n in range(150)]
    )
    crowded = sheets(many)
    assert len(crowded) > 1 and all(sheet.height <= sheet.width * HIGHEST for sheet in crowded)


@given(EVENTS, st.integers(1, 12))
def test_sheets_hold_every_year_once(events: list[tuple[date, int, str, str, str]], count: int) -> None:
    parts = parts_of((date(2008, 1, 1), date(2026, 12, 31)), as_spans(events), count)
    years = [year for first, last in parts for year in range(first.year, last.year + 1)]
    assert years == list(range(2008, 2027))
