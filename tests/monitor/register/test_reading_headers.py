"""A header row may be incomplete, doubled or somewhere else: the answer says what to do."""

import pytest
from openpyxl import Workbook

from tests.monitor.register.books import GOOD, NAMES, only_problem, read, read_bytes, save

WITHOUT_SCHOOL = tuple(name for name in NAMES if name != "Type onderwijs")


def renamed(old: str, new: str) -> tuple[str, ...]:
    return tuple(new if name == old else name for name in NAMES)


def test_a_missing_column_is_named():
    problem = only_problem(read(GOOD, names=WITHOUT_SCHOOL))
    assert (problem.row, problem.column) == (1, "Type onderwijs")
    assert problem.message == "De kolom “Type onderwijs” ontbreekt."


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Type onderwijs", "Onderwijstype"),
        ("Datum aanmelding", "Datum aanmeld."),
        ("Kosten", "Kostenplaatje"),
    ],
)
def test_a_renamed_column_is_recognised_as_likely(name, typed):
    problem = only_problem(read(GOOD, names=renamed(name, typed)))
    assert (problem.column, problem.found) == (name, typed)
    assert problem.expected == f"Bedoel je de kolom “{typed}”? Noem die dan “{name}”."


def test_two_renamed_columns_get_each_their_own_hint():
    names = [
        {"Datum aanmelding": "Datum aanm", "Datum afsluiting": "Datum afsl"}.get(name, name) for name in NAMES
    ]
    found = {problem.column: problem.found for problem in read(GOOD, names=names).problems}
    assert found == {"Datum aanmelding": "Datum aanm", "Datum afsluiting": "Datum afsl"}


def test_a_missing_required_column_is_not_repeated_for_every_row():
    names = tuple(name for name in NAMES if name != "Achternaam")
    assert only_problem(read(GOOD, {**GOOD, "Casusnummer": "2024-002"}, names=names)).column == "Achternaam"


def test_mistakes_in_rows_are_told_beside_a_missing_column():
    reading = read({**GOOD, "Uren inzet": -1}, names=WITHOUT_SCHOOL)
    assert [problem.row for problem in reading.problems] == [1, 2]


def test_no_row_counts_as_understood_while_a_column_is_missing():
    assert read(GOOD, names=WITHOUT_SCHOOL).rows == ()


def test_an_extra_column_is_a_warning_and_not_taken_over():
    reading = read({**GOOD, "Telefoon": "06"}, names=(*NAMES, "Telefoon"))
    assert (reading.problems, reading.ignored_columns) == ((), ("Telefoon",))
    assert "niet overgenomen" in reading.warnings[0].message
    assert reading.warnings[0].cell == "AG1"


def test_a_formula_in_a_column_that_is_not_taken_over_does_no_harm():
    assert read({**GOOD, "Leeftijd": "=YEAR(B2)-YEAR(E2)"}, names=(*NAMES, "Leeftijd")).problems == ()


def test_a_column_given_twice_is_a_problem():
    problem = only_problem(read(GOOD, names=(*NAMES, "Voornaam")))
    assert (problem.column, problem.cell) == ("Roepnaam", "AG1")
    assert "ook in cel C1" in problem.message


def test_the_sheet_with_the_header_is_chosen():
    book = Workbook()
    book.active.append(["Toelichting op het register"])
    page = book.create_sheet("Cijfers 2024")
    page.append(list(NAMES))
    page.append([GOOD.get(name) for name in NAMES])
    reading = read_bytes(save(book))
    assert (reading.sheet_name, len(reading.rows), reading.warnings) == ("Cijfers 2024", 1, ())


def test_a_second_register_in_the_same_book_is_not_lost_silently():
    book = Workbook()
    for page in (book.active, book.create_sheet("2023")):
        page.append(list(NAMES))
        page.append([GOOD.get(name) for name in NAMES])
    reading = read_bytes(save(book))
    assert len(reading.rows) == 1
    assert reading.warnings[0].found == "2023"
    assert "niet overgenomen" in reading.warnings[0].message


def test_a_hidden_sheet_is_not_read():
    book = Workbook()
    book.active.append(["leeg"])
    page = book.create_sheet("oud")
    page.append(list(NAMES))
    page.sheet_state = "hidden"
    assert "kolomnamen" in only_problem(read_bytes(save(book))).message


def test_a_table_without_known_names_gets_one_answer():
    problem = only_problem(read({"Klant": "x"}, names=("Klant", "Bedrag", "Kosten")))
    assert problem.row is None
    assert "kolomnamen" in problem.message
    assert "Casusnummer" in problem.expected


def test_a_header_without_cases_says_so():
    assert only_problem(read()).message == "Onder de kolomnamen staat geen enkele casus."
