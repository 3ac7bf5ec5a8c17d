"""Percentages of the monitor. Pure, exact: counts in, Decimals out, no floats on the way."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal


def largest_remainder(counts: Mapping[object, int] | Sequence[int], decimals: int = 0) -> list[Decimal]:
    """Percentages of a question with one answer a case, in the order of the counts, together exactly 100.

    Every share is rounded down to `decimals`; what is left of the hundred goes, one unit each, to the shares
    that lost most (Hamilton's method). Equal remainders: the first in order. All zero when nothing was
    counted. Raises ValueError for a negative count.
    """
    numbers = list(counts.values()) if isinstance(counts, Mapping) else list(counts)
    if any(number < 0 for number in numbers):
        raise ValueError("a count cannot be negative")
    total, hundred = sum(numbers), 100 * 10**decimals
    if total == 0:
        return [_units(0, decimals) for _ in numbers]
    units = [number * hundred // total for number in numbers]
    lost = [number * hundred % total for number in numbers]
    by_loss = sorted(range(len(numbers)), key=lambda index: -lost[index])
    for index in by_loss[: hundred - sum(units)]:
        units[index] += 1
    return [_units(unit, decimals) for unit in units]


def share(count: int, total: int, decimals: int = 0) -> Decimal:
    """The share of cases with an answer, for a question with several answers; half is rounded up.

    Zero when there are no cases. Such shares need not add up to 100: say "van de casussen" beside them.
    """
    if total == 0:
        return _units(0, decimals)
    exact = Decimal(100 * count) / Decimal(total)
    return exact.quantize(_units(1, decimals), ROUND_HALF_UP)


def _units(number: int, decimals: int) -> Decimal:
    return Decimal(number).scaleb(-decimals)
