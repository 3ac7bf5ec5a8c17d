"""The three registers a team handed over: two good ones and one with mistakes."""

import json
from collections import Counter

import pytest

from cases.choices.seed import QUESTIONS
from expertteam.ui.dates import age_on
from monitor.register.rows import RegisterRow
from tests.monitor.register.books import DATA, read_file

QUESTION_OF = {"tevreden_jeugdige_ouder": "tevreden", "tevreden_hulpverlener": "tevreden"}


def hours_band(row: RegisterRow) -> str:
    if row.hours is None:
        return "onbekend / open"
    bands = ((5, "0-5"), (10, "6-10"), (15, "11-15"), (20, "16-20"))
    return next((label for most, label in bands if row.hours <= most), ">20")


def labels_given(row: RegisterRow, key: str) -> list[str]:
    """The labels a row adds to the count of a question."""
    if key == "uren":
        return [hours_band(row)]
    if key == "leeftijd_bij_aanmelding":
        return [str(age_on(row.birth_date, row.referred_on))]
    given = getattr(row, key)
    codes = given if isinstance(given, tuple) else [given] if given else []
    labels = {answer.code: answer.label for answer in QUESTIONS[QUESTION_OF.get(key, key)].answers}
    return [labels[code] for code in codes]


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_counts_of_a_good_register_are_the_expected_ones(year):
    reading = read_file(f"register-{year}.xlsx")
    expected = json.loads((DATA / f"register-{year}.expected.json").read_text())
    assert reading.problems == ()
    assert len(reading.rows) == expected.pop("aantal")
    for key, counts in expected.items():
        assert Counter(label for row in reading.rows for label in labels_given(row, key)) == counts, key


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_good_register_gives_no_remarks_and_every_row_keeps_its_place(year):
    reading = read_file(f"register-{year}.xlsx")
    assert reading.warnings == ()
    assert [row.row for row in reading.rows] == list(range(2, len(reading.rows) + 2))
    assert [row.sequence for row in reading.rows] == list(range(1, len(reading.rows) + 1))
    assert {row.year for row in reading.rows} == {year}
    assert (reading.sheet_name, reading.header_row) == ("Registratie", 1)


def test_what_was_read_in_another_spelling_is_told():
    told = {
        (note.column, note.typed): (note.label, note.count)
        for note in read_file("register-2024.xlsx").understood
    }
    assert told["Gemeente", "Gem. Groningen"] == ("Groningen", 2)
    assert told["Verblijf", "Vakantiehuisje met 1-op-1"] == ("Tijdelijke plek met één-op-één", 3)


MISTAKES = [
    ("E3", "Geboortedatum", "31-02-2010", "31 februari bestaat niet"),
    ("B4", "Datum aanmelding", "morgen", "geen datum"),
    ("E5", "Geboortedatum", "1-5-2031", "toekomst"),
    ("F6", "Geslacht", "vrouwelijk?", "kennen we niet"),
    ("A7", "Casusnummer", "2024-001", "ook in rij 2"),
    ("X8", "Uren inzet", "-3", "negatief"),
    ("V9", "Knelpunten vooraf", "Te veel vergaderd", "kennen we niet"),
    ("AF10", "Datum afsluiting", "1-1-2020", "voor de aanmelding"),
    ("D11", "Achternaam", "", "ontbreekt"),
    ("L12", "Vraag in één zin", "=cmd|' /C calc'!A0", "formule"),
]


def test_every_mistake_is_reported_once_with_its_place_reason_and_expectation():
    problems = read_file("register-met-fouten.xlsx").problems
    assert [(problem.cell, problem.column, problem.found) for problem in problems] == [
        mistake[:3] for mistake in MISTAKES
    ]
    assert [problem.row for problem in problems] == list(range(3, 13))
    for problem, (_, _, _, reason) in zip(problems, MISTAKES, strict=True):
        assert reason in problem.message
        assert problem.expected


def test_the_rows_without_mistakes_are_understood_all_the_same():
    reading = read_file("register-met-fouten.xlsx")
    assert [row.row for row in reading.rows] == [2, 13]
    assert not reading.is_good
