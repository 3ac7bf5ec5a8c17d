"""Text fields that cut nothing off: the server says what is too long, and how much."""

from typing import Any

from django import forms

TOO_LONG = "Dit is te lang: %(show_value)d tekens, en er passen er %(limit_value)d. Maak het korter."


class OneLine(forms.CharField):
    """A few lines that read as one: line ends become spaces."""

    def __init__(self, *, rows: int = 2, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "dir": "auto"}))
        super().__init__(**kwargs)
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = TOO_LONG  # type: ignore[attr-defined]

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without maxlength: a browser would cut a pasted text without a word."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class ManyLines(OneLine):
    """A text in which line ends stay."""

    def to_python(self, value: Any) -> str:
        return (forms.CharField.to_python(self, value) or "").replace("\r\n", "\n")
