"""From the bytes of a file to a JSON value, and the key by which the same file is known again. Pure."""

import hashlib
import json
from pathlib import Path
from typing import Any

from .sheet import Problem

MAX_BYTES = 10 * 1024 * 1024
NOT_CONTENT = frozenset({"_over", "verwacht"})


class Unreadable(ValueError):
    """The file cannot be read at all; the text says why, in Dutch."""


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises Unreadable."""
    try:
        if path.is_dir():
            raise Unreadable(f"{path} is een map, geen bestand.")
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(f"{path} is te groot: een casusbestand is hoogstens 10 MB.")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"Het bestand {path} is er niet.") from None
    except OSError as error:
        raise Unreadable(f"Het bestand {path} kan niet gelezen worden: {error.strerror}.") from None


def parse(content: bytes) -> tuple[Any, list[Problem]]:
    """The JSON value, and a problem for every key that stands twice in one object. Raises Unreadable."""
    doubles: list[Problem] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in found:
            if key in values:
                doubles.append(Problem((), f"“{key}” staat twee keer in hetzelfde object."))
            values[key] = value
        return values

    try:
        return json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=pairs, parse_constant=_refuse
        ), doubles
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1} is niet te lezen"
        raise Unreadable(f"Dit is geen UTF-8: {where}. Bewaar het bestand als UTF-8.") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"Dit is geen JSON: regel {error.lineno}, teken {error.colno} klopt niet.") from None
    except (RecursionError, ValueError):
        raise Unreadable("Dit is geen JSON die we kunnen lezen.") from None


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def source_key(document: dict[str, Any]) -> str:
    """SHA-256 of what the file says, whatever its spaces and the order of its keys; remarks and expectations aside."""
    content = {key: value for key, value in document.items() if key not in NOT_CONTENT}
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
