"""How large is small and how large is large, per measurement."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """(small, large) of what grows; `repeats` is how often each is timed, of which the quickest counts."""

    cases: tuple[int, int]
    searched: tuple[int, int]
    register_rows: tuple[int, int]
    events: tuple[int, int]
    elements: int
    links: int
    repeats: int
    # Meetings at once, people and screens in each, seconds between two saves of one person; seconds in which
    # everybody has come in and nothing counts yet, and seconds of measuring after those.
    meetings: int = 40
    people: int = 15
    every: float = 5.0
    settle: float = 10.0
    seconds: float = 20.0
    # People who type while everything falls over, and for how many seconds.
    typists: int = 15
    losing: float = 120.0


FULL = Sizes(
    cases=(100, 10_000), searched=(1_000, 100_000), register_rows=(33, 1_000), events=(20, 300),
    elements=40, links=60, repeats=5
)  # fmt: skip
SMALLEST = Sizes(
    cases=(3, 9),
    searched=(3, 9),
    register_rows=(2, 4),
    events=(3, 9),
    elements=8,
    links=10,
    repeats=1,
    meetings=2,
    people=2,
    every=0.5,
    settle=0.1,
    seconds=1.0,
    typists=2,
    losing=3.0,
)
