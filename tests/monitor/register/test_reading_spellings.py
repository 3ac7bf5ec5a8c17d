"""Registers are typed by people: other capitals, spaces, notations, names and orders of columns."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from cases.choices.seed import Answer
from monitor.register.reading import read_register
from tests.monitor.register.books import ANSWERS, GOOD, NAMES, TODAY, only_problem, read, with_cell, workbook


def value(field: str, name: str, typed: object) -> object:
    reading = read(with_cell(name, typed))
    assert reading.problems == (), [problem.line for problem in reading.problems]
    return getattr(reading.rows[0], field)


@pytest.mark.parametrize(
    ("name", "field", "typed", "code"),
    [
        ("Problemen op school", "problemen_op_school", "JA ", "ja"),
        ("Problemen op school", "problemen_op_school", "J", "ja"),
        ("Problemen op school", "problemen_op_school", " n", "nee"),
        ("Problemen op school", "problemen_op_school", "ONBEKEND", "onbekend"),
        ("Problemen op school", "problemen_op_school", "?", "onbekend"),
        ("Problemen op school", "problemen_op_school", True, "ja"),
        ("Gemeente", "gemeente", "HET HOGELAND", "GM1966"),
        ("Gemeente", "gemeente", "Midden Groningen", "GM1952"),
        ("Gemeente", "gemeente", "gem. groningen", "GM0014"),
        ("Gemeente", "gemeente", "Gemeente Westerwolde", "GM1950"),
        ("Gemeente", "gemeente", "Sudwest Fryslan", "GM1900"),
        ("Gemeente", "gemeente", "Su\u0301dwest\u2011Frysla\u0302n", "GM1900"),
        ("Gemeente", "gemeente", "\u00a0Veendam\u00a0\u200b", "GM0047"),
        ("Gemeente", "gemeente", "GM0047", "GM0047"),
        ("Geslacht", "geslacht", "jongetje", "jongen"),
        ("Geslacht", "geslacht", "v", "meisje"),
        ("Verblijf", "verblijf", "vakantiehuisje met 1-op-1", "een_op_een_plek"),
        ("Wie stelt de vraag", "wie_stelt_de_vraag", "GI", "gecertificeerde_instelling"),
        ("Wie stelt de vraag", "wie_stelt_de_vraag", "ouders", "ouders"),
        ("Wat is de vraag", "wat_is_de_vraag", "overgang 18- / 18+ of WLZ", "overgang_18"),
        ("Profiel", "profiel", "n.v.t.", None),
        ("Profiel", "profiel", "-", None),
    ],
)
def test_an_answer_is_recognised(name, field, typed, code):
    assert value(field, name, typed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "Wachtlijst;Regie ontbreekt",
        "Wachtlijst ; Regie ontbreekt ;",
        "wachtlijst;\u00a0regie ontbreekt; Wachtlijst",
        "Wachtlijst\nRegie ontbreekt",
        "Wachtlijst, Regie ontbreekt",
        "Wachtlijst | REGIE ONTBREEKT",
    ],
)
def test_several_answers_in_one_cell_are_taken_apart(typed):
    assert value("knelpunten_vooraf", "Knelpunten vooraf", typed) == ("wachtlijst", "regie_ontbreekt")


@pytest.mark.parametrize(
    "typed",
    [
        date(2024, 3, 12),
        datetime.combine(date(2024, 3, 12), time(14, 30)),
        "12-3-2024",
        "12/03/2024",
        "12.3.2024",
        "2024-03-12",
        "2024-03-12 00:00:00",
        " 12 mrt 2024 ",
        "12 maart 2024",
    ],
)
def test_a_date_is_read_in_many_notations(typed):
    assert value("referred_on", "Datum aanmelding", typed) == date(2024, 3, 12)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        (12, Decimal(12)),
        (12.0, Decimal(12)),
        (12.5, Decimal("12.5")),
        (0, Decimal(0)),
        ("12,5", Decimal("12.5")),
        ("12.5 uur", Decimal("12.5")),
        ("12u", Decimal(12)),
        (" 12 Uur ", Decimal(12)),
        (timedelta(hours=26, minutes=30), Decimal("26.5")),
        (time(6, 45), Decimal("6.75")),
        (0.1 + 0.2, Decimal("0.3")),
        ("open", None),
        ("Onbekend / open", None),
        ("-", None),
        (None, None),
    ],
)
def test_hours_are_read_and_blank_means_open(typed, hours):
    assert value("hours", "Uren inzet", typed) == hours


def test_names_lose_their_stray_spaces_and_keep_their_signs():
    assert value("first_name", "Roepnaam", "Noor\u00a0 ") == "Noor"
    assert value("last_name", "Achternaam", "van  den  Bergh-O’Neill") == "van den Bergh-O’Neill"
    assert value("last_name", "Achternaam", "I\u0307nce\u0300") == "İncè"


@pytest.mark.parametrize("typed", ["2024-007", " 2024 - 007", "2024\u2013007", "2024/007"])
def test_a_case_number_is_read_with_any_dash(typed):
    assert value("case_number", "Casusnummer", typed) == "2024-007"


def test_a_blank_cell_is_no_answer():
    row = read({name: GOOD[name] for name in NAMES[:5]}).rows[0]
    assert (row.profiel, row.type_onderwijs, row.effecten, row.hours, row.closed_on) == (
        None,
        None,
        (),
        None,
        None,
    )


def test_empty_rows_are_skipped_and_rows_counted_as_in_the_workbook():
    reading = read(GOOD, {}, {"Roepnaam": "  "}, with_cell("Casusnummer", "2024-002"))
    assert [row.row for row in reading.rows] == [2, 5]


def test_columns_may_stand_in_another_order():
    assert read(GOOD, names=tuple(reversed(NAMES))).rows == read(GOOD).rows


def test_columns_may_have_another_name():
    other = {
        "Roepnaam": "VOORNAAM ",
        "Geboortedatum": "Geb. datum",
        "Uren inzet": "uren",
        "VA vooraf": "va-vooraf",
    }
    names = tuple(other.get(name, name) for name in NAMES)
    row = {other.get(name, name): found for name, found in GOOD.items()}
    assert read(row, names=names).rows == read(GOOD).rows


def test_the_sheet_may_have_another_name_and_lines_above_the_header():
    reading = read(GOOD, sheet="Blad1", above=3)
    assert (reading.sheet_name, reading.header_row, reading.rows[0].row) == ("Blad1", 4, 5)
    assert reading.problems == ()


def test_an_answer_that_a_coordinator_added_is_understood():
    answers = {
        **ANSWERS,
        "verblijf": (*ANSWERS["verblijf"], Answer("logeerhuis", "Logeerhuis", ("Logeren",))),
    }
    reading = read_register(workbook(with_cell("Verblijf", "logeren")), answers, today=TODAY)
    assert reading.rows[0].verblijf == "logeerhuis"


def test_the_nearest_answer_is_suggested():
    problem = only_problem(read(with_cell("Gemeente", "Gronigen")))
    assert problem.expected.startswith("Bedoel je “Groningen”?")


def test_a_birthday_of_29_february_is_read():
    assert value("birth_date", "Geboortedatum", "29-2-2012") == date(2012, 2, 29)
