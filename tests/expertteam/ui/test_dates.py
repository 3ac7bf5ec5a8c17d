"""Dates as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expertteam.ui.dates import (
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    DateError,
    VagueDate,
    age_on,
    long_date,
    parse_dutch_date,
    parse_period,
)

TODAY = date(2024, 3, 12)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
SHORT = {number: word for word, number in SHORT_MONTHS.items()} | {5: "mei"}
NOTATIONS = [
    lambda day: f"{day.day}-{day.month}-{day.year}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f" {day.day} - {day.month} - {day.year} ",
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {SHORT[day.month]} {day.year}",
    lambda day: f"{day.day} {SHORT[day.month]}. {day.year}",
    lambda day: f"{day.day}  {MONTHS[day.month - 1].upper()}   {day.year}",
    lambda day: long_date(day).title(),
]


def read(text: str) -> date:
    return parse_dutch_date(text, today=TODAY)


@given(DAYS, st.sampled_from(NOTATIONS))
def test_every_date_in_every_notation_reads_back(day, write):
    assert read(write(day)) == day
    assert parse_period(write(day)) == VagueDate(day, "day")


@given(DAYS)
def test_words_for_days_near_today(today):
    assert parse_dutch_date(" Vandaag ", today=today) == today
    assert parse_dutch_date("gisteren", today=today) == today - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31-2-2024", "31 februari bestaat niet"),
        ("29 feb 2023", "29 februari 2023 bestaat niet"),
        ("31 april 2024", "31 april bestaat niet"),
        ("0-3-2024", "0 maart bestaat niet"),
        ("3-13-2024", "eerst de dag, dan de maand"),
        ("12-3-24", "jaar met vier cijfers"),
        ("12 maart 24", "jaar met vier cijfers"),
        ("12 maart", "jaar ontbreekt"),
        ("12 foo 2024", "maand “foo”"),
        ("12-3-0214", "jaar 0214 kan niet kloppen"),
        ("morgen misschien", "kunnen we niet lezen"),
        ("١٢-٣-٢٠٢٤", "kunnen we niet lezen"),
        ("12-3-2024 of later", "kunnen we niet lezen"),
        ("  ", "Vul een datum in"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_do(text, says):
    with pytest.raises(DateError, match=says):
        read(text)


@given(st.text())
def test_any_other_text_is_an_error_in_dutch_and_nothing_else(text):
    for parse in (read, parse_period):
        try:
            parse(text)
        except DateError as error:
            assert str(error).endswith(".")


VAGUE = st.one_of(
    st.builds(lambda day: VagueDate(day.replace(month=1, day=1), "year"), DAYS),
    st.builds(lambda day: VagueDate(day.replace(day=1), "month"), DAYS),
    st.builds(
        lambda year, month: VagueDate(date(year, month, 1), "season"),
        st.integers(1900, 2100),
        st.sampled_from(sorted(set(SEASONS.values()))),
    ),
    st.builds(lambda day: VagueDate(day, "day"), DAYS),
)


@given(VAGUE)
def test_the_label_of_a_vague_date_reads_back(vague):
    assert parse_period(vague.label()) == vague


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2012", "2012"),
        ("2013-09", "september 2013"),
        ("9-2013", "september 2013"),
        ("Sept. 2013", "september 2013"),
        ("Voorjaar  2019", "voorjaar 2019"),
        ("lente 2019", "voorjaar 2019"),
        ("herfst 2019", "najaar 2019"),
        ("12-3-2024", "12 maart 2024"),
        ("eind 2021", "2021"),
        ("Begin  2021", "2021"),
        ("midden 2021", "2021"),
        ("medio 2021", "2021"),
        ("begin van 2021", "2021"),
        ("rond 2012", "2012"),
    ],
)
def test_vague_dates(text, label):
    assert parse_period(text).label() == label


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2012", date(2012, 12, 31)),
        ("winter 2019", date(2020, 2, 29)),
        ("zomer 2019", date(2019, 8, 31)),
        ("feb 2024", date(2024, 2, 29)),
        ("dec 2024", date(2024, 12, 31)),
        ("12-3-2024", date(2024, 3, 12)),
    ],
)
def test_the_last_day_a_vague_date_can_be(text, last):
    assert parse_period(text).last_day == last


@pytest.mark.parametrize(
    ("birth", "day", "years"),
    [
        (date(2011, 3, 14), date(2026, 3, 13), 14),
        (date(2011, 3, 14), date(2026, 3, 14), 15),
        (date(2008, 2, 29), date(2024, 2, 28), 15),
        (date(2008, 2, 29), date(2025, 3, 1), 17),
        (date(2008, 2, 29), date(2025, 2, 28), 16),
    ],
)
def test_age_in_whole_years(birth, day, years):
    assert age_on(birth, day) == years
