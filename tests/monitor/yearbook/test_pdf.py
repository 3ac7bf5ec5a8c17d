"""The PDF of a year read back: the published figures, tags for a screen reader, fonts, pages."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdf
import pytest

from expertteam.access.person import Person
from expertteam.jobs.models import JobStatus
from monitor.indicators import CHAPTERS, INDICATORS
from monitor.yearbook.actions import request_file
from monitor.yearbook.models import Kind, YearFile
from monitor.yearbook.tasks import make_year_file
from tests.factories import make_case

_made: dict[int, bytes] = {}


def made(by: Person, year: int) -> bytes:
    """The file as the worker makes it."""
    file = request_file(by=by, year=year, kind=Kind.PDF)
    make_year_file(file.pk)
    file = YearFile.objects.get(pk=file.pk)
    assert file.status == JobStatus.DONE, file.error
    return bytes(file.file or b"")


@pytest.fixture
def pdf(both_years: Person) -> bytes:
    """The monitor of 2024; made once, because making it takes longer than everything else here."""
    if 2024 not in _made:
        _made[2024] = made(both_years, 2024)
    return _made[2024]


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.fixture
def document(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        yield opened


def objects(document: pikepdf.Pdf, key: str, value: str) -> list[pikepdf.Dictionary]:
    return [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and str(o.get(key)) == value]


def part(text: str, title: str) -> str:
    """What stands in the text from this title on."""
    return text.split(f" {title} ")[-1][:900]


def test_the_published_figures_can_be_read(pdf: bytes) -> None:
    text = " ".join(pages(pdf))
    school = part(text, "Naar welk onderwijs?")
    for answer, last, this in (
        ("Geen", "14 43%", "13 42%"),
        ("Regulier", "11 33%", "10 32%"),
        ("Speciaal", "6 18%", "6 19%"),
        ("Anders", "2 6%", "2 7%"),
    ):
        assert f"{answer} {last} {this}" in school
    assert "Ja 25 76% 25 81% Nee of onbekend 8 24% 6 19%" in part(text, "Problemen op school geweest?")
    assert "Ja 6 18% 7 23% Nee 27 82% 24 77%" in part(text, "Was er vooraf een verklarende analyse?")
    assert re.search(r"Ja 13 39% 14 45% Nee 20 61% 17 55%", part(text, "Ging het om een andere plek?"))
    hours = part(text, "Hoeveel uur per casus?")
    for share in ("6 19,4%", "9 29,0%", "7 22,6%"):
        assert share in hours
    assert [
        int(n)
        for n in re.findall(r"voorkomen \d+ \d+% (\d+) \d+%", part(text, "Wat is voorkomen of bereikt?"))
    ]


def test_every_indicator_and_chapter_is_there(pdf: bytes) -> None:
    read = pages(pdf)
    text = " ".join(read)
    assert [i.key for i in INDICATORS if f"{i.title} " not in text or i.definition not in text] == []
    first = read[0]
    assert "Expertteam Groningen · interne editie Monitor 2024 31 casussen." in first
    for number, chapter in enumerate(CHAPTERS, start=1):
        (page,) = [n for n, page in enumerate(read, 1) if f"Hoofdstuk {number} {chapter}" in page]
        assert re.search(rf"{chapter}\s*{page} ", first), "the contents name the page"


def test_every_page_says_where_one_is(pdf: bytes) -> None:
    read = pages(pdf)
    for number, page in enumerate(read, 1):
        assert "Expertteam Groningen · Monitor 2024, interne editie" in page
        assert f"Bladzijde {number} van {len(read)}" in page


def test_no_page_stands_half_empty(pdf: bytes) -> None:
    """But the last one: the lowest line of every page lies in the lowest third of the paper."""
    for page in pypdf.PdfReader(BytesIO(pdf)).pages[:-1]:
        heights: list[float] = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size, found=heights: (
                found.append(tm[5] * cm[3] + cm[5]) if text.strip() else None
            )
        )
        above_foot = [height for height in heights if height > 70]
        assert min(above_foot) < float(page.mediabox.height) * 0.35, page.page_number


def test_tagged_for_a_screen_reader(document: pikepdf.Pdf) -> None:
    assert (str(document.Root.Lang), bool(document.Root.MarkInfo.Marked)) == ("nl", True)
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Monitor 2024 · Expertteam Groningen"
    assert len(objects(document, "/S", "/H1")) == 1
    assert len(objects(document, "/S", "/H2")) == len(CHAPTERS)
    assert len(objects(document, "/S", "/H3")) == len(INDICATORS)
    heads = objects(document, "/S", "/TH")
    assert heads and all("/Scope" in head.A for head in heads)


def test_every_chart_is_told_in_words(document: pikepdf.Pdf) -> None:
    told = [str(figure.Alt) for figure in objects(document, "/S", "/Figure")]
    assert any(
        words.startswith("Naar welk onderwijs?") and "Geen: 42% (2023: 43%)" in words for words in told
    )
    assert all(len(words) > 20 for words in told)
    assert len(told) == len(objects(document, "/S", "/Table")) - 1, (
        "a picture beside every table but the totals"
    )


def test_its_letters_are_in_it(document: pikepdf.Pdf) -> None:
    fonts = objects(document, "/Subtype", "/CIDFontType2")
    assert {str(font.BaseFont).split("+")[1].split("-Semi")[0].rstrip(",") for font in fonts} == {
        "Source-Sans-3",
        "Source-Serif-4",
    }
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_a_year_with_one_case_can_be_made(carla: Person) -> None:
    make_case(carla, referral={"education": "", "school_problems": ""})
    text = " ".join(pages(made(carla, 2026)))
    assert "1 casus. Wat we zagen" in text
    assert "Hierover is dit jaar nog niets vastgelegd." in text
