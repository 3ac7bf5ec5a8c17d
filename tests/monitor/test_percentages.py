"""Percentages add up to 100, stay near the truth and are the published ones of 2024."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.percentages import largest_remainder, share

COUNTS = st.lists(st.integers(0, 5_000), min_size=1, max_size=30)
DECIMALS = st.integers(0, 3)


def numbers(*percentages: str) -> list[Decimal]:
    return [Decimal(percentage) for percentage in percentages]


@pytest.mark.parametrize(
    ("counts", "decimals", "published"),
    [
        ([13, 10, 6, 2], 0, numbers("42", "32", "19", "7")),
        ([25, 6], 0, numbers("81", "19")),
        ([7, 24], 0, numbers("23", "77")),
        ([14, 17], 0, numbers("45", "55")),
        ([6, 9, 9, 7], 1, numbers("19.4", "29.0", "29.0", "22.6")),
    ],
)
def test_the_figures_of_2024_are_the_published_ones(counts, decimals, published):
    assert largest_remainder(counts, decimals) == published


def test_nee_and_onbekend_apart_add_up_to_the_published_share():
    yes, no, unknown = largest_remainder({"Ja": 25, "Nee": 4, "Onbekend": 2})
    assert (yes, no + unknown) == (81, 19)


def test_decimals_are_kept_when_they_are_zero():
    assert [str(number) for number in largest_remainder([1, 1], 1)] == ["50.0", "50.0"]
    assert str(share(1, 1, 1)) == "100.0"


def test_equal_counts_are_settled_in_order():
    assert largest_remainder([1, 1, 1]) == numbers("34", "33", "33")
    assert largest_remainder({"b": 1, "a": 1, "c": 1}) == numbers("34", "33", "33")


def test_nothing_counted_gives_zeros_and_no_answers_nothing():
    assert largest_remainder([0, 0]) == [0, 0]
    assert largest_remainder([]) == []
    assert share(0, 0) == 0


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        largest_remainder([3, -1])


@pytest.mark.parametrize(
    ("count", "total", "percentage"), [(1, 8, "13"), (3, 31, "10"), (31, 31, "100"), (1, 200, "1")]
)
def test_a_share_rounds_half_up(count, total, percentage):
    assert share(count, total) == Decimal(percentage)


@given(COUNTS, DECIMALS)
def test_percentages_add_up_to_exactly_one_hundred(counts, decimals):
    assert sum(largest_remainder(counts, decimals)) == (100 if sum(counts) else 0)


@given(COUNTS, DECIMALS)
def test_every_percentage_is_less_than_one_unit_from_the_truth(counts, decimals):
    total = sum(counts) or 1
    for count, percentage in zip(counts, largest_remainder(counts, decimals), strict=True):
        assert abs(Fraction(percentage) - Fraction(100 * count, total)) < Fraction(1, 10**decimals)


@given(COUNTS, DECIMALS)
def test_a_larger_count_never_gets_a_smaller_percentage(counts, decimals):
    pairs = sorted(zip(counts, largest_remainder(counts, decimals), strict=True))
    assert [percentage for _, percentage in pairs] == sorted(percentage for _, percentage in pairs)


@given(COUNTS, DECIMALS)
def test_a_zero_stays_zero(counts, decimals):
    assert all(
        not percentage
        for count, percentage in zip(counts, largest_remainder(counts, decimals), strict=True)
        if not count
    )


@given(st.integers(0, 5_000), st.integers(1, 5_000), DECIMALS)
def test_a_share_is_within_half_a_unit_of_the_truth(count, total, decimals):
    difference = abs(Fraction(share(count, total, decimals)) - Fraction(100 * count, total))
    assert difference <= Fraction(1, 2 * 10**decimals)
