"""From the bytes of an upload to rows of cells, or to one clear problem.

The workbook is untrusted. It is looked at as a zip before openpyxl gets to see it: its unpacked size, its
number of parts and whether a part declares a document type (the door to entity bombs). Formulas are never
evaluated: openpyxl reads them as formulas (`data_only=False`) and they stay marked as such.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from openpyxl import load_workbook
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import TranslatorError
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from monitor.register.problems import Problem, about_file

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 20 * 1024 * 1024
# Excel packs ten to thirty times; a megabyte that was packed smaller than this repeats itself to exhaust us.
LARGE_PART = 1024 * 1024
MOST_PACKED = 100
MAX_PARTS = 1_000
MAX_SHEETS = 30
MAX_ROWS = 5_000
MAX_COLUMNS = 200
HEADER_SEARCH = 20
EXCEL_LAST_ROW = 1_048_576

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "Een Excel-werkmap (.xlsx). Open het register in Excel en kies Opslaan als, Excel-werkmap."

# Everything that zipfile, expat, lxml and openpyxl are known to raise on a damaged workbook.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    InvalidFileException,
    TokenizerError,
    TranslatorError,
    SyntaxError,
    OSError,
    EOFError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
)


@dataclass(frozen=True)
class Cell:
    """One filled cell: its value as openpyxl gives it, and whether it is a formula or an Excel error."""

    value: object
    is_formula: bool = False
    is_error: bool = False


@dataclass(frozen=True)
class SheetRow:
    """A row that is not empty: its number in the workbook and its cells by column, counted from 1."""

    number: int
    cells: dict[int, Cell]


@dataclass(frozen=True)
class Sheet:
    """A worksheet with its rows that are not empty."""

    name: str
    rows: tuple[SheetRow, ...]


class NotReadable(Exception):
    """The bytes are no workbook we can read; carries the problem to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def address(row: int, column: int) -> str:
    """E3 for row 3 and column 5."""
    return f"{get_column_letter(column)}{row}"


def read_sheets(data: bytes) -> list[Sheet]:
    """The visible worksheets of an .xlsx with their rows that are not empty. Raises NotReadable."""
    _refuse_other_kinds(data)
    try:
        _refuse_dangerous_zip(data)
        return _read_with_openpyxl(data)
    except BROKEN as error:
        raise _refusal("Dit Excel-bestand is beschadigd en kan niet worden gelezen.") from error


def _refusal(message: str, expected: str = _SAVE_AS) -> NotReadable:
    return NotReadable(about_file(message, expected))


def _refuse_other_kinds(data: bytes) -> None:
    """Raise NotReadable for what is recognised as another kind of file."""
    if not data.strip():
        raise _refusal("Het bestand is leeg.")
    if len(data) > MAX_BYTES:
        raise _refusal("Het bestand is te groot.", f"Een Excel-werkmap van hoogstens {MAX_BYTES >> 20} MB.")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise _refusal(
                "Het bestand is beveiligd met een wachtwoord.",
                "Een werkmap zonder wachtwoord. Haal het in Excel weg en sla het bestand opnieuw op.",
            )
        raise _refusal("Dit is een Excel-bestand van het oude soort (.xls).")
    if data.startswith(b"%PDF"):
        raise _refusal("Dit is een PDF, geen Excel-werkmap.")
    if not data.startswith(b"PK"):
        raise _refusal(f"Dit is {_guess_text(data)}, geen Excel-werkmap.")


def _guess_text(data: bytes) -> str:
    start = data[:4096]
    if b"\0" in start:
        return "een ander soort bestand"
    if b"<html" in start.lower():
        return "een webpagina"
    first_line = start.split(b"\n")[0]
    if any(first_line.count(sign) >= 3 for sign in (b";", b",", b"\t")):
        return "een tekstbestand (bijvoorbeeld csv)"
    return "een ander soort bestand"


def _refuse_dangerous_zip(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        too_large = len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES
        if too_large or any(_is_packed_too_well(part) for part in parts):
            raise _refusal("Het bestand is uitgepakt veel te groot voor een register.")
        if "xl/workbook.bin" in names:
            raise _refusal("Dit is een binaire Excel-werkmap (.xlsb).")
        if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
            raise _refusal(
                "Dit bestand is geen Excel-werkmap, maar een ander soort document of een zip-bestand."
            )
        if any(_declares_doctype(archive, part) for part in parts):
            raise _refusal("Het bestand bevat een onderdeel dat in een register niet thuishoort.")


def _is_packed_too_well(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(LARGE_PART, MOST_PACKED * part.compress_size)


def _declares_doctype(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part is XML that declares a document type; nothing after its first element is looked at."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *args: found.append("doctype")
    parser.StartElementHandler = lambda *args: found.append("element")
    with archive.open(part) as stream, suppress(expat.ExpatError):
        while not found and (chunk := stream.read(65_536)):
            parser.Parse(chunk)
    return bool(found) and found[0] == "doctype"


def _read_with_openpyxl(data: bytes) -> list[Sheet]:
    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        sheets = workbook.worksheets
        if not sheets:
            raise _refusal("De werkmap heeft geen werkbladen.", "Een werkblad met één rij per casus.")
        visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
        return [Sheet(sheet.title, tuple(_filled_rows(sheet))) for sheet in visible[:MAX_SHEETS]]
    finally:
        workbook.close()


def _filled_rows(sheet: Any) -> Iterator[SheetRow]:
    """The rows with something in them; a few more than allowed are read, so that too many can be told.

    openpyxl fills a gap between rows with one and the same empty row, a million times if it must: skipped.
    """
    count = 0
    gap = None
    for number, row in enumerate(sheet.iter_rows(max_row=EXCEL_LAST_ROW, max_col=MAX_COLUMNS), start=1):
        if row is gap:
            continue
        cells = {column: cell for column, found in enumerate(row, start=1) if (cell := _cell(found))}
        if cells:
            yield SheetRow(number, cells)
            count += 1
        else:
            gap = row
        if count > MAX_ROWS + HEADER_SEARCH:
            return


def _cell(found: Any) -> Cell | None:
    value = found.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    is_formula = found.data_type == "f" or (isinstance(value, str) and value.lstrip().startswith("="))
    return Cell(_formula_text(value) if is_formula else value, is_formula, found.data_type == "e")


def _formula_text(value: object) -> str:
    text = getattr(value, "text", None)
    return str(text if text is not None else value)
