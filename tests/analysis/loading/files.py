"""The invented case and how to change it for a test."""

import copy
import json
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from analysis.loading.reading import Reading, read_case
from analysis.loading.sheet import Answers
from cases.casefile.text import folded
from cases.choices.seed import QUESTIONS

BANKZITTER = Path(__file__).parents[2] / "data" / "casus" / "bankzitter.json"
TODAY = date(2026, 11, 23)
Change = Callable[[dict[str, Any]], None]


@cache
def seeded_answers() -> Answers:
    """The answers the application starts with, without a database."""
    codes, labels = {}, {}
    for name, question in QUESTIONS.items():
        words = [
            (word, one.code) for one in question.answers for word in (*one.synonyms, one.code, one.label)
        ]
        codes[name] = {folded(word): code for word, code in words}
        labels[name] = tuple(one.label for one in question.answers)
    return Answers(codes, labels)


def bankzitter() -> dict[str, Any]:
    return json.loads(BANKZITTER.read_text(encoding="utf-8"))


def changed(*changes: Change) -> dict[str, Any]:
    document = copy.deepcopy(bankzitter())
    for change in changes:
        change(document)
    return document


def read(document: Any) -> Reading:
    return read_case(document, seeded_answers(), TODAY)


def problems(*changes: Change) -> list[str]:
    """What is wrong with the invented case after these changes."""
    return [str(problem) for problem in read(changed(*changes)).problems]
