"""The same picture in a PDF: drawn, readable as text, and with an alternative text."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from analysis.board.picture import layout, render_picture
from analysis.board.rings import find_rings

from .graphs import bankzitter


@pytest.fixture(scope="module")
def pdf() -> bytes:
    from weasyprint import HTML  # noqa: PLC0415

    graph = bankzitter()
    svg = render_picture(layout(graph, find_rings(graph)))
    page = f'<!doctype html><html lang="nl"><title>Proef</title><figure>{svg}</figure></html>'
    return HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


def test_texts_are_text(pdf: bytes) -> None:
    words = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Ruben ligt de hele" in words
    assert "dit houdt het vast" in words


def test_it_has_an_alternative_text(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        texts = [
            str(one["/Alt"])
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert texts == ["Hoe het samenhangt. Op het bord: 12 kaartjes, 15 verbanden en 3 kringen."]


def test_colours_and_dashes_reach_the_paper(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        drawing = document.pages[0].Contents.read_bytes()
    assert b"0.592157 0.223529 0.121569 RG" in drawing  # the links of what holds it stuck
    assert b"0.972549 0.901961 0.87451 rg" in drawing  # the tint behind them
    assert b"[5 5] 0 d" in drawing  # what damps
