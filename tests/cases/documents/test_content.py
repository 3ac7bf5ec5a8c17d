"""A file is judged by what is in it."""

from io import BytesIO

import pytest
from PIL import Image

from cases.documents.content import type_of
from cases.documents.incoming import title_of
from cases.documents.models import FileType
from cases.documents.pictures import cleaned
from cases.documents.refusals import Refused

from . import files


@pytest.mark.parametrize(
    ("content", "file_type"),
    [
        (files.pdf(), "pdf"), (files.office(), "docx"), (files.office(files.EXCEL), "xlsx"),
        (files.office(files.SLIDES), "pptx"), (files.odt(), "odt"), (files.photo(), "jpg"), (files.photo("PNG"), "png"),
    ],
)  # fmt: skip
def test_what_is_taken_in(content: bytes, file_type: str) -> None:
    assert type_of(BytesIO(content)) == file_type


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "leeg"),
        (b"MZ\x90\x00 een programma", "soort"),
        (b"<html><script>alert(1)</script>", "soort"),
        (b"<svg xmlns='x'/>", "soort"),
        (b"GIF89a%PDF-1.7", "soort"),
        (b"%PDF-1.7 en verder niets", "kapot"),
        (files.pdf(password="geheim"), "wachtwoord"),
        (files.office(files.MACROS), "macro"),
        (files.office(**{"word/vbaProject.bin": b"x"}), "macro"),
        (files.office(**{"word/activeX/activeX1.xml": b"x"}), "macro"),
        (files.odt(**{"Basic/Standard/a.xml": b"x"}), "macro"),
        (files.odt(**{"Scripts/python/a.py": b"x"}), "macro"),
        (files.office("application/vnd.something+xml"), "soort"),
        (files.zipped({"mimetype": b"application/epub+zip"}), "soort"),
        (files.zipped({"a.exe": b"MZ"}), "soort"),
        (files.zipped({"[Content_Types].xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "soort"),
        (files.zipped({"[Content_Types].xml": b"<a"}), "kapot"),
        (files.office()[:-40], "kapot"),
        (files.bomb(), "bom"),
        (files.locked_zip(), "wachtwoord"),
        (files.locked_office(), "wachtwoord"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oud"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "heic"),
    ],
)  # fmt: skip
def test_what_is_refused_and_why(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        type_of(BytesIO(content))
    assert refused.value.code == code and refused.value.words.endswith(".")


@pytest.mark.parametrize(("kind", "file_type"), [("JPEG", FileType.JPEG), ("PNG", FileType.PNG)])
def test_a_photo_does_not_tell_where_it_was_made(kind: str, file_type: FileType) -> None:
    before = files.photo(kind)
    after = cleaned(before, file_type)
    assert b"Kerkstraat" in before and b"Kerkstraat" not in after and b"Anja" not in after
    with Image.open(BytesIO(before)) as old, Image.open(BytesIO(after)) as new:
        assert old.tobytes() == new.tobytes(), "the picture itself is untouched"
        assert dict(new.getexif()) == ({0x0112: 6} if kind == "JPEG" else {})
    assert cleaned(after, file_type) == after


@pytest.mark.parametrize(
    ("content", "file_type", "code"),
    [
        (files.photo()[:200], FileType.JPEG, "kapot"),
        (b"\xff\xd8\xff\xe0", FileType.JPEG, "kapot"),
        (files.photo("PNG")[:60], FileType.PNG, "kapot"),
        (files.huge_png(), FileType.PNG, "pixels"),
    ],
)
def test_a_damaged_picture_is_refused(content: bytes, file_type: FileType, code: str) -> None:
    with pytest.raises(Refused) as refused:
        cleaned(content, file_type)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Verslag_2023.pdf", "Verslag 2023"), ("../../etc/passwd", "passwd"), ("C:\\map\\plan.docx", "plan"),
        ("", "Document"),
        ("verslag\u202efdp.exe", "verslagfdp"), ("تقرير.pdf", "تقرير"), ("x" * 300 + ".pdf", "x" * 200),
        (".pdf", ".pdf"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_becomes_a_title(name: str, title: str) -> None:
    assert title_of(name) == title
