"""Questions to the database that are asked so often that Django words them once.

Putting a question in SQL takes Django longer than the database needs to answer it. Where people type, the same few
questions are asked a hundred times a second, with other values in the same places.
"""

import copy
from collections.abc import Callable
from inspect import signature
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Model, QuerySet

Row = TypeVar("Row", bound=Model)


class Place(Expression):
    """Where a value comes when the question is asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Itself as parameter: `AskedOften` puts the value there."""
        return "%s", [self]


class AskedOften(Generic[Row]):
    """A question that is worded once: `make` gets a Place for each of its parameters, and gives a query of rows.

        OPEN = AskedOften(lambda team, number: Case.objects.filter(team=team, number=number))
        OPEN.first(team=team.pk, number="2026-001")

    Values go to the database as they are given: numbers and keys, not model instances. What differs per question but
    is no value in the SQL (which fields, which order) makes another question.
    """

    def __init__(self, make: Callable[..., QuerySet[Row]]) -> None:
        self.make = make
        self._worded: tuple[QuerySet[Row], _Worded] | None = None

    def all(self, **given: Any) -> list[Row]:
        """Every row; KeyError when a value is missing."""
        asked, worded = self._worded or self._word()
        rows: Any = asked._chain()  # type: ignore[attr-defined]
        rows.query.get_compiler = lambda **_: worded.with_values(given)
        return list(rows)

    def first(self, **given: Any) -> Row | None:
        """The first row, or None; let the query itself ask for no more than one."""
        return next(iter(self.all(**given)), None)

    def _word(self) -> tuple[QuerySet[Row], "_Worded"]:
        asked = self.make(*map(Place, signature(self.make).parameters))
        connection = connections[DEFAULT_DB_ALIAS]
        self._worded = asked, _Worded(asked.query.get_compiler(connection=connection))
        return self._worded


class _Worded:
    """The SQL of a question, and what Django found out while wording it."""

    def __init__(self, compiler: Any) -> None:
        self.sql, self.parameters = compiler.as_sql()
        self.compiler = compiler
        self.converters = compiler.get_converters([one[0] for one in compiler.select])

    def with_values(self, given: dict[str, Any]) -> Any:
        """A compiler that has nothing to word any more."""
        ready = copy.copy(self.compiler)
        ready.connection = connections[DEFAULT_DB_ALIAS]
        values = tuple(given[one.name] if isinstance(one, Place) else one for one in self.parameters)
        ready.as_sql = lambda: (self.sql, values)
        ready.get_converters = lambda _: self.converters
        return ready
