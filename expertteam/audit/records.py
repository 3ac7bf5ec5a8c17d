"""The history of a model of which rows are written every second."""

import functools
from typing import Any

from simple_history.manager import HistoryManager


class OftenWritten(HistoryManager):
    """Give as `history_manager`: the library makes a class every time it looks at a history; this one keeps it."""

    @classmethod
    @functools.cache
    def from_queryset(cls, queryset_class: Any, class_name: str | None = None) -> Any:
        """The manager class for these querysets."""
        return super().from_queryset(queryset_class, class_name)
