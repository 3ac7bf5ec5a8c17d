"""A statement in SQL that is worded once, with places for values, and that a connection knows by name.

Putting a statement in SQL takes Django longer than the database needs to carry it out; planning it takes the database
longer than carrying it out.
"""

import os
import secrets
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from django.db.models import Expression
from psycopg2.extensions import AsIs  # type: ignore[import-untyped]

_numbers = count(1)
# Where processes share connections after all, a name of another one is unknown, and never something else.
_OURS = secrets.token_hex(4)


class Place(Expression):
    """Where a value comes when the statement is carried out."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Itself as parameter: whoever carries it out puts the value there."""
        return "%s", [self]


class Worded:
    """The SQL of a statement in which some parameters are a Place. Values stay values: no SQL is made of them."""

    def __init__(self, sql: str, parameters: Sequence[Any]) -> None:
        self.sql, self.parameters = sql, parameters
        self.places = [one.name for one in parameters if isinstance(one, Place)]
        self.name = f"often_{_OURS}_{os.getpid()}_{next(_numbers)}"
        self.by_name = f"EXECUTE {self.name} ({', '.join(['%s'] * len(self.places))})"

    def with_values(self, connection: Any, given: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        """What to carry out on this connection; KeyError when a value is missing."""
        if connection.prepare(self.name, self._with_numbers):
            return self.by_name, tuple(given[name] for name in self.places)
        return self.sql, tuple(given[one.name] if isinstance(one, Place) else one for one in self.parameters)

    def _with_numbers(self, cursor: Any) -> bytes:
        """The statement as PREPARE wants it: a number for every value to come, and the other values filled in."""
        numbers = count(1)
        filled = [AsIs(f"${next(numbers)}") if isinstance(one, Place) else one for one in self.parameters]
        return bytes(cursor.mogrify(self.sql, filled))
