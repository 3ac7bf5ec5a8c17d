"""The seeded lists are whole and unambiguous: a spelling never means two answers of one question."""

import json
import re

import pytest

from cases.choices.seed import QUESTIONS
from monitor.register.text import comparable
from tests.monitor.register.books import DATA

NAMES = sorted(QUESTIONS)


@pytest.mark.parametrize("name", NAMES)
def test_codes_and_labels_are_unique_within_a_question(name):
    answers = QUESTIONS[name].answers
    assert len({answer.code for answer in answers}) == len(answers)
    assert len({answer.label for answer in answers}) == len(answers)


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_slugs_or_municipality_codes(name):
    pattern = r"GM[0-9]{4}" if name == "gemeente" else r"[a-z][a-z0-9_]*"
    assert [answer.code for answer in QUESTIONS[name].answers if not re.fullmatch(pattern, answer.code)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_spelling_means_two_answers(name):
    meaning: dict[str, str] = {}
    for answer in QUESTIONS[name].answers:
        for spelling in (answer.label, answer.code, *answer.synonyms):
            assert meaning.setdefault(comparable(spelling), answer.code) == answer.code, spelling


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_labels_are_those_of_the_monitor(year):
    expected = json.loads((DATA / f"register-{year}.expected.json").read_text())
    for name in QUESTIONS.keys() & expected.keys():
        assert set(expected[name]) <= {answer.label for answer in QUESTIONS[name].answers}


def test_every_question_has_a_label_in_sentence_case():
    labels = [question.label for question in QUESTIONS.values()]
    labels += [answer.label for question in QUESTIONS.values() for answer in question.answers]
    assert [
        label for label in labels if not label or label[0] != label[0].upper() or label != label.strip()
    ] == []
