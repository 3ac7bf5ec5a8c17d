"""Rows in a form: several things of one kind, each a few fields; an empty row is no row. Works without script.

    FUNDS = Rows("fund", "Geldbron", fund_fields, needed=("source",))

A form with rows takes them in as fields `fund_0_source`, `fund_0_amount`, … so that the summary of errors, the error
at the field and what was typed work as for any other field.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crispy_forms.layout import Fieldset, LayoutObject
from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from expertteam.ui.forms import Columns, PageForm

MORE = "meer"  # the button that asks for another row sends the name of the rows under this name


@dataclass(frozen=True)
class Rows:
    """`fields()` gives new fields by part; `needed` parts may not stay empty in a row that holds something."""

    name: str
    title: str
    fields: Callable[[], dict[str, forms.Field]]
    needed: tuple[str, ...]
    least: int = 2
    most: int = 12

    def field(self, row: int, part: str) -> str:
        return f"{self.name}_{row}_{part}"

    def typed(self, data: Mapping[str, Any]) -> int:
        """How many rows a form sent, at most `most`."""
        pattern = re.compile(rf"{self.name}_([0-9]{{1,2}})_")
        found = [int(match[1]) + 1 for name in data if (match := pattern.match(name))]
        return min(max(found, default=0), self.most)


class MoreRows(LayoutObject):
    """The button that asks for another row."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.fields: list[Any] = []

    def render(self, form: Any, context: Any, template_pack: Any = None, **kwargs: Any) -> SafeString:
        return render_to_string("cases/plans/more_rows.html", {"rows": self.rows, "more": MORE})


class RowsForm(PageForm):
    """A form with rows in it; `rows` names them."""

    rows: Sequence[Rows] = ()

    def __init__(
        self,
        data: Any = None,
        *,
        known: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        **kwargs: Any,
    ) -> None:
        """`known` holds what is there already, per name of rows."""
        asked = data.get(MORE, "") if data is not None else ""
        self.counts = {one.name: count(one, data, known or {}, asked) for one in self.rows}
        start = {**raw(data)} if asked else {**flat(self.rows, known or {}), **kwargs.pop("initial", {})}
        self.wants_more = bool(asked)
        super().__init__(None if asked else data, initial=start, **kwargs)

    def _add_rows(self) -> None:
        for one in self.rows:
            for row in range(self.counts[one.name]):
                self.fields.update({one.field(row, part): field for part, field in one.fields().items()})

    def blocks(self) -> list[Any]:
        self._add_rows()
        return []

    def row_blocks(self, one: Rows, *, columns: bool = True) -> list[Any]:
        """How the rows stand on the page, with the button under them."""
        laid = []
        for row in range(self.counts[one.name]):
            names = [one.field(row, part) for part in one.fields()]
            inside = [Columns(*names)] if columns else names
            laid.append(Fieldset(f"{one.title} {row + 1}", *inside, css_class="plan-row"))
        return [*laid, MoreRows(one)] if self.counts[one.name] < one.most else laid

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for one in self.rows:
            for row in range(self.counts[one.name]):
                names = {part: one.field(row, part) for part in one.fields()}
                if any(cleaned.get(name) not in (None, "") for name in names.values()):
                    for part in one.needed:
                        if cleaned.get(names[part]) in (None, "") and names[part] not in self.errors:
                            self.add_error(names[part], "Vul dit in, of maak de hele regel leeg.")
        return cleaned

    def given(self, one: Rows) -> list[dict[str, Any]]:
        """The rows that hold something, in order."""
        parts = list(one.fields())
        found = [
            {part: self.cleaned_data.get(one.field(row, part)) for part in parts}
            for row in range(self.counts[one.name])
        ]
        return [row for row in found if any(value not in (None, "") for value in row.values())]

    def plain(self) -> dict[str, Any]:
        """What was typed outside the rows."""
        inside = {
            one.field(row, part) for one in self.rows for row in range(one.most) for part in one.fields()
        }
        return {name: value for name, value in self.cleaned_data.items() if name not in inside}


def count(one: Rows, data: Any, known: Mapping[str, Sequence[Any]], asked: str) -> int:
    """How many rows to show: what was sent, or what is there and an empty one."""
    if data is None:
        there = len(known.get(one.name, ()))
        return min(max(one.least, there + 1), one.most)
    return min(max(one.typed(data), 1) + (asked == one.name), one.most)


def flat(rows: Sequence[Rows], known: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    """What is there, as initial values."""
    return {
        one.field(place, part): value
        for one in rows
        for place, row in enumerate(known.get(one.name, ()))
        for part, value in row.items()
    }


def raw(data: Any) -> dict[str, Any]:
    """What was typed, to show again as it was."""
    return {name: values if len(values) > 1 else values[0] for name, values in data.lists() if values}
