"""The PDF maker: tagged, in Dutch, with fonts inside, and reading nothing outside static/."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from pypdf import PdfReader

from expertteam.embedded import pdf_libraries
from expertteam.jobs.models import JobFailed
from expertteam.pdf.maker import OutsideStatic, html_to_pdf, make_pdf

TABLE = """
<table><thead><tr><th>Uren</th><th>2023</th></tr></thead>
<tbody><tr><th scope="row">6 tot 10</th><td>3</td></tr></tbody></table>
<table><tr><th>Soort</th><th>Aantal</th></tr><tr><td>Geen</td><td>13</td></tr></table>
"""


def document(body: str, head: str = "") -> str:
    links = "".join(
        f'<link rel="stylesheet" href="{name}">'
        for name in ("fonts/pdf-fonts.css", "css/tokens.css", "css/pdf.css")
    )
    return f'<!doctype html><html lang="nl"><head><title>Proef</title>{links}{head}</head><body>{body}</body></html>'


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def dictionaries(pdf: pikepdf.Pdf, key: str, value: str) -> list[pikepdf.Object]:
    items = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    return [item for item in items if item.get(f"/{key}") == pikepdf.Name(f"/{value}")]


def scopes(pdf: bytes) -> list[str]:
    document = opened(pdf)
    return sorted(str(cell.A.Scope) for cell in dictionaries(document, "S", "TH"))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_base_template_gives_a_tagged_dutch_document_with_a_title() -> None:
    pdf = opened(make_pdf("pdf/base.html", {}, title="Adviesrapport 2025-007"))
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Adviesrapport 2025-007"
    assert str(pdf.Root.Lang) == "nl"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert (
        PdfReader(BytesIO(make_pdf("pdf/base.html", {}, title="<b>Ruben</b>"))).metadata.title
        == "<b>Ruben</b>"
    )


def test_every_header_cell_has_a_scope() -> None:
    assert scopes(html_to_pdf(document(TABLE))) == ["/Column", "/Column", "/Column", "/Column", "/Row"]


def test_a_table_over_many_pages_keeps_its_scopes() -> None:
    rows = "".join(f'<tr><th scope="row">{n}</th><td>{n}</td></tr>' for n in range(120))
    table = (
        f'<table class="pdf-table"><thead><tr><th>a</th><th>b</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    pdf = html_to_pdf(document(table))
    pages = len(opened(pdf).pages)
    assert pages > 2
    assert scopes(pdf) == ["/Column"] * 2 * pages + ["/Row"] * 120


def test_a_drawing_has_its_title_as_alternative_text() -> None:
    namespace = "http://www.w3.org/2000/svg"
    svg = f'<svg xmlns="{namespace}" width="9" height="9"><title>Twee kringen</title><path d="M0 0h9v9z"/></svg>'
    pdf = opened(html_to_pdf(document(svg)))
    assert [str(figure.Alt) for figure in dictionaries(pdf, "S", "Figure")] == ["Twee kringen"]


def test_the_description_of_a_drawing_is_told_too() -> None:
    inside = (
        "<title>Kringen</title><desc>Druk houdt het vast.</desc><g><title>Pijl</title><path d='M0 0h9'/></g>"
    )
    pdf = opened(
        html_to_pdf(document(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>'))
    )
    assert [str(figure.Alt) for figure in dictionaries(pdf, "S", "Figure")] == [
        "Kringen. Druk houdt het vast."
    ]


def test_every_font_is_inside_and_every_letter_is_drawn() -> None:
    words = "Şükrü Łukasz Zoë Дмитро محمد שלום 😀🎉 é“ĳ”"
    pdf = html_to_pdf(document(f"<h1>{words}</h1><p>{words}</p>"))
    whole = opened(pdf)
    descriptors = dictionaries(whole, "Type", "FontDescriptor")
    assert len(descriptors) >= 4
    assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
    # A font that misses a letter gets an encoding of its own; Identity-H means that every letter was found.
    assert {str(font.Encoding) for font in dictionaries(whole, "Subtype", "Type0")} == {"/Identity-H"}
    for word in ("Şükrü", "Łukasz", "Дмитро", "محمد", "שלום", "😀🎉"):
        assert text_of(pdf).count(word) == 2


def test_page_numbers_stand_on_every_page() -> None:
    pages = "<p>een</p><p class='pdf-next-page'>twee</p>"
    body = document(pages).replace("<body>", '<body data-foot="Rapport" data-foot-date="3 mei 2026 · ">')
    read = [page.extract_text() for page in PdfReader(BytesIO(html_to_pdf(body))).pages]
    assert "3 mei 2026 · Bladzijde 1 van 2" in read[0]
    assert "Bladzijde 2 van 2" in read[1]
    assert all("Rapport" in page for page in read)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert html_to_pdf(document(TABLE)) == html_to_pdf(document(TABLE))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/geheim.css",
        "https://voorbeeld.invalid/x.css",
        "file:///etc/passwd",
        "../manage.py",
        "css/../../manage.py",
        "%2e%2e/manage.py",
        "file://elders/etc/passwd",
        "data:text/css,body{}",
        "css/bestaat-niet.css",
        "css/",
    ],
)
def test_nothing_outside_static_is_read(address: str) -> None:
    with pytest.raises(OutsideStatic):
        html_to_pdf(document("", f'<link rel="stylesheet" href="{address}">'))
    with pytest.raises(OutsideStatic):
        html_to_pdf(document(f'<img alt="x" src="{address}">'))


def test_a_link_out_of_static_is_not_followed(tmp_path: Path) -> None:
    link = settings.BASE_DIR / "static" / "css" / "wijst-naar-buiten.css"
    outside = tmp_path / "buiten.css"
    outside.write_text("body { color: red }")
    link.symlink_to(outside)
    try:
        with pytest.raises(OutsideStatic):
            html_to_pdf(document("", '<link rel="stylesheet" href="css/wijst-naar-buiten.css">'))
    finally:
        link.unlink()


def test_missing_libraries_are_said_to_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_libraries, "LIBRARIES", {"libbestaatniet.so.9": "libbestaatniet9"})
    with pytest.raises(
        JobFailed, match="ontbreekt libbestaatniet9. De beheerder installeert het met: .*apt-get"
    ):
        make_pdf("pdf/base.html", {}, title="Rapport")
