"""A picture gets paper on which it can be read, and is never larger than the room for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.board.paper import LEGIBLE, PAPERS, PX, paper_for

SIDE = st.integers(min_value=100, max_value=6000)


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [
        (620, 728, "portrait"),
        (1200, 640, "landscape"),
        (1700, 900, "large"),
        (1100, 1650, "tall"),
        (5000, 5000, "tall"),
    ],
)
def test_paper(width: int, height: int, name: str) -> None:
    assert paper_for(width, height) == name


@given(SIDE, SIDE)
def test_the_first_paper_that_reads_well_or_else_the_best(width: int, height: int) -> None:
    chosen = next(paper for paper in PAPERS if paper.name == paper_for(width, height))
    scale = chosen.scale(width, height)
    assert scale * width * PX <= chosen.width + 1e-6
    assert scale * height * PX <= chosen.height + 1e-6
    assert scale >= LEGIBLE or scale == max(paper.scale(width, height) for paper in PAPERS)
