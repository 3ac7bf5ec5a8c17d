"""Looking through a whole database for words that should be gone."""

from collections.abc import Iterable

from django.db import connection, models
from psycopg2 import sql

from cases.retention.tree import Ids, past_of

COLUMNS = """
SELECT table_name, column_name, data_type FROM information_schema.columns
 WHERE table_schema = 'public' AND table_name <> 'cases_choice'
   AND data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'tsvector', 'bytea', 'USER-DEFINED')
"""


def places_of(words: Iterable[str]) -> dict[str, list[str]]:
    """Word → every «table.column» that holds it, capitals aside; the lists of answers are nobody's words."""
    found: dict[str, list[str]] = {}
    wanted = sorted(set(words))
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        for table, column, kind in cursor.fetchall():
            shown = "encode({0}, 'escape')" if kind == "bytea" else "{0}::text"
            query = sql.SQL(
                "SELECT w FROM unnest(%s) AS w WHERE EXISTS (SELECT 1 FROM {1} WHERE strpos(lower("
                + shown
                + "), lower(w)) > 0)"
            ).format(sql.Identifier(column), sql.Identifier(table))
            cursor.execute(query, [wanted])
            for (word,) in cursor.fetchall():
                found.setdefault(word, []).append(f"{table}.{column}")
    return found


def texts_in(found: Ids) -> set[str]:
    """Everything people typed in these rows, their past included: texts of two words or more."""
    texts: set[str] = set()
    for model, keys in found.items():
        for table in filter(None, (model, past_of(model))):
            names = [f.name for f in table._meta.fields if isinstance(f, models.CharField | models.TextField)]
            rows = table._base_manager.filter(**{f"{model._meta.pk.attname}__in": keys})
            for values in rows.values_list(*names) if names else []:
                texts |= {value for value in values if isinstance(value, str) and " " in value.strip()}
    return texts
