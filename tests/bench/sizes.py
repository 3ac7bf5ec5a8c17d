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


FULL = Sizes(
    cases=(100, 10_000), searched=(1_000, 100_000), register_rows=(33, 1_000), events=(20, 300),
    elements=40, links=60, repeats=5
)  # fmt: skip
SMALLEST = Sizes(
    cases=(3, 9), searched=(3, 9), register_rows=(2, 4), events=(3, 9), elements=8, links=10, repeats=1
)
