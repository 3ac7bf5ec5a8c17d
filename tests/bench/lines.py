"""What a measurement says: one line of JSON."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Line:
    """`value` in `unit`, compared with `against`; `sizes` says of how much.

    Units: "keer" (so many times the thing it is held against), "vragen" (questions to the database), "woorden" and
    "ms", which only means something beside another line of the same run.
    """

    name: str
    value: float
    unit: str
    against: str
    sizes: dict[str, Any]

    def __str__(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def quickest(work: Callable[[], object], repeats: int) -> float:
    """Milliseconds of the quickest of so many times, after one that warms up; 0 repeats is only that one."""
    times = []
    for _ in range(repeats + 1):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return max(min(times[1:] or times), 0.001)


def both(name: str, small: float, large: float, against: str, sizes: dict[str, Any]) -> list[Line]:
    """How many times the small one the large one takes, and the large one itself."""
    return [
        Line(name, round(large / small, 2), "keer", against, sizes),
        Line(f"{name}, zelf", round(large, 2), "ms", against, sizes),
    ]
