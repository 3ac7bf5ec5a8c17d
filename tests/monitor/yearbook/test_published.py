"""What was published for 2024 is what we show, to the last decimal."""

import pytest

from expertteam.access.person import Person
from monitor.figures import figures_of
from monitor.indicators import BY_KEY, INDICATORS, Form
from monitor.yearbook.presentation import ShownFigure, shown_figure

from .shown import percentages

# Percentages of the published monitor of 2024, with the rounding that was used there.
PUBLISHED = {
    "type_onderwijs": {"Geen": "42", "Regulier": "32", "Speciaal": "19", "Anders": "7"},
    "problemen_op_school": {"Ja": "81", "Nee of onbekend": "19"},
    "va_vooraf": {"Ja": "23", "Nee": "77"},
    "doorstroom_verblijf": {"Ja": "45", "Nee": "55"},
    "uren": {
        "0-5": "0.0", "6-10": "19.4", "11-15": "29.0", "16-20": "29.0", ">20": "0.0", "onbekend / open": "22.6",
    },
}  # fmt: skip


@pytest.fixture
def shown(both_years: Person) -> dict[str, ShownFigure]:
    this, last = figures_of(both_years.team, 2024)
    return {indicator.key: shown_figure(indicator, this, last) for indicator in INDICATORS}


def test_the_published_percentages(shown: dict[str, ShownFigure]) -> None:
    assert {key: percentages(shown[key]) for key in PUBLISHED} == PUBLISHED


def test_counts_behind_them(shown: dict[str, ShownFigure]) -> None:
    assert {row.label: row.count for row in shown["va_gemaakt_door"].rows} == {
        "Verwijzer of hulpverlening": 4,
        "Expertteam": 3,
    }
    assert sorted(row.count for row in shown["effecten"].rows) == [2, 2, 3, 4, 4, 6]


def test_every_question_with_one_answer_adds_up_to_a_hundred(shown: dict[str, ShownFigure]) -> None:
    for figure in shown.values():
        if figure.indicator.form != Form.SEVERAL and figure.base:
            assert sum(row.percent for row in figure.rows) == 100, figure.indicator.key
            assert sum(row.previous_percent for row in figure.rows) == 100, figure.indicator.key


def test_several_answers_are_shares_of_all_cases(shown: dict[str, ShownFigure]) -> None:
    stuck = shown["knelpunten_vooraf"]
    assert stuck.basis == "deel van alle 31 casussen"
    assert (stuck.rows[0].label, stuck.rows[0].count, str(stuck.rows[0].percent)) == (
        "Verklarende analyse onvoldoende", 24, "77",
    )  # fmt: skip


def test_last_year_stands_beside_it(shown: dict[str, ShownFigure]) -> None:
    hours = shown["uren"]
    assert [str(row.previous_percent) for row in hours.rows] == ["24.2", "30.3", "18.2", "18.2", "6.1", "3.0"]
    assert "2023: 18,2%" in hours.chart.description


def test_every_published_indicator_is_shown_in_a_chapter() -> None:
    assert [key for key, indicator in BY_KEY.items() if not indicator.chapter] == []
