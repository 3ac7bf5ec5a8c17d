"""Every right by name: what it is called in Dutch, which roles have it. Apps declare theirs in `<app>/rules.py`.

A rule answers "may somebody in this role do this in their own team?". Whether they may do it with one particular
case is decided by the gate (`cases.casefile.gate`), which also looks at what the case is open for.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from expertteam.accounts.models import Role


@dataclass(frozen=True)
class Rule:
    """A named right. `granted_only`: roles that have it only for cases that were given to them."""

    name: str
    description: str
    roles: frozenset[Role]
    granted_only: frozenset[Role] = frozenset()


_rules: dict[str, Rule] = {}


def declare(name: str, description: str, roles: Iterable[Role], granted_only: Iterable[Role] = ()) -> Rule:
    """Add a right; a name declared twice is a programming error."""
    if name in _rules:
        raise ValueError(f"rule {name} is declared twice")
    given = frozenset(granted_only)
    _rules[name] = Rule(name, description, frozenset(roles) | given, given)
    return _rules[name]


def rule(name: str) -> Rule:
    """The rule of that name; KeyError when it does not exist (a typo must never open a door)."""
    return _rules[name]


def all_rules() -> list[Rule]:
    """Every declared right, by name."""
    return [_rules[name] for name in sorted(_rules)]
