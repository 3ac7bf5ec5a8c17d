"""What points to a person in a short text, and what does not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.intake.consultations.personal_data import personal_data

TODAY = date(2026, 11, 23)
PHONE, MAIL, BORN = "een telefoonnummer", "een e-mailadres", "een geboortedatum"
NINE = "een nummer van negen cijfers, zoals een burgerservicenummer"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mail jan.jansen+x@school.example.nl even.", [("jan.jansen+x@school.example.nl", MAIL)]),
        ("(jan@school.nl)", [("jan@school.nl", MAIL)]),
        ("Bel 06-12345678.", [("06-12345678", PHONE)]),
        ("Bel 06 12 34 56 78", [("06 12 34 56 78", PHONE)]),
        ("Bel 0612345678", [("0612345678", PHONE)]),
        ("Bel 050-123 45 67", [("050-123 45 67", PHONE)]),
        ("Bel +31 6 12345678", [("+31 6 12345678", PHONE)]),
        ("Bel 0031612345678", [("0031612345678", PHONE)]),
        ("Bel (0598) 123456", [("(0598) 123456", PHONE)]),
        ("BSN 123456782", [("123456782", NINE)]),
        ("BSN 1234.56.782", [("1234.56.782", NINE)]),
        ("geboren 14-3-2011", [("14-3-2011", BORN)]),
        ("geb. 14 maart 2011", [("14 maart 2011", BORN)]),
        ("een meisje van 14/03/2011", [("14/03/2011", BORN)]),
        ("2011-03-14", [("2011-03-14", BORN)]),
        ("Geboortedatum: 1 juni 2026", [("1 juni 2026", BORN)]),
        (
            "jan@school.nl of 06-12345678, nog eens jan@school.nl",
            [("jan@school.nl", MAIL), ("06-12345678", PHONE)],
        ),
    ],
)
def test_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text, one.kind) for one in personal_data(text, TODAY)] == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Een jongere van 15 in 2026.",
        "Het overleg van 12-11-2026 en dat van 3 maart 2026.",
        "Artikel 7.3.4 van de Jeugdwet, pagina 12-14.",
        "Van 2011 tot 2024 kostte het € 12.500,00.",
        "Nummer 12345678 en 12345678901.",
        "Casus 2026-014, postcode 9712 AB, 20-25 minuten.",
        "@ apenstaartje, a@b",
        "99-99-2011",
    ],
)
def test_left_alone(text: str) -> None:
    assert personal_data(text, TODAY) == []


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for finding in personal_data(text, TODAY):
        assert finding.text in text
