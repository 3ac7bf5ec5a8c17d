"""Recognising an answer in what somebody typed."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol

from monitor.register.text import comparable, tidy

LIKENESS = 0.6
MOST_SHOWN = 12
_SEPARATORS = re.compile(r"[;|\n]")


class AnswerLike(Protocol):
    """An answer to choose from: a seeded one or a row of the table of choices."""

    @property
    def code(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def synonyms(self) -> Sequence[str]: ...


Answers = Mapping[str, Sequence[AnswerLike]]


class AnswerList:
    """The answers of one question, found by code, label or synonym whatever the capitals and hyphens."""

    def __init__(self, answers: Sequence[AnswerLike]) -> None:
        self._labels = {answer.code: answer.label for answer in answers}
        self._codes: dict[str, str] = {}
        for answer in answers:
            for spelling in (answer.label, answer.code, *answer.synonyms):
                self._codes.setdefault(comparable(spelling), answer.code)

    def code(self, text: str) -> str | None:
        """The code of the answer that was typed, or None when it is not recognised."""
        return self._codes.get(comparable(text))

    def label(self, code: str) -> str:
        """The label of a known code."""
        return self._labels[code]

    def split(self, text: str) -> list[str]:
        """Several answers in one cell: at semicolons, bars and line ends; at commas when that helps."""
        parts = [part for piece in _SEPARATORS.split(text) if (part := tidy(piece))]
        return [answer for part in parts for answer in self._split_at_commas(part)]

    def expected(self, text: str) -> str:
        """What to type instead: the nearest answer, and the list when it is short enough to read."""
        nearest = get_close_matches(comparable(text), self._codes, n=1, cutoff=LIKENESS)
        question = f"Bedoel je “{self._labels[self._codes[nearest[0]]]}”? " if nearest else ""
        labels = list(self._labels.values())
        if len(labels) > MOST_SHOWN:
            return f"{question}Een antwoord uit de lijst, zoals {labels[0]} of {labels[1]}."
        return f"{question}Kies uit: {', '.join(labels)}."

    def _split_at_commas(self, part: str) -> list[str]:
        pieces = [piece for found in part.split(",") if (piece := tidy(found))]
        if self.code(part) is None and len(pieces) > 1 and any(self.code(piece) for piece in pieces):
            return pieces
        return [part]
