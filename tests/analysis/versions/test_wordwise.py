"""Which words went and which came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.versions.wordwise import Run, RunKind, list_runs, word_runs

SAME, GONE, ADDED = RunKind.SAME, RunKind.GONE, RunKind.ADDED
TEXTS = st.text(alphabet="ab .,é🙂א\n", max_size=30)


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", []),
        ("zo", "zo", [(SAME, "zo")]),
        ("", "nieuw", [(ADDED, "nieuw")]),
        ("weg", "", [(GONE, "weg")]),
        ("Ligt op de bank", "Ligt vaak op de bank", [(SAME, "Ligt"), (ADDED, " vaak"), (SAME, " op de bank")]),
        ("Ligt op de bank.", "Ligt op bed.", [(SAME, "Ligt op "), (GONE, "de bank"), (ADDED, "bed"), (SAME, ".")]),
        ("een klein ding", "twee grote ding", [(GONE, "een klein"), (ADDED, "twee grote"), (SAME, " ding")]),
    ],
)  # fmt: skip
def test_runs(before: str, after: str, runs: list[tuple[RunKind, str]]) -> None:
    assert [(run.kind, run.text) for run in word_runs(before, after)] == runs


@given(TEXTS, TEXTS)
def test_no_word_is_lost_or_invented(before: str, after: str) -> None:
    runs = word_runs(before, after)
    assert "".join(run.text for run in runs if run.kind != ADDED) == before
    assert "".join(run.text for run in runs if run.kind != GONE) == after
    assert all(run.text for run in runs)


def test_a_book_is_not_looked_into() -> None:
    long = "woord " * 3000
    assert word_runs(long, long + "x") == (Run(GONE, long), Run(ADDED, long + "x"))


def test_lists() -> None:
    assert list_runs(["a", "b"], ["b", "c", "c"]) == (Run(SAME, "b"), Run(GONE, "a"), Run(ADDED, "c"))
