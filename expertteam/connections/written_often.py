"""Rows that are added or changed so often that Django words it once, and PostgreSQL plans it once.

Beside `asked_often.py`, for the few rows that every saved word writes.
"""

import functools
from collections.abc import Callable
from inspect import signature
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import Model, QuerySet
from django.db.models.sql import InsertQuery, UpdateQuery
from django.db.transaction import mark_for_rollback_on_error

from .worded import Place, Worded


class ChangedOften:
    """Changing rows: `make` gets a Place for each of its parameters, and gives which rows, and what they get.

        COUNTED = ChangedOften(lambda pk, version: (Analysis.objects.filter(pk=pk), {"version": version}))
        COUNTED.change(pk=12, version=4)

    As `QuerySet.update`: values go to the database as they are given, and no signal is sent.
    """

    def __init__(self, make: Callable[..., tuple[QuerySet[Any], dict[str, Place]]]) -> None:
        self.make = make

    @functools.cached_property
    def _worded(self) -> Worded:
        rows, values = self.make(*map(Place, signature(self.make).parameters))
        query: Any = rows.query.chain(UpdateQuery)
        query.add_update_values(values)
        return Worded(*query.get_compiler(connection=connections[DEFAULT_DB_ALIAS]).as_sql())

    def change(self, **given: Any) -> int:
        """How many rows were changed; KeyError when a value is missing."""
        connection = connections[DEFAULT_DB_ALIAS]
        with mark_for_rollback_on_error(using=DEFAULT_DB_ALIAS), connection.cursor() as cursor:
            cursor.execute(*self._worded.with_values(connection, given))
            return int(cursor.rowcount)


class AddedOften(Model):
    """Base of a model of which a new row is added as `Model.save` does, but worded once; no signal is sent."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Add a new row, or store one that is there."""
        if self.pk is None and options.get("using") in (None, DEFAULT_DB_ALIAS):
            _add(self)
        else:
            super().save(*args, **options)


def _add(row: Model) -> None:
    connection = connections[DEFAULT_DB_ALIAS]
    given = {
        field.attname: field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for field in _filled(type(row))
    }
    with mark_for_rollback_on_error(using=DEFAULT_DB_ALIAS), connection.cursor() as cursor:
        cursor.execute(*_worded(type(row)).with_values(connection, given))
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


@functools.cache
def _filled(model: type[Model]) -> "list[models.Field[Any, Any]]":
    return [field for field in model._meta.local_concrete_fields if field is not model._meta.pk]


@functools.cache
def _worded(model: type[Model]) -> Worded:
    places = model()
    for field in _filled(model):
        setattr(places, field.attname, Place(field.attname))
    query = InsertQuery(model)
    query.insert_values(_filled(model), [places], raw=True)
    compiler = query.get_compiler(connection=connections[DEFAULT_DB_ALIAS])
    compiler.returning_fields = [model._meta.pk]
    ((sql, parameters),) = compiler.as_sql()
    return Worded(sql, parameters)
