"""The workbook read back: every figure of both years, and text that stays text."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from expertteam.access.person import Person
from monitor.figures import figures_of
from monitor.indicators import INDICATORS
from monitor.yearbook.presentation import chapters_of
from monitor.yearbook.workbook import year_workbook


def book_of(by: Person, year: int = 2024) -> Any:
    this, last = figures_of(by.team, year)
    context = {
        "team": by.team,
        "this": this,
        "last": last,
        "chapters": chapters_of(this, last, together=False),
    }
    return load_workbook(BytesIO(year_workbook(context)))


def rows(book: Any, key: str) -> list[tuple[Any, ...]]:
    """(answer, count, percentage, earlier count, earlier percentage) of one indicator."""
    return [tuple(row[3:8]) for row in book["Cijfers"].iter_rows(values_only=True) if row[2] == key]


def test_the_published_figures(both_years: Person) -> None:
    book = book_of(both_years)
    assert rows(book, "type_onderwijs")[0][:3] == ("Geen", 13, 42)
    assert [(row[0], row[2]) for row in rows(book, "uren")] == [
        ("0-5", 0), ("6-10", 19.4), ("11-15", 29), ("16-20", 29), (">20", 0), ("onbekend / open", 22.6),
    ]  # fmt: skip


def test_the_data_keep_apart_what_pages_show_together(both_years: Person) -> None:
    found = rows(book_of(both_years), "problemen_op_school")
    assert found == [("Ja", 25, 81, 25, 76), ("Nee", 4, 13, 5, 15), ("Onbekend", 2, 6, 3, 9)]


def test_numbers_are_numbers_and_the_head_stays_in_sight(both_years: Person) -> None:
    sheet = book_of(both_years)["Cijfers"]
    assert [cell.value for cell in sheet[1]][4:8] == ["Aantal 2024", "% 2024", "Aantal 2023", "% 2023"]
    assert {type(row[4]) for row in sheet.iter_rows(min_row=2, values_only=True)} == {int}
    assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("A2", True)


def test_what_was_counted_is_explained(both_years: Person) -> None:
    about = [row[:3] for row in book_of(both_years)["Toelichting"].iter_rows(values_only=True)]
    assert ("Casussen", 31, 33) in about
    assert ("Monitor 2024, interne editie", "Expertteam Groningen", None) in about
    explained = {row[0]: row[1] for row in about}
    assert all(explained[indicator.title] == indicator.definition for indicator in INDICATORS)


def test_an_answer_that_looks_like_a_formula_stays_text(
    both_years: Person, changed_answer: Callable[..., None]
) -> None:
    changed_answer("type_onderwijs", "geen", label="=HYPERLINK(A1)")
    sheet = book_of(both_years)["Cijfers"]
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=HYPERLINK(A1)"]
    assert [(cell.data_type, cell.value) for cell in found] == [("s", "=HYPERLINK(A1)")]
