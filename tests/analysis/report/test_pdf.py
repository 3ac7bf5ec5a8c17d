"""The file itself, read back: what it says, how it is tagged, and that nothing falls off the paper."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from analysis.report.actions import request_report
from analysis.report.models import AdviceReport, Edition
from analysis.report.tasks import make_report
from expertteam.access.person import Person
from tests.analysis.loading.files import Change

from .cases import load, only

pytestmark = pytest.mark.django_db
FAMILY, PROFESSIONALS = Edition.FAMILY, Edition.PROFESSIONALS


def made(by: Person, edition: Edition, *changes: Change) -> AdviceReport:
    report = request_report(by=by, case=load(by, *changes), edition=edition)[0]
    make_report(report.pk)
    report.refresh_from_db()
    assert report.status == "klaar", report.error
    return report


def pages(report: AdviceReport) -> list[str]:
    return [
        " ".join(page.extract_text().split()) for page in PdfReader(BytesIO(bytes(report.pdf or b""))).pages
    ]


def opened(report: AdviceReport) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(bytes(report.pdf or b"")))


def tagged(pdf: pikepdf.Pdf, *kinds: str) -> list[pikepdf.Object]:
    """Structure elements of these kinds in the order in which they are read."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        item = waiting.pop()
        if str(item.S) in kinds:
            found.append(item)
        kids = item.get("/K", [])
        below = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += reversed([kid for kid in below if isinstance(kid, pikepdf.Dictionary) and "/S" in kid])
    return found


def test_the_family_edition_tells_the_whole_story_in_order(petra: Person) -> None:
    text = " ".join(pages(made(petra, FAMILY)))
    parts = [
        "Expertteam Groningen · Adviesrapport voor de jongere en de ouders",
        "Ruben Oosterhuis",
        "14 september 2008",
        "De vraag",
        "Ik wil dat iedereen even ophoudt met moeten.",
        "Wat we denken dat er gebeurt",
        "Elke vorm van druk neemt Ruben het overzicht af",
        "Hoe het samenhangt",
        "Wat het vasthoudt, en wat vooruit brengt",
        "Dit houdt het vast · 1 van 2",
        "Ons advies",
        "Drie maanden geen nieuwe hulp en geen doelen",
        "Als Ruben erom vraagt: een ochtend bij de fietsenmaker",
        "Wat we hebben afgesproken",
        "Afspraak maken met huisarts over gewicht en grens",
        "Staat iedereen erachter?",
        "Spannend om niets te doen.",
        "Over dit rapport",
        "Petra Nijboer van Expertteam Groningen",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_every_page_names_the_report_the_version_and_itself(petra: Person) -> None:
    read = pages(made(petra, FAMILY))
    for number, page in enumerate(read, 1):
        assert "Adviesrapport 2025-001-1 · versie 1 van de analyse" in page
        assert f"Bladzijde {number} van {len(read)}" in page


def test_only_professionals_get_the_list_of_cards(petra: Person) -> None:
    family, professionals = (" ".join(pages(made(petra, edition))) for edition in Edition)
    for part in (
        "Alle kaartjes, met wie het zegt",
        "Alle verbanden",
        "Aanpakken zonder analyse",
        "Vast gezicht",
    ):
        assert (part in family, part in professionals) == (False, True)


def test_tagged_for_a_screen_reader(petra: Person) -> None:
    pdf = opened(made(petra, PROFESSIONALS))
    assert str(pdf.Root.Lang) == "nl"
    with pdf.open_metadata() as metadata:
        assert (metadata["dc:title"], metadata["pdfuaid:part"]) == (
            "Adviesrapport 2025-001-1: Ruben Oosterhuis",
            "1",
        )
    levels = [int(str(item.S)[2]) for item in tagged(pdf, "/H1", "/H2", "/H3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert all("/Scope" in cell.A for cell in tagged(pdf, "/TH"))


def test_the_picture_is_told_and_lies_within_its_page(petra: Person) -> None:
    pdf = opened(made(petra, FAMILY))
    (figure,) = tagged(pdf, "/Figure")
    assert "Op het bord: 12 kaartjes, 15 verbanden en 3 kringen" in str(figure.Alt)
    assert (
        "“Steeds wisselende begeleiders” versterkt “Iedere hulpverlener komt met nieuwe doelen: het moet”"
        in str(figure.Alt)
    )
    assert within_page(figure)


def within_page(figure: pikepdf.Object) -> bool:
    left, bottom, right, top = map(float, figure.A.BBox)
    _, _, width, height = map(float, figure.Pg.MediaBox)
    return bool(0 <= left < right <= width and 0 <= bottom < top <= height)


def many_cards(document: dict[str, Any]) -> None:
    """Forty cards in a web, with words that are long, foreign and full of signs."""
    kinds = ["Klacht", "Ontstaan", "Uitlokkend", "In stand houdend", "Beschermend"]
    document["analyse"]["elementen"] = [
        {
            "id": f"e{n}",
            "soort": kinds[n % 5],
            "domein": "Gezin",
            "tekst": f"Kaartje {n} 😀 " + "heellangwoord" * (n % 9),
        }
        for n in range(40)
    ]
    pairs = {(n * 7 % 40, (n * 11 + 3) % 40) for n in range(40)} | {(n, (n + 1) % 40) for n in range(40)}
    document["analyse"]["verbanden"] = [
        {"van": f"e{a}", "naar": f"e{b}", "soort": "Versterkt"} for a, b in sorted(pairs) if a != b
    ]


def test_a_large_picture_gets_a_larger_page_and_is_not_clipped(petra: Person) -> None:
    report = made(petra, FAMILY, only(), many_cards)
    pdf = opened(report)
    (figure,) = tagged(pdf, "/Figure")
    assert within_page(figure)
    assert report.content["picture"]["paper"] != "portrait"
    heading = next(page for page in pages(report) if "Hoe het samenhangt" in page)
    assert "Kaartje 39" in heading


def test_long_and_foreign_words_survive(petra: Person) -> None:
    def foreign(document: dict[str, Any]) -> None:
        document["jeugdige"].update(roepnaam="Şükrü", achternaam="Łukaszewicz")
        document["aanmelding"]["stem_jeugdige"] = "Дмитро en محمد en שלום 😀🎉 <b>niet vet</b> & " + "w" * 900
        document["analyse"]["verklaring"] = "Lang verhaal over alles. " * 190

    report = made(petra, PROFESSIONALS, foreign)
    text = " ".join(pages(report))
    for word in ("Şükrü Łukaszewicz", "Дмитро", "محمد", "שלום", "😀🎉", "<b>niet vet</b> &"):
        assert word in text
    assert text.count("w" * 60) >= 10
    assert text.count("verhaal") == 190


def test_empty_parts_are_left_out(petra: Person) -> None:
    def bare(document: dict[str, Any]) -> None:
        document["analyse"] = {"elementen": document["analyse"]["elementen"][:1]}

    text = " ".join(pages(made(petra, PROFESSIONALS, only(), bare)))
    for part in ("Ons advies", "Wat we hebben afgesproken", "Wat we denken dat er gebeurt", "Alle verbanden"):
        assert part not in text
    assert "We hebben deze analyse nog aan niemand voorgelegd." in text


def test_the_same_content_gives_the_same_file(petra: Person) -> None:
    report = made(petra, FAMILY)
    AdviceReport.objects.filter(pk=report.pk).delete()
    again = AdviceReport.objects.create(
        case=report.case, number=1, edition=FAMILY, analysis_version=1, fingerprint="x", content=report.content,
        requested_by=petra.user,
    )  # fmt: skip
    AdviceReport.objects.filter(pk=again.pk).update(requested_at=report.requested_at)
    make_report(again.pk)
    again.refresh_from_db()
    assert bytes(again.pdf or b"") == bytes(report.pdf or b"x")
