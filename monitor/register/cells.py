"""What one cell says: a date, hours, a name, a case number or answers. Never evaluates anything."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.utils.datetime import from_excel

from expertteam.ui.dates import DateError, long_date, parse_dutch_date
from monitor.register.answers import AnswerList
from monitor.register.columns import Column
from monitor.register.text import is_blank_mark, tidy
from monitor.register.workbook import Cell

MOST_HOURS = 1_000
OPEN_HOURS = frozenset({"open", "nog open", "loopt nog", "onbekend", "onbekend / open", "?"})
# Whole numbers that Excel shows for dates between 1955 and 2064 when a cell has lost its date format.
SERIAL_DATES = range(20_000, 60_001)

_CASE_NUMBER = re.compile(r"(20[0-9]{2})\s*[-‐-―−/]\s*([0-9]{3}|[1-9][0-9]{3})")
_HOURS = re.compile(r"([-−+]?[0-9]+(?:[.,][0-9]{1,2})?)\s*(?:uur|uren|u|h)?\.?", re.IGNORECASE)
_MIDNIGHT = re.compile(r"[ T]00:00(:00)?$")

Value = str | date | Decimal | tuple[str, ...] | None


class CellProblem(Exception):
    """A cell that says something that cannot be: what is wrong and what is expected, in Dutch."""

    def __init__(self, message: str, expected: str, found: str = "") -> None:
        super().__init__(message)
        self.message, self.expected, self.found = message, expected, found


def read_cell(column: Column, cell: Cell, answers: Mapping[str, AnswerList], today: date) -> Value:
    """The value of a filled cell, None when people mean it to be blank. Raises CellProblem."""
    if cell.is_formula:
        raise CellProblem(
            "Hier staat een formule. Formules worden niet uitgerekend.",
            "De uitkomst zelf. Kopieer de cel en plak haar terug als waarde.",
        )
    if cell.is_error:
        raise CellProblem("Hier staat een foutmelding van Excel.", "Een waarde of een lege cell.")
    if isinstance(cell.value, str) and is_blank_mark(cell.value):
        return None
    if column.kind == "date":
        return read_date(cell.value, today)
    if column.question:
        return _read_answers(column, cell.value, answers[column.question])
    return _READERS[column.kind](column, cell.value)


def as_typed(value: object) -> str:
    """A value as people see it in the workbook."""
    if isinstance(value, datetime | date):
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return tidy(str(value))


def read_date(value: object, today: date) -> date:
    """A full date. Words such as "vandaag" are refused: nobody knows which day that was."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise CellProblem("Dit is een getal, geen datum.", _date_meant_by(value))
    text = _MIDNIGHT.sub("", as_typed(value))
    if not any(sign.isdigit() for sign in text):
        raise CellProblem("Dit is geen datum.", "Een dag, maand en jaar, bijvoorbeeld 12-3-2024.")
    try:
        return parse_dutch_date(text, today=today)
    except DateError as error:
        raise CellProblem(str(error), "Een bestaande dag, bijvoorbeeld 12-3-2024.") from error


def _date_meant_by(value: float) -> str:
    if value in SERIAL_DATES:
        day = from_excel(value)
        return f"Een datum. Bedoel je {long_date(day)}? Geef de cel in Excel dan de opmaak Datum."
    return "Een dag, maand en jaar, bijvoorbeeld 12-3-2024."


def _read_text(column: Column, value: object) -> str | None:
    if isinstance(value, datetime | date | time | timedelta):
        raise CellProblem("Excel heeft hier een datum of tijd van gemaakt.", "Tekst. Typ er een ' voor.")
    text = as_typed(value)
    if len(text) > column.max_length:
        raise CellProblem(
            f"Deze tekst is te lang: {len(text)} tekens.", f"Hoogstens {column.max_length} tekens."
        )
    return text or None


def _read_name(column: Column, value: object) -> str | None:
    text = _read_text(column, value)
    if text and not any(sign.isalpha() for sign in text):
        raise CellProblem("Hierin staat geen enkele letter.", "Een naam.")
    return text


def _read_number(column: Column, value: object) -> str:
    found = _CASE_NUMBER.fullmatch(as_typed(value)) if isinstance(value, str) else None
    if not found or int(found[2]) == 0:
        raise CellProblem(
            "Dit is geen casusnummer.", "Het jaar, een streepje en drie cijfers, bijvoorbeeld 2024-001."
        )
    return f"{found[1]}-{found[2]}"


def _read_hours(column: Column, value: object) -> Decimal | None:
    if isinstance(value, str) and tidy(value).casefold() in OPEN_HOURS:
        return None
    hours = _hours(value)
    if hours is None:
        raise CellProblem("Dit is geen aantal uren.", "Een getal, bijvoorbeeld 12 of 12,5.")
    if hours < 0:
        raise CellProblem("Een aantal uren kan niet negatief zijn.", "Een getal van 0 of hoger.")
    if hours > MOST_HOURS:
        raise CellProblem("Zoveel uren in één casus kan niet kloppen.", "Een getal van hoogstens 1.000.")
    return hours


def _hours(value: object) -> Decimal | None:
    if isinstance(value, bool | datetime):
        return None
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute)
    if isinstance(value, timedelta):
        value = value.total_seconds() / 3600
    if isinstance(value, int | float):
        limited = max(-1.0, min(float(value), MOST_HOURS + 1.0))
        return Decimal(repr(limited)).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    found = _HOURS.fullmatch(tidy(str(value)))
    return Decimal(found[1].replace(",", ".").replace("−", "-")) if found else None


def _read_answers(column: Column, value: object, answers: AnswerList) -> Value:
    parts = typed_answers(column, value, answers)
    unknown = [part for part in parts if answers.code(part) is None]
    if unknown:
        raise CellProblem(
            "Dit antwoord kennen we niet." if len(unknown) == 1 else "Deze antwoorden kennen we niet.",
            answers.expected(unknown[0]),
            "; ".join(unknown),
        )
    codes = tuple(dict.fromkeys(answers.code(part) or "" for part in parts))
    if column.kind == "several":
        return codes
    if len(codes) > 1:
        raise CellProblem("Hier staan meer antwoorden; er kan er maar één zijn.", "Eén antwoord.")
    return codes[0] if codes else None


def typed_answers(column: Column, value: object, answers: AnswerList) -> list[str]:
    """The answers of a cell as they were typed; a cell for one answer is only cut up when that helps."""
    text = value if isinstance(value, str) else as_typed(value)
    parts = answers.split(text)
    if column.kind == "single" and not (parts and all(answers.code(part) for part in parts)):
        return [tidy(text)]
    return parts


_READERS: Mapping[str, Callable[[Column, object], Value]] = {
    "number": _read_number,
    "name": _read_name,
    "text": _read_text,
    "hours": _read_hours,
}
