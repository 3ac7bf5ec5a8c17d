"""What a browser sends while somebody types, made into fields of a draft and back. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.http import QueryDict


def typed_fields(form: forms.BaseForm, data: QueryDict, also: Iterable[str] = ()) -> dict[str, Any]:
    """The fields this form knows as they were sent, as text; whatever else was sent is left out.

    Several answers are a list. A character that a database cannot hold (NUL) is left out as well.
    """
    kept: dict[str, Any] = {}
    for name in [*form.fields, *also]:
        if name in form.fields and isinstance(form.fields[name], forms.MultipleChoiceField):
            kept[name] = [clean(value) for value in data.getlist(name) if isinstance(value, str)]
        elif name in data:
            kept[name] = clean(str(data[name]))
    return {name: value for name, value in kept.items() if value}


def as_sent(fields: Mapping[str, Any]) -> QueryDict:
    """A draft as if it were sent again."""
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, [str(one) for one in value] if isinstance(value, list) else [str(value)])
    return data


def clean(value: str) -> str:
    """The text without what a database cannot hold."""
    return value.replace("\x00", "")
