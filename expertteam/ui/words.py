"""Small pieces of Dutch that sentences are made of. Pure."""

from collections.abc import Iterable


def listed(parts: Iterable[str]) -> str:
    """«Anja», «Anja en Henk», «Anja, Henk en Bea»; there must be at least one."""
    *first, last = parts
    return f"{', '.join(first)} en {last}" if first else last
