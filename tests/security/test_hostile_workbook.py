"""A workbook made to exhaust whoever opens it. A register arrives by mail: its sender need not be a colleague."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from monitor.register.workbook import MAX_ROWS, NotReadable, read_sheets

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ROW, END = f'<worksheet {MAIN}><sheetData><row r="1">', "</row></sheetData></worksheet>"


def workbook(rows: int = 1) -> bytes:
    book = Workbook()
    for _ in range(rows):
        book.active.append(["2024-001", "12-3-2024", "Fenna", "Regulier", "Ja", None] * 5)  # type: ignore[union-attr]
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def with_part(name: str, start: str, piece: str, times: int, end: str) -> bytes:
    """A workbook of a few kilobytes in which one part unpacks to megabytes of the same."""
    source, stored = zipfile.ZipFile(io.BytesIO(workbook())), io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in {*source.namelist(), name}:
            content = start + piece * times + end if part == name else source.read(part).decode()
            archive.writestr(part, content)
    return stored.getvalue()


BOMBS = {
    "styles": ("xl/styles.xml", f"<styleSheet {MAIN}><cellXfs>", "<xf/>", 600_000, "</cellXfs></styleSheet>"),
    "texts": ("xl/sharedStrings.xml", f"<sst {MAIN}>", "<si><t>a</t></si>", 200_000, "</sst>"),
    "one row": (SHEET, ROW, "<c><v>1</v></c>", 200_000, END),
    "depth": (SHEET, ROW, "<a>", 600_000, END),
    "figure": (SHEET, f"{ROW}<c><v>", "9", 2_000_000, f"</v></c>{END}"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BOMBS)
def test_a_small_file_that_unpacks_large_is_refused_before_it_is_read(kind: str) -> None:
    bomb = with_part(*BOMBS[kind])
    assert len(bomb) < 30_000
    with pytest.raises(NotReadable, match="uitgepakt veel te groot"):
        read_sheets(bomb)


def test_a_large_register_that_repeats_itself_is_read() -> None:
    assert len(read_sheets(workbook(MAX_ROWS))[0].rows) == MAX_ROWS
