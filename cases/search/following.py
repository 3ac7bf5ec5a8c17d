"""Puts the triggers of all sources on their tables, after every `manage.py migrate`.

What a trigger does is said once, in Python (`sources.py`); the comment on the trigger holds what it was made of. Only
what differs is made again, and then all rows of that table are read once. A source that is gone takes its rows along.
"""

import hashlib
import json
from typing import Any

from django.db import connection

from .sources import SearchSource, search_sources

GONE = "DELETE FROM cases_searchentry WHERE kind = %s"
FOLLOWED = """
SELECT t.tgname, c.relname, obj_description(t.oid, 'pg_trigger') FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'cases_search_follow'
"""


def follow_sources(**_: Any) -> None:
    """Make the triggers of the database those of the sources; nothing happens when they are."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if "cases_searchentry" not in tables:
            return
        cursor.execute(FOLLOWED)
        known = {name: (table, made_of) for name, table, made_of in cursor.fetchall()}
        wanted = {s.trigger: s for s in search_sources().values() if s.model._meta.db_table in tables}
        for name in known.keys() - wanted.keys():
            cursor.execute(f'DROP TRIGGER "{name}" ON "{known[name][0]}"')
            cursor.execute(GONE, [name.removeprefix("search_")])
        for name, source in wanted.items():
            if known.get(name, ("", ""))[1] != made_of(source):
                follow(cursor, source)


def arguments(source: SearchSource) -> list[str]:
    """The arguments of the trigger: see `cases_search_read` in database.py."""
    meta = source.model._meta
    column = {field.name: str(field.column) for field in meta.concrete_fields}
    lists = [",".join(column[name] for name in part) for part in (source.names, source.texts, source.codes)]
    between = ""
    if source.through:
        between = meta.get_field(source.through).related_model._meta.db_table  # type: ignore[union-attr]
    key = str(meta.pk.column)
    named = "true" if source.named else "false"
    return [source.kind, source.rule, named, *lists, key, column[source.through or "case"], between]


def made_of(source: SearchSource) -> str:
    """A fingerprint of what the trigger does."""
    said = json.dumps([source.model._meta.db_table, source.columns, arguments(source)])
    return hashlib.sha256(said.encode()).hexdigest()


def follow(cursor: Any, source: SearchSource) -> None:
    """Make the trigger of one source, and read every row that is there."""
    table = source.model._meta.db_table
    columns = ", ".join(f'"{column}"' for column in dict.fromkeys(source.columns))
    marks = ", ".join(["%s"] * len(arguments(source)))
    cursor.execute(
        f'CREATE OR REPLACE TRIGGER "{source.trigger}" AFTER INSERT OR DELETE OR UPDATE OF {columns} '
        f'ON "{table}" FOR EACH ROW EXECUTE FUNCTION cases_search_follow({marks})',
        arguments(source),
    )
    cursor.execute(f'COMMENT ON TRIGGER "{source.trigger}" ON "{table}" IS %s', [made_of(source)])
    cursor.execute(GONE, [source.kind])
    cursor.execute(f'SELECT cases_search_read(to_jsonb(t), %s) FROM "{table}" t', [arguments(source)])  # nosec B608
