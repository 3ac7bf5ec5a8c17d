"""Which rows make up the history of a case, and how they are called; other apps add theirs when they start."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from .models import Case

Titles = Callable[[list[Any]], dict[int, str]]

UNTOLD = frozenset(
    {
        "id", "case", "analysis", "team", "version", "position", "source_key", "form_token", "created_at", "year",
        "sequence", "number", "young_person", "earlier_case", "search_text", "touched_at",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """Rows of one model.

    `match(case)` filters its history to this case. `created`, `changed` and `deleted` are what somebody did, with
    `{title}` for which one; `created` empty: it came with the case and is not told. `changed` stands before the
    fields that changed. `titles` gives the title per history_id of the rows it gets; without it `title_field` does.
    `labels` are names of fields that need more words than the model gives. `rule`: who may read it.
    """

    model: type[models.Model]
    match: Callable[[Case], dict[str, Any]]
    created: str = ""
    changed: str = ""
    deleted: str = ""
    title_field: str = ""
    titles: Titles | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    untold: frozenset[str] = frozenset()
    rule: str = "case.read"

    @property
    def rows(self) -> Any:
        """Manager of the historical rows."""
        return self.model.history.model.objects  # type: ignore[attr-defined]

    def fields(self) -> Iterable[Any]:
        """The fields whose change is worth telling."""
        hidden = UNTOLD | self.untold
        tracked = {f.name for f in self.model.history.model.tracked_fields}  # type: ignore[attr-defined]
        return [f for f in self.model._meta.fields if f.name in tracked and f.name not in hidden]


_sources: list[Source] = []


def add_source(source: Source) -> None:
    """Add rows to the history of every case."""
    _sources.append(source)


def sources_for(case: Case) -> list[Source]:
    """Those who passed the gate may read all of these."""
    return [source for source in _sources if source.rule in case.rights]


def of_case(case: Case) -> dict[str, Any]:
    """For models with a field `case`."""
    return {"case_id": case.pk}
