"""What is no workbook, or a hostile one, gets one clear answer and never an exception."""

import io
import random
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from monitor.register import workbook as reader
from tests.monitor.register.books import DATA, GOOD, only_problem, read_bytes, save, workbook

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The workbook with parts replaced, added or (None) left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()} | changes
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


def zipped(**parts: bytes) -> bytes:
    return repacked(empty_zip(), {name.replace("__", "/"): content for name, content in parts.items()})


def empty_zip() -> bytes:
    stream = io.BytesIO()
    zipfile.ZipFile(stream, "w").close()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "leeg"),
        (b" \r\n", "leeg"),
        (b"Casusnummer;Roepnaam;Achternaam;Datum\n2024-001;a;b;c\n", "csv"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<!doctype html><html>", "webpagina"),
        (OLE + bytes(600), "oude soort"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (bytes(range(256)) * 4, "ander soort bestand"),
        (b"zomaar een tekst", "ander soort bestand"),
        (b"PK\x03\x04" + bytes(200), "beschadigd"),
        (empty_zip(), "ander soort document"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "ander soort document"),
        (zipped(xl__workbook__bin=b"x").replace(b"xl/workbook/bin", b"xl/workbook.bin"), "binaire"),
    ],
)
def test_another_kind_of_file_is_named(data, reason):
    problem = only_problem(read_bytes(data))
    assert problem.row is None
    assert reason in problem.message
    assert "xlsx" in problem.expected or "wachtwoord" in problem.expected


def test_a_workbook_without_anything_says_so():
    assert only_problem(read_bytes(save(Workbook()))).message == "De werkmap is leeg."


def test_a_workbook_without_sheets_is_refused():
    book = repacked(workbook(GOOD), {SHEET: None})
    assert "geen werkbladen" in only_problem(read_bytes(book)).message


def test_a_truncated_workbook_is_called_damaged():
    assert "beschadigd" in only_problem(read_bytes(workbook(GOOD)[:-600])).message


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "docProps/other"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_refused_before_it_is_read(part, encoding):
    content = (BOMB + "<worksheet>&i;</worksheet>").encode(encoding)
    assert "niet thuishoort" in only_problem(read_bytes(repacked(workbook(GOOD), {part: content}))).message


def test_a_file_that_reads_another_file_is_refused():
    content = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst>&x;</sst>'
    refused = only_problem(read_bytes(repacked(workbook(GOOD), {"xl/sharedStrings.xml": content})))
    assert "niet thuishoort" in refused.message


def test_a_zip_bomb_is_refused_by_its_directory():
    bomb = repacked(workbook(GOOD), {"xl/media/image1.png": bytes(reader.MAX_UNPACKED_BYTES)})
    assert len(bomb) < 1_000_000
    assert "veel te groot" in only_problem(read_bytes(bomb)).message


def test_a_zip_with_thousands_of_parts_is_refused():
    parts = {f"xl/media/{number}.png": b"x" for number in range(reader.MAX_PARTS)}
    assert "veel te groot" in only_problem(read_bytes(repacked(workbook(GOOD), parts))).message


def test_a_file_that_is_too_big_is_refused_unseen():
    problem = only_problem(read_bytes(b"PK" + bytes(reader.MAX_BYTES)))
    assert "te groot" in problem.message


def test_a_register_with_too_many_rows_is_refused():
    rows = [{"Casusnummer": "2024-001"}] * (reader.MAX_ROWS + 1)
    problem = only_problem(read_bytes(workbook(*rows)))
    assert problem.message == "Dit werkblad heeft meer dan 5.000 rijen."


def test_rows_beyond_a_gap_are_found_and_an_absurd_row_number_does_no_harm():
    """The gaps are walked through in a moment: row 900,000 is read, row 9,999,999,999 does not exist."""
    sheet = zipfile.ZipFile(io.BytesIO(workbook(GOOD))).read(SHEET)
    far = sheet.replace(b'<row r="2"', b'<row r="900000"').replace(b'2" ', b'900000" ')
    assert [row.row for row in read_bytes(repacked(workbook(GOOD), {SHEET: far})).rows] == [900_000]
    absurd = sheet.replace(b'<row r="2"', b'<row r="9999999999"').replace(b'2" ', b'9999999999" ')
    assert "geen enkele casus" in only_problem(read_bytes(repacked(workbook(GOOD), {SHEET: absurd}))).message


def test_a_date_outside_the_calendar_is_a_mistake_at_its_cell():
    sheet = zipfile.ZipFile(io.BytesIO(workbook(GOOD))).read(SHEET)
    serial = str((date(2010, 7, 11) - date(1899, 12, 30)).days).encode()
    assert serial in sheet
    book = repacked(workbook(GOOD), {SHEET: sheet.replace(serial, b"99999999999")})
    with pytest.warns(UserWarning, match="outside the limits"):
        problem = only_problem(read_bytes(book))
    assert (problem.cell, problem.message) == ("E2", "Hier staat een foutmelding van Excel.")


def test_a_shared_formula_is_seen_in_every_cell_that_shares_it():
    book = workbook(GOOD, {**GOOD, "Casusnummer": "2024-002"})
    sheet = zipfile.ZipFile(io.BytesIO(book)).read(SHEET)
    for cell, formula in (
        (b"X2", b'<f t="shared" ref="X2:X3" si="0">1+1</f>'),
        (b"X3", b'<f t="shared" si="0"/>'),
    ):
        sheet = sheet.replace(b'<c r="' + cell + b'" t="n">', b'<c r="' + cell + b'" t="n">' + formula)
    problems = read_bytes(repacked(book, {SHEET: sheet})).problems
    assert [problem.cell for problem in problems] == ["X2", "X3"]
    assert all("formule" in problem.message for problem in problems)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), times=st.integers(1, 40))
def test_a_damaged_workbook_never_raises(seed, times):
    """Bytes of the parts are changed at random before packing, so that the damage reaches the XML."""
    chance = random.Random(seed)
    with zipfile.ZipFile(DATA / "register-met-fouten.xlsx") as archive:
        name = chance.choice(archive.namelist())
        content = bytearray(archive.read(name))
    for _ in range(times):
        content[chance.randrange(len(content))] = chance.choice(b"<>/=\"'&;0123456789abcrstv \xff")
    reading = read_bytes(repacked((DATA / "register-met-fouten.xlsx").read_bytes(), {name: bytes(content)}))
    assert reading.problems


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400).map(lambda tail: b"PK\x03\x04" + tail))
def test_random_bytes_never_raise(data):
    assert read_bytes(data).problems
