"""From counts to what is shown: order, zeros, merged answers, years without answers."""

from collections.abc import Callable

import pytest

from .shown import figure, percentages, year

pytestmark = pytest.mark.django_db


def test_answers_shown_together_are_added_up_in_both_years() -> None:
    this = year(2024, 10, problemen_op_school={"ja": 7, "nee": 1, "onbekend": 2})
    last = year(2023, 4, problemen_op_school={"ja": 1, "onbekend": 3})
    shown = figure("problemen_op_school", this, last)
    assert [(row.label, row.count, row.previous_count) for row in shown.rows] == [
        ("Ja", 7, 1),
        ("Nee of onbekend", 3, 3),
    ]


def test_a_question_of_yes_and_no_always_shows_both() -> None:
    shown = figure("va_vooraf", year(2024, 3, va_vooraf={"nee": 3}))
    assert percentages(shown) == {"Ja": "0", "Nee": "100"}


def test_an_answer_of_last_year_only_is_shown_with_a_zero() -> None:
    this, last = year(2024, 2, verblijf={"thuis": 2}), year(2023, 1, verblijf={"pleeggezin": 1})
    shown = figure("verblijf", this, last)
    assert [(row.label, row.count, row.previous_count) for row in shown.rows] == [
        ("Thuis", 2, 0),
        ("Pleeggezin", 0, 1),
    ]


def test_the_answer_most_given_comes_first_and_equals_by_name() -> None:
    this = year(2024, 5, verblijf={"thuis": 1, "pleeggezin": 3, "gezinshuis": 1})
    assert list(percentages(figure("verblijf", this))) == ["Pleeggezin", "Gezinshuis", "Thuis"]


def test_answers_with_an_order_of_their_own_keep_it() -> None:
    this = year(2024, 5, type_onderwijs={"anders": 3, "geen": 1, "speciaal": 1})
    assert list(percentages(figure("type_onderwijs", this))) == ["Geen", "Speciaal", "Anders"]


def test_ages_run_on_without_holes() -> None:
    this = year(2024, 3, leeftijd_bij_aanmelding={"9": 1, "12": 2})
    last = year(2023, 1, leeftijd_bij_aanmelding={"7": 1})
    shown = figure("leeftijd_bij_aanmelding", this, last)
    assert [row.label for row in shown.rows] == ["7", "8", "9", "10", "11", "12"]
    assert [row.count for row in shown.rows] == [0, 0, 1, 0, 0, 2]
    assert shown.wide_chart is not None
    assert shown.wide_chart.key != shown.chart.key, "both can stand on one page"


def test_a_question_nobody_answered_has_no_rows() -> None:
    shown = figure("profiel", year(2024, 5))
    assert (shown.rows, shown.base, shown.basis) == ([], 0, "0 van de 5 casussen hebben een antwoord")


def test_over_how_many_cases_a_figure_is() -> None:
    assert figure("profiel", year(2024, 5, profiel={"emotioneel_verwaarloosd": 1})).basis == (
        "1 van de 5 casussen heeft een antwoord"
    )
    assert figure("geslacht", year(2024, 1, geslacht={"meisje": 1})).basis == "1 casus"


def test_without_a_year_before_nothing_of_it_is_drawn() -> None:
    shown = figure("geslacht", year(2024, 3, geslacht={"meisje": 3}))
    assert not shown.has_previous
    assert "2023" not in shown.chart.description
    assert not any(box.role.startswith("before") for box in shown.chart.boxes)


def test_a_retired_answer_that_was_given_keeps_its_name(changed_answer: Callable[..., None]) -> None:
    changed_answer("verblijf", "pleeggezin", retired_on="2024-01-01")
    assert list(percentages(figure("verblijf", year(2023, 1, verblijf={"pleeggezin": 1})))) == ["Pleeggezin"]
