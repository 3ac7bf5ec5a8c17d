"""Which row of a workbook names the columns, and what is wrong or remarkable about that row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from monitor.register.columns import BY_NAME, COLUMNS, Column
from monitor.register.problems import Problem, shorten
from monitor.register.text import comparable, tidy
from monitor.register.workbook import HEADER_SEARCH, Sheet, SheetRow, address

FEWEST_KNOWN_HEADERS = 3
LIKENESS = 0.6


@dataclass(frozen=True)
class Header:
    """A recognised header row: where each column stands, and what is wrong or remarkable about the row."""

    sheet: Sheet
    row: SheetRow
    positions: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def data_rows(self) -> list[SheetRow]:
        """The filled rows under the header."""
        return [row for row in self.sheet.rows if row.number > self.row.number]


def find_header(sheets: Sequence[Sheet]) -> Header | None:
    """The row, among the first rows of all sheets, that names most of the columns; None when no row does."""
    candidates = [(sheet, row) for sheet in sheets for row in sheet.rows[:HEADER_SEARCH]]
    if not candidates:
        return None
    sheet, row = max(candidates, key=lambda candidate: len(_known(candidate[1])))
    if len(_known(row)) < FEWEST_KNOWN_HEADERS:
        return None
    header = _judge(sheet, row)
    return replace(header, warnings=(*_other_registers(header, sheets), *header.warnings))


def _texts(row: SheetRow) -> dict[int, str]:
    return {position: tidy(str(cell.value)) for position, cell in row.cells.items()}


def _known(row: SheetRow) -> dict[int, Column]:
    found = {position: BY_NAME.get(comparable(text)) for position, text in _texts(row).items()}
    return {position: column for position, column in found.items() if column}


def _judge(sheet: Sheet, row: SheetRow) -> Header:
    known, texts = _known(row), _texts(row)
    positions: dict[str, int] = {}
    doubles = []
    for position, column in known.items():
        if positions.setdefault(column.field, position) != position:
            doubles.append(_double(row, position, texts[position], column, positions[column.field]))
    unknown = {position: text for position, text in texts.items() if position not in known}
    absent = [column for column in COLUMNS if column.field not in positions]
    hints = _likely_names(absent, unknown)
    missing = [_missing(row, column, hints.get(column.field), unknown) for column in absent]
    ignored = {position: text for position, text in unknown.items() if position not in hints.values()}
    remarks = tuple(_ignored(row, position, text) for position, text in ignored.items())
    return Header(sheet, row, positions, (*doubles, *missing), remarks, tuple(ignored.values()))


def _double(row: SheetRow, position: int, text: str, column: Column, first: int) -> Problem:
    message = f"Deze kolom staat er twee keer in, ook in cel {address(row.number, first)}."
    place = address(row.number, position)
    return Problem(row.number, column.name, place, shorten(text), message, "Elke kolom één keer.")


def _missing(row: SheetRow, column: Column, likely: int | None, unknown: Mapping[int, str]) -> Problem:
    message = f"De kolom “{column.name}” ontbreekt."
    if likely is None:
        advice = f"Een kolom met de naam “{column.name}”; de cellen eronder mogen leeg zijn."
        return Problem(row.number, column.name, "", "", message, advice)
    found = shorten(unknown[likely])
    advice = f"Bedoel je de kolom “{found}”? Noem die dan “{column.name}”."
    return Problem(row.number, column.name, address(row.number, likely), found, message, advice)


def _ignored(row: SheetRow, position: int, text: str) -> Problem:
    message = "Deze kolom kennen we niet; hij wordt niet overgenomen."
    return Problem(row.number, shorten(text), address(row.number, position), "", message)


def _likely_names(absent: Sequence[Column], unknown: Mapping[int, str]) -> dict[str, int]:
    """For absent columns the position of the unknown header most like it; each header is used once."""
    pairs = [
        (likeness, column.field, position)
        for column in absent
        for position, text in unknown.items()
        if (likeness := _likeness(column, text)) >= LIKENESS
    ]
    chosen: dict[str, int] = {}
    for _, field, position in sorted(pairs, key=lambda pair: -pair[0]):
        if field not in chosen and position not in chosen.values():
            chosen[field] = position
    return chosen


def _likeness(column: Column, text: str) -> float:
    names = (column.name, *column.other_names)
    return max(SequenceMatcher(None, comparable(text), comparable(name)).ratio() for name in names)


def _other_registers(header: Header, sheets: Sequence[Sheet]) -> tuple[Problem, ...]:
    """A second sheet that looks like a register is not read: say so instead of losing it silently."""
    return tuple(
        Problem(
            None,
            None,
            "",
            sheet.name,
            "Nog een werkblad lijkt een register; het wordt niet overgenomen.",
            "Eén register per bestand.",
        )
        for sheet in sheets
        if sheet is not header.sheet
        and any(len(_known(row)) * 2 >= len(header.positions) for row in sheet.rows[:HEADER_SEARCH])
    )
