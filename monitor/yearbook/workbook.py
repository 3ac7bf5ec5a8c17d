"""The monitor as a workbook: what it is, and every figure of both years in one long table."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from monitor.yearbook.presentation import Chapter

HEAD = Font(bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor="0E4A59")


def year_workbook(context: dict[str, Any]) -> bytes:
    """The file (.xlsx) of `this`, `last`, `chapters` and `team`."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    fill_about(workbook.create_sheet("Toelichting"), context)
    fill_figures(workbook.create_sheet("Cijfers"), context)
    stored = BytesIO()
    workbook.save(stored)
    return stored.getvalue()


def fill_about(sheet: Worksheet, context: dict[str, Any]) -> None:
    """The totals and the definitions."""
    this, last = context["this"], context["last"]
    write(sheet, [f"Monitor {this.year}, interne editie", str(context["team"])])
    write(sheet, ["", str(this.year), str(last.year)])
    for label, name in TOTALS:
        write(sheet, [label, getattr(this, name), getattr(last, name)])
    write(sheet, [])
    write(sheet, ["Vraag", "Wat er geteld is"])
    head = sheet.max_row
    for chapter in context["chapters"]:
        for figure in chapter.figures:
            write(sheet, [figure.indicator.title, figure.indicator.definition])
    for row in (1, 2, head):
        embolden(sheet, row)
    widths(sheet, [44, 70, 14])


TOTALS = [
    ("Casussen", "total"),
    ("Consultaties", "consultations"),
    ("Casussen besproken in een bijeenkomst", "met"),
    ("Dagen tot de eerste bijeenkomst (middelste)", "days_to_meeting"),
    ("Casussen met een advies", "advised"),
    ("Dagen tot het advies (middelste)", "days_to_advice"),
    ("Afgesloten casussen", "closed"),
    ("Dagen tot het afsluiten (middelste)", "days_to_closing"),
]


def fill_figures(sheet: Worksheet, context: dict[str, Any]) -> None:
    """A row per answer."""
    year, before = context["this"].year, context["last"].year
    write(
        sheet,
        [
            "Hoofdstuk",
            "Vraag",
            "Sleutel",
            "Antwoord",
            f"Aantal {year}",
            f"% {year}",
            f"Aantal {before}",
            f"% {before}",
        ]
        + ["Over hoeveel casussen"],
    )
    embolden(sheet, 1)
    for chapter in context["chapters"]:
        add_chapter(sheet, chapter)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    widths(sheet, [22, 38, 24, 46, 13, 10, 13, 10, 40])


def add_chapter(sheet: Worksheet, chapter: Chapter) -> None:
    for figure in chapter.figures:
        for row in figure.rows:
            answer = [row.label, row.count, row.percent, row.previous_count, row.previous_percent]
            write(sheet, [chapter.title, figure.indicator.title, figure.indicator.key, *answer, figure.basis])


def write(sheet: Worksheet, values: list[Any]) -> None:
    """Add a row; a text stays a text, also when it begins with «=»."""
    sheet.append(values)
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def embolden(sheet: Worksheet, row: int) -> None:
    """Make a row a heading."""
    for cell in sheet[row]:
        cell.font, cell.fill = HEAD, HEAD_FILL


def widths(sheet: Worksheet, sizes: list[int]) -> None:
    """Widths of the columns, in characters."""
    for place, size in enumerate(sizes):
        sheet.column_dimensions["ABCDEFGHIJ"[place]].width = size
