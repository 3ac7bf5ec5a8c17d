"""Hours as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.hours.parsing import HoursError, parse_hours

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "minutes", "day", "what"),
    [
        ("1,5 u vandaag gesprek met school", 90, MONDAY, "gesprek met school"),
        ("ma 45 min", 45, MONDAY, ""),
        ("2u 3-11", 120, date(2026, 11, 3), ""),
        ("2u 3-12", 120, date(2025, 12, 3), ""),
        ("2u 3.11 verslag", 120, date(2026, 11, 3), "verslag"),
        ("gesprek met school 1,5 u gisteren", 90, date(2026, 11, 22), "gesprek met school"),
        ("anderhalf uur di bellen met GI", 90, date(2026, 11, 17), "bellen met GI"),
        ("half uur", 30, MONDAY, ""),
        ("een half uurtje gisteren gebeld", 30, date(2026, 11, 22), "gebeld"),
        ("Drie kwartier overleg", 45, MONDAY, "overleg"),
        ("1:30 verslag", 90, MONDAY, "verslag"),
        ("1u30 verslag", 90, MONDAY, "verslag"),
        ("2U 45 kinderen", 120, MONDAY, "45 kinderen"),
        ("1 uur en 15 min rapport", 75, MONDAY, "rapport"),
        ("2½ uur wo: bijeenkomst", 150, date(2026, 11, 18), "bijeenkomst"),
        ("½ uur bellen", 30, MONDAY, "bellen"),
        ("45m", 45, MONDAY, ""),
        ("12 nov 2 uur bijeenkomst", 120, date(2026, 11, 12), "bijeenkomst"),
        ("2 uur 12 november 2025", 120, date(2025, 11, 12), ""),
        ("1,5 u op 3 november bezoek 2 broers", 90, date(2026, 11, 3), "bezoek 2 broers"),
        ("op maandag 2 uur gesprek", 120, MONDAY, "gesprek"),
        ("20 minuten gebeld met 2 ouders", 20, MONDAY, "gebeld met 2 ouders"),
        ("  2   uur,   gesprek  ", 120, MONDAY, "gesprek"),
        ("24 uur", 1440, MONDAY, ""),
    ],
)
def test_what_a_line_says(line: str, minutes: int, day: date, what: str) -> None:
    worked = parse_hours(line, today=MONDAY)
    assert (worked.minutes, worked.day, worked.what) == (minutes, day, what)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "hoe lang"),
        ("gebeld met school", "hoe lang"),
        ("vandaag 12 dingen", "hoe lang"),
        ("0 min", "nul uur"),
        ("25 uur", "24 uur"),
        ("99999 min", "hoe lang"),
        ("morgen 1u", "moet nog komen"),
        ("2u 31-12-2099", "moet nog komen"),
        ("2u 31-2", "bestaat niet"),
        ("1u 3-13", "maand"),
    ],
)
def test_a_line_that_cannot_be(line: str, says: str) -> None:
    with pytest.raises(HoursError) as wrong:
        parse_hours(line, today=MONDAY)
    assert says in str(wrong.value)


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_hours_or_a_sentence(line: str) -> None:
    try:
        worked = parse_hours(line, today=MONDAY)
    except HoursError as wrong:
        assert str(wrong).endswith((".", "’", "’."))
    else:
        assert 1 <= worked.minutes <= 1440 and worked.day <= MONDAY
