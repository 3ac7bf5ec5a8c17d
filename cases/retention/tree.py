"""Everything that hangs on a row, its past included: what must go when the row goes."""

from collections.abc import Iterator
from typing import Any

from django.db import models

Ids = dict[type[models.Model], set[Any]]


def rows_under(root: models.Model) -> Ids:
    """Model → keys of the rows that are deleted with `root`, and of those that were deleted earlier.

    Follows every foreign key with on_delete=CASCADE, through the living rows and through their history: a row that
    was removed long ago still has its history, and that goes as well.
    """
    found: Ids = {type(root): {root.pk}}
    waiting = [(type(root), {root.pk})]
    while waiting:
        parent, keys = waiting.pop()
        for child, column in children(parent):
            new = keys_of(child, column, keys) - found.setdefault(child, set())
            if new:
                found[child] |= new
                waiting.append((child, new))
    return {model: keys for model, keys in found.items() if keys}


def children(parent: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    """(model, column) of every foreign key to `parent` that is deleted along."""
    for relation in parent._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ForeignObjectRel) or not (
            relation.one_to_many or relation.one_to_one
        ):
            continue
        if relation.on_delete is models.CASCADE:
            yield relation.related_model, relation.field.attname


def keys_of(model: type[models.Model], column: str, parents: set[Any]) -> set[Any]:
    """Keys of the rows, living or past, that point to one of `parents`."""
    wanted = {f"{column}__in": parents}
    found = set(model._base_manager.filter(**wanted).values_list("pk", flat=True))
    if past := past_of(model):
        key = model._meta.pk.attname
        found |= set(past._base_manager.filter(**wanted).values_list(key, flat=True))
    return found


def past_of(model: type[models.Model]) -> type[models.Model] | None:
    """The model of the history of `model`, if it has one."""
    manager = getattr(model, "history", None)
    past: type[models.Model] | None = getattr(manager, "model", None)
    return past


def forget_past(found: Ids) -> int:
    """Delete the history of these rows, many-to-many history included; returns how many rows went."""
    gone = 0
    for model, keys in found.items():
        past = past_of(model)
        if past is None:
            continue
        rows = past._base_manager.filter(**{f"{model._meta.pk.attname}__in": keys})
        for relation in past._meta.get_fields(include_hidden=True):
            if isinstance(relation, models.ForeignObjectRel) and relation.one_to_many:
                linked = relation.related_model._base_manager
                gone += linked.filter(**{f"{relation.field.name}__in": rows}).delete()[0]
        gone += rows.delete()[0]
    return gone
