"""Questions to the database that are asked so often that Django words them once, and PostgreSQL plans them once.

Where people type, the same few questions are asked a hundred times a second, with other values in the same places.
"""

import copy
from collections.abc import Callable
from inspect import signature
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet

from .worded import Place, Worded

Row = TypeVar("Row", bound=Model)


class AskedOften(Generic[Row]):
    """A question that is worded once: `make` gets a Place for each of its parameters, and gives a query of rows.

        OPEN = AskedOften(lambda team, number: Case.objects.filter(team=team, number=number))
        OPEN.first(team=team.pk, number="2026-001")

    Values go to the database as they are given: numbers and keys, not model instances. What differs per question but
    is no value in the SQL (which fields, which order) makes another question.
    """

    def __init__(self, make: Callable[..., QuerySet[Row]]) -> None:
        self.make = make
        self._worded: tuple[QuerySet[Row], _Question] | None = None

    def all(self, **given: Any) -> list[Row]:
        """Every row; KeyError when a value is missing."""
        asked, worded = self._worded or self._word()
        rows: Any = asked._chain()  # type: ignore[attr-defined]
        rows.query.get_compiler = lambda **_: worded.compiler_with(given)
        return list(rows)

    def first(self, **given: Any) -> Row | None:
        """The first row, or None; let the query itself ask for no more than one."""
        return next(iter(self.all(**given)), None)

    def _word(self) -> tuple[QuerySet[Row], "_Question"]:
        asked = self.make(*map(Place, signature(self.make).parameters))
        connection = connections[DEFAULT_DB_ALIAS]
        self._worded = asked, _Question(asked.query.get_compiler(connection=connection))
        return self._worded


class _Question(Worded):
    """A question, and what Django found out while wording it."""

    def __init__(self, compiler: Any) -> None:
        super().__init__(*compiler.as_sql())
        self.compiler = compiler
        self.converters = compiler.get_converters([one[0] for one in compiler.select])

    def compiler_with(self, given: dict[str, Any]) -> Any:
        """A compiler that has nothing to word any more."""
        ready = copy.copy(self.compiler)
        ready.connection = connections[DEFAULT_DB_ALIAS]
        statement = self.with_values(ready.connection, given)
        ready.as_sql = lambda: statement
        ready.get_converters = lambda _: self.converters
        return ready
