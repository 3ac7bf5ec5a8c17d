"""Reading a register: from the bytes of a workbook to cases, or to everything that is wrong with it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitor.register.answers import AnswerList, Answers
from monitor.register.columns import BY_FIELD, COLUMNS
from monitor.register.header import Header, find_header
from monitor.register.problems import Problem, about_file
from monitor.register.rows import RegisterRow, RowReader, RowReading
from monitor.register.workbook import MAX_ROWS, NotReadable, Sheet, address, read_sheets


@dataclass(frozen=True)
class Understanding:
    """A spelling that was read as an answer: M as Jongen, twelve times in the column Geslacht."""

    column: str
    typed: str
    label: str
    count: int


@dataclass(frozen=True)
class Reading:
    """What was understood of a register; nothing may be imported while there are problems.

    `rows` holds the cases that could be read completely. `warnings` do not stand in the way. `understood`
    lists the spellings that differ from the answer they were read as, most frequent first.
    """

    rows: tuple[RegisterRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    sheet_name: str = ""
    header_row: int | None = None
    ignored_columns: tuple[str, ...] = ()
    understood: tuple[Understanding, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether the register may be imported as it is."""
        return not self.problems


def read_register(data: bytes, answers: Answers, *, today: date) -> Reading:
    """Read a register workbook with the answers of this installation.

    `answers` holds, for the question of every column (BY_FIELD), its answers with code, label and synonyms.
    Never raises on what is in the file: every mistake of every row becomes a Problem.
    """
    try:
        sheets = read_sheets(data)
    except NotReadable as refusal:
        return Reading(problems=(refusal.problem,))
    header = find_header(sheets)
    if header is None:
        return Reading(problems=(_no_header(sheets),))
    if problem := _wrong_number_of_rows(header):
        return _reading(header, [], extra=(problem,))
    lists = {column.question: AnswerList(answers[column.question]) for column in COLUMNS if column.question}
    reader = RowReader(header, lists, today)
    return _reading(header, [reader.read(row) for row in header.data_rows])


def _no_header(sheets: Sequence[Sheet]) -> Problem:
    if not any(sheet.rows for sheet in sheets):
        return about_file("De werkmap is leeg.", "Een werkblad met één rij per casus.")
    names = ", ".join(column.name for column in COLUMNS[:5])
    return about_file(
        "In dit bestand staat geen rij met de kolomnamen van een register.",
        f"Een werkblad met kolommen als {names}.",
    )


def _wrong_number_of_rows(header: Header) -> Problem | None:
    count = len(header.data_rows)
    if count == 0:
        return about_file("Onder de kolomnamen staat geen enkele casus.", "Eén rij per casus.")
    if count > MAX_ROWS:
        most = f"{MAX_ROWS:,}".replace(",", ".")
        return about_file(
            f"Dit werkblad heeft meer dan {most} rijen.", f"Hoogstens {most} casussen per bestand."
        )
    return None


def _reading(header: Header, read: Sequence[RowReading], extra: tuple[Problem, ...] = ()) -> Reading:
    doubles = {problem.row: problem for problem in _double_numbers(header, read)}
    problems = [problem for found in read for problem in found.problems]
    problems = sorted([*doubles.values(), *problems], key=lambda problem: problem.row or 0)
    return Reading(
        rows=tuple(found.row for found in read if found.row and found.number not in doubles),
        problems=(*extra, *header.problems, *problems),
        warnings=(*header.warnings, *(remark for found in read for remark in found.warnings)),
        sheet_name=header.sheet.name,
        header_row=header.row.number,
        ignored_columns=header.ignored,
        understood=_count(read),
    )


def _double_numbers(header: Header, read: Sequence[RowReading]) -> list[Problem]:
    """A problem for every row with a case number that stands in an earlier row."""
    first: dict[str, int] = {}
    problems = []
    for found in read:
        if found.case_number and first.setdefault(found.case_number, found.number) != found.number:
            problems.append(
                Problem(
                    found.number,
                    BY_FIELD["case_number"].name,
                    address(found.number, header.positions["case_number"]),
                    found.case_number,
                    f"Dit casusnummer staat ook in rij {first[found.case_number]}.",
                    "Elk casusnummer één keer.",
                )
            )
    return problems


def _count(read: Sequence[RowReading]) -> tuple[Understanding, ...]:
    counted = Counter(note for found in read for note in found.understood)
    return tuple(Understanding(*note, count) for note, count in counted.most_common())
