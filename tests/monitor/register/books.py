"""Small registers for the tests: one good row, changed where a test wants it."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from cases.choices.seed import QUESTIONS
from monitor.register.columns import COLUMNS
from monitor.register.problems import Problem
from monitor.register.reading import Reading, read_register

DATA = Path(__file__).parents[2] / "data"
ANSWERS = {name: question.answers for name, question in QUESTIONS.items()}
TODAY = date(2026, 11, 23)
NAMES = tuple(column.name for column in COLUMNS)

GOOD = {
    "Casusnummer": "2024-001",
    "Datum aanmelding": date(2024, 3, 4),
    "Roepnaam": "Fenna",
    "Achternaam": "Pot",
    "Geboortedatum": date(2010, 7, 11),
    "Geslacht": "Meisje",
    "Gemeente": "Groningen",
    "Type onderwijs": "Geen",
    "Heraanmelding": "Nee",
    "VA vooraf": "Nee",
    "Knelpunten vooraf": "Wachtlijst",
    "Uren inzet": 12,
}


def workbook(
    *rows: Mapping[str, object], names: Sequence[str] = NAMES, sheet: str = "Registratie", above: int = 0
) -> bytes:
    """An .xlsx with these rows under these names; `above` lines stand over the header."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for number in range(above):
        page.append([f"Regel {number + 1} boven het register"])
    page.append(list(names))
    for row in rows:
        page.append([row.get(name) for name in names])
    return save(book)


def save(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(*rows: Mapping[str, object], **options: object) -> Reading:
    """Read a register of these rows."""
    return read_register(workbook(*rows, **options), ANSWERS, today=TODAY)


def read_bytes(data: bytes) -> Reading:
    return read_register(data, ANSWERS, today=TODAY)


def read_file(name: str) -> Reading:
    return read_bytes((DATA / name).read_bytes())


def with_cell(name: str, value: object, **others: object) -> dict[str, object]:
    """The good row with one cell changed."""
    return {**GOOD, name: value, **others}


def only_problem(reading: Reading) -> Problem:
    assert len(reading.problems) == 1, [problem.line for problem in reading.problems]
    return reading.problems[0]
