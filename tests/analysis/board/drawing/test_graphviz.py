"""Graphviz inside the process: for many threads, after a fork, and after a failure."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.board.drawing import graphviz
from analysis.board.drawing.graphviz import LayoutFailed, lay_out

DOT = """digraph {
    node [shape=box, fixedsize=true, width=1, height=0.5]; edge [arrowhead=none]
    a -> b [id=e0]; b -> c [id=e1]; c -> a [id=e2]
}"""


def test_middles_and_courses() -> None:
    layout = lay_out(DOT)
    assert set(layout.middles) == {"a", "b", "c"}
    assert layout.middles["a"][1] < layout.middles["b"][1] < layout.middles["c"][1] < layout.height
    assert all(len(course) % 3 == 1 for course in layout.courses.values())


@pytest.mark.parametrize("answer", [b"{}", b"no json", b'{"bb": "0,0,1;2,3"}'])
def test_an_answer_that_cannot_be_read_is_a_failure(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "_run", lambda dot: answer)
    with pytest.raises(LayoutFailed):
        lay_out(DOT)


def test_many_threads_get_the_same() -> None:
    expected = lay_out(DOT)
    with ThreadPoolExecutor(8) as pool:
        assert all(layout == expected for layout in pool.map(lay_out, [DOT] * 80))


def test_after_a_failure_it_goes_on() -> None:
    expected = lay_out(DOT)
    with pytest.raises(LayoutFailed):
        lay_out("digraph { a ->")
    assert lay_out(DOT) == expected


def test_a_forked_worker_draws_too() -> None:
    expected = lay_out(DOT)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(lay_out, [DOT] * 8) == [expected] * 8
