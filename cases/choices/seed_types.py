"""The shape of a seeded list of answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """One answer: the code that is stored, the label that is shown, other spellings an import understands."""

    code: str
    label: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question with its answers in the order in which they are shown; `multiple` allows several answers."""

    label: str
    answers: tuple[Answer, ...]
    multiple: bool = False
