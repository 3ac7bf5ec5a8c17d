"""One row of a register: its cells read, and what has to hold between them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from monitor.register.answers import AnswerList
from monitor.register.cells import CellProblem, Value, as_typed, read_cell, typed_answers
from monitor.register.checks import MISTAKES, REMARKS
from monitor.register.columns import COLUMNS, Column
from monitor.register.header import Header
from monitor.register.problems import Problem, shorten
from monitor.register.text import comparable
from monitor.register.workbook import SheetRow, address

Understood = tuple[str, str, str]


@dataclass(frozen=True)
class RegisterRow:
    """A case as the register tells it; codes as in the lists of answers, None or () for not answered.

    `row` is the row in the workbook; `hours` None means that the case is still open.
    """

    row: int
    case_number: str
    referred_on: date
    first_name: str
    last_name: str
    birth_date: date
    geslacht: str | None = None
    gemeente: str | None = None
    referrer: str | None = None
    organisation: str | None = None
    wie_stelt_de_vraag: str | None = None
    wat_is_de_vraag: str | None = None
    question_line: str | None = None
    doorstroom_verblijf: str | None = None
    juridisch_kader: str | None = None
    verblijf: str | None = None
    type_onderwijs: str | None = None
    problemen_op_school: str | None = None
    va_vooraf: str | None = None
    va_gemaakt_door: str | None = None
    heraanmelding: str | None = None
    earlier_number: str | None = None
    knelpunten_vooraf: tuple[str, ...] = ()
    aan_tafel: str | None = None
    hours: Decimal | None = None
    tevreden_jeugdige_ouder: str | None = None
    tevreden_hulpverlener: str | None = None
    effecten: tuple[str, ...] = ()
    kosten: str | None = None
    bijdrage: tuple[str, ...] = ()
    profiel: str | None = None
    schadelijke_zorg: tuple[str, ...] = ()
    closed_on: date | None = None

    @property
    def year(self) -> int:
        """The year in the case number."""
        return int(self.case_number.split("-")[0])

    @property
    def sequence(self) -> int:
        """The number within that year."""
        return int(self.case_number.split("-")[1])


@dataclass(frozen=True)
class RowReading:
    """What one row gave: the case when all of it could be read, else its problems; and its remarks."""

    number: int
    row: RegisterRow | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    understood: tuple[Understood, ...]
    case_number: str | None


class RowReader:
    """Reads rows under one header, with the answers of this installation."""

    def __init__(self, header: Header, answers: Mapping[str, AnswerList], today: date) -> None:
        self._header, self._answers, self._today = header, answers, today
        self._columns = [column for column in COLUMNS if column.field in header.positions]

    def read(self, row: SheetRow) -> RowReading:
        """Read every cell, then look at what has to hold between cells; at most one problem a cell."""
        if self._is_no_case(row):
            return RowReading(row.number, None, (self._no_case(row),), (), (), None)
        values, problems = self._values(row)
        problems |= self._between(row, values, problems, MISTAKES)
        remarks = self._between(row, values, problems, REMARKS)
        number = values.get("case_number")
        return RowReading(
            row.number,
            None if problems or not self._is_complete() else _build(row.number, values),
            tuple(problems[column.field] for column in self._columns if column.field in problems),
            tuple(remarks.values()),
            tuple(self._understood(row, values)),
            number if isinstance(number, str) else None,
        )

    def _values(self, row: SheetRow) -> tuple[dict[str, Value], dict[str, Problem]]:
        values: dict[str, Value] = {}
        problems: dict[str, Problem] = {}
        for column in self._columns:
            try:
                values[column.field] = self._value(row, column)
            except CellProblem as wrong:
                problems[column.field] = self._problem(
                    row, column, wrong.message, wrong.expected, wrong.found
                )
        return values, problems

    def _value(self, row: SheetRow, column: Column) -> Value:
        cell = row.cells.get(self._header.positions[column.field])
        value = read_cell(column, cell, self._answers, self._today) if cell else None
        if value is None and column.required:
            raise CellProblem(f"{column.name} ontbreekt.", "Deze cel moet gevuld zijn.")
        return () if value is None and column.kind == "several" else value

    def _between(
        self,
        row: SheetRow,
        values: Mapping[str, Value],
        known: Mapping[str, Problem],
        checks: Mapping[str, Callable[..., CellProblem | None]],
    ) -> dict[str, Problem]:
        """Apply the checks of columns that could be read themselves; keyed by column."""
        found: dict[str, Problem] = {}
        for column in self._columns:
            check = checks.get(column.field)
            if check and column.field not in known and (wrong := check(values, self._today)):
                found[column.field] = self._problem(row, column, wrong.message, wrong.expected)
        return found

    def _problem(
        self, row: SheetRow, column: Column, message: str, expected: str, found: str = ""
    ) -> Problem:
        position = self._header.positions[column.field]
        cell = row.cells.get(position)
        shown = found or (as_typed(cell.value) if cell else "")
        place = address(row.number, position)
        return Problem(row.number, column.name, place, shorten(shown), message, expected)

    def _understood(self, row: SheetRow, values: Mapping[str, Value]) -> list[Understood]:
        """What was typed in another way than the label: (column, typed, label)."""
        notes = []
        for column in self._columns:
            cell = row.cells.get(self._header.positions[column.field])
            if cell and column.question and values.get(column.field):
                answers = self._answers[column.question]
                for typed in typed_answers(column, cell.value, answers):
                    label = answers.label(answers.code(typed) or "")
                    if comparable(typed) != comparable(label):
                        notes.append((column.name, typed, label))
        return notes

    def _is_complete(self) -> bool:
        return len(self._columns) == len(COLUMNS)

    def _is_no_case(self, row: SheetRow) -> bool:
        """A total, a remark: something stands in the row, but nothing that makes it a case."""
        positions = [self._header.positions[column.field] for column in self._columns if column.required]
        return not any(position in row.cells for position in positions)

    def _no_case(self, row: SheetRow) -> Problem:
        position, cell = min(row.cells.items())
        return Problem(
            row.number,
            None,
            address(row.number, position),
            shorten(as_typed(cell.value)),
            "In deze rij staat geen casusnummer, naam of datum.",
            "Eén casus per rij. Haal een totaal of aantekening weg.",
        )


def _build(number: int, values: Mapping[str, Any]) -> RegisterRow:
    return RegisterRow(row=number, **values)
