"""Model fields that hold codes of `Choice`; the database checks that the code exists (see `triggers.py`)."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models


class CodeField(models.CharField):
    """The code of one answer to `question`; empty when not answered."""

    def __init__(self, *args: Any, question: str = "", **kwargs: Any) -> None:
        self.question = question
        kwargs.setdefault("max_length", 80)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "question": self.question}


class CodeListField(ArrayField):
    """The codes of several answers to `question`; an empty list when none was given."""

    def __init__(self, *args: Any, question: str = "", **kwargs: Any) -> None:
        self.question = question
        kwargs.setdefault("base_field", models.CharField(max_length=80))
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "question": self.question}
