"""Django looks here for the backend."""

import time
from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.psycopg_any import IsolationLevel

from .kept import Line, kept

# With these options Django prepares a connection in its own way.
SPECIAL = {"isolation_level", "assume_role"}


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's backend for PostgreSQL; closing a connection keeps it for the next request, when that is safe."""

    line: Line | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A kept connection, or else a new one."""
        key = tuple(sorted((name, str(value)) for name, value in conn_params.items()))
        self.line = kept.take(key) if self._may_keep else None
        if self.line is not None:
            self.isolation_level = IsolationLevel.READ_COMMITTED
            return self.line.raw
        raw = super().get_new_connection(conn_params)
        self.line = Line(key, raw, time.monotonic())
        return raw

    def prepare(self, name: str, worded: Callable[[Any], bytes]) -> bool:
        """Have the server plan a statement once for as long as this connection lives; `worded` gives it as SQL.

        What was prepared stays when a transaction is rolled back. False for a connection that came another way.
        """
        self.ensure_connection()
        if self.line is None or self.line.raw is not self.connection:
            return False
        if name in self.line.prepared:
            return True
        with self.connection.cursor() as cursor, self.wrap_database_errors:
            cursor.execute(b"PREPARE " + name.encode() + b" AS " + worded(cursor))
        self.line.prepared.add(name)
        return True

    def _close(self) -> None:
        line, self.line = self.line, None
        if line is None or line.raw is not self.connection or not self._is_sound or not kept.give_back(line):
            super()._close()  # type: ignore[misc]

    @property
    def _may_keep(self) -> bool:
        return (
            bool(kept.most) and self.alias == "default" and SPECIAL.isdisjoint(self.settings_dict["OPTIONS"])
        )

    @property
    def _is_sound(self) -> bool:
        """Not in the middle of something, and nothing went wrong on it."""
        return self._may_keep and not (self.in_atomic_block or self.errors_occurred or self.needs_rollback)
