"""Every mistake in a row is reported with its place, its reason and what is expected."""

from datetime import date

import pytest

from tests.monitor.register.books import GOOD, NAMES, only_problem, read, with_cell


@pytest.mark.parametrize(
    ("name", "typed", "reason"),
    [
        ("Casusnummer", None, "ontbreekt"),
        ("Casusnummer", "n.v.t.", "ontbreekt"),
        ("Casusnummer", "24-1", "geen casusnummer"),
        ("Casusnummer", "2024-1", "geen casusnummer"),
        ("Casusnummer", "2024-000", "geen casusnummer"),
        ("Casusnummer", 2024001, "geen casusnummer"),
        ("Casusnummer", date(2024, 1, 1), "geen casusnummer"),
        ("Roepnaam", " \u00a0", "ontbreekt"),
        ("Achternaam", 12, "letter"),
        ("Achternaam", date(2024, 5, 1), "datum of tijd"),
        ("Achternaam", "x" * 101, "te lang"),
        ("Vraag in één zin", "x" * 1_001, "te lang"),
        ("Geboortedatum", None, "ontbreekt"),
        ("Geboortedatum", "30-2-2010", "bestaat niet"),
        ("Geboortedatum", "2010", "lezen"),
        ("Geboortedatum", 2010, "getal"),
        ("Geboortedatum", "12-3-10", "vier cijfers"),
        ("Geboortedatum", date(2024, 3, 5), "na de aanmelding"),
        ("Geboortedatum", date(2027, 1, 1), "toekomst"),
        ("Geboortedatum", date(1996, 3, 4), "28 jaar"),
        ("Datum aanmelding", "vandaag", "geen datum"),
        ("Datum aanmelding", date(2026, 11, 24), "toekomst"),
        ("Datum afsluiting", date(2024, 3, 3), "voor de aanmelding"),
        ("Datum afsluiting", date(2026, 11, 24), "toekomst"),
        ("Uren inzet", -3, "negatief"),
        ("Uren inzet", "-3", "negatief"),
        ("Uren inzet", 1_000.5, "Zoveel"),
        ("Uren inzet", 1e300, "Zoveel"),
        ("Uren inzet", "10-15", "geen aantal"),
        ("Uren inzet", "veel", "geen aantal"),
        ("Uren inzet", True, "geen aantal"),
        ("Eerder casusnummer", "vorig jaar", "geen casusnummer"),
        ("Eerder casusnummer", "2024-001", "deze casus zelf"),
        ("Geslacht", "Jongen; Meisje", "meer antwoorden"),
        ("Type onderwijs", "Thuisschool", "kennen we niet"),
        ("Effecten", "#REF!", "foutmelding"),
        ("Roepnaam", "=A1", "formule"),
        ("Uren inzet", "=SUM(A1:A3)", "formule"),
    ],
)
def test_a_mistake_gives_one_problem_at_its_cell(name, typed, reason):
    problem = only_problem(read(with_cell(name, typed)))
    assert (problem.row, problem.column) == (2, name)
    assert problem.cell.endswith("2")
    assert reason in problem.message
    assert problem.expected


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Geboortedatum", date(2024, 3, 4)),
        ("Geboortedatum", date(1996, 3, 5)),
        ("Datum afsluiting", date(2024, 3, 4)),
        ("Datum afsluiting", date(2026, 11, 23)),
        ("Datum aanmelding", date(2024, 12, 31)),
        ("Uren inzet", 1_000),
        ("Casusnummer", "2024-1000"),
        ("Achternaam", "x" * 100),
    ],
)
def test_what_is_just_allowed_gives_no_problem(name, typed):
    assert read(with_cell(name, typed)).problems == ()


def test_all_mistakes_of_all_rows_are_told_at_once_in_order():
    bad = with_cell("Uren inzet", -1, Geslacht="x?", Geboortedatum="32-1-2010", Achternaam=None)
    reading = read(bad, with_cell("Casusnummer", "2024-002", Kosten="veel"))
    assert [problem.cell for problem in reading.problems] == ["D2", "E2", "F2", "X2", "AB3"]
    assert reading.rows == ()


def test_a_number_given_three_times_names_the_first_row():
    reading = read(GOOD, with_cell("Casusnummer", "2024-002"), GOOD, GOOD)
    assert [(problem.row, problem.message) for problem in reading.problems] == [
        (4, "Dit casusnummer staat ook in rij 2."),
        (5, "Dit casusnummer staat ook in rij 2."),
    ]


def test_a_number_is_double_also_when_the_first_row_has_another_mistake():
    reading = read(with_cell("Uren inzet", -1), GOOD)
    assert [problem.cell for problem in reading.problems] == ["X2", "A3"]


def test_several_unknown_answers_in_a_cell_are_told_together():
    problem = only_problem(read(with_cell("Knelpunten vooraf", "Wachtlijsten; Te duur; Te ver")))
    assert problem.found == "Te duur; Te ver"


def test_a_total_under_the_table_is_one_problem():
    problem = only_problem(read(GOOD, {"Uren inzet": "=SUM(X2:X2)", "Kosten": "totaal"}))
    assert (problem.row, problem.column) == (3, None)
    assert "casusnummer, naam of datum" in problem.message


def test_a_date_that_lost_its_format_is_recognised():
    problem = only_problem(read(with_cell("Datum aanmelding", 45355)))
    assert "4 maart 2024" in problem.expected


def test_a_long_text_is_shortened_in_the_list():
    problem = only_problem(read(with_cell("Geslacht", "x" * 300)))
    assert len(problem.found) == 80


def test_a_problem_reads_as_one_line():
    problem = only_problem(read(with_cell("Uren inzet", -3)))
    assert problem.line == (
        "Rij 2, kolom Uren inzet (cel X2): Een aantal uren kan niet negatief zijn. "
        "Er staat: “-3”. Verwacht: Een getal van 0 of hoger."
    )


REMARKS = [
    ({"Heraanmelding": "Ja"}, "Heraanmelding", "eerdere casusnummer ontbreekt"),
    ({"Eerder casusnummer": "2023-004"}, "Eerder casusnummer", "geen ja"),
    ({"VA gemaakt door": "Expertteam"}, "VA gemaakt door", "nee"),
    ({"Casusnummer": "2023-001"}, "Casusnummer", "2024"),
]


@pytest.mark.parametrize(("cells", "column", "reason"), REMARKS)
def test_what_deserves_a_second_look_is_a_warning_and_no_problem(cells, column, reason):
    reading = read({**GOOD, **cells})
    assert reading.problems == ()
    assert [(remark.row, remark.column) for remark in reading.warnings] == [(2, column)]
    assert reason in reading.warnings[0].message


def test_a_heraanmelding_with_its_number_and_maker_gives_no_warning():
    row = {
        "Heraanmelding": "ja",
        "Eerder casusnummer": "2022-009",
        "VA vooraf": "ja",
        "VA gemaakt door": "Expertteam",
    }
    reading = read({**GOOD, **row})
    assert (reading.problems, reading.warnings) == ((), ())
    assert reading.rows[0].earlier_number == "2022-009"


def test_formulas_are_found_in_every_column():
    reading = read({name: f'=CONCAT("{name}")' for name in NAMES})
    assert [problem.column for problem in reading.problems] == list(NAMES)
    assert all("formule" in problem.message for problem in reading.problems)
