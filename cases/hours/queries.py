"""How many hours a case took: per person and altogether, in hours and in the bands of the monitor."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum

from cases.casefile.models import Case

from .models import HourEntry

# The same as `monitor.indicators.HOURS`; a test holds them together.
BANDS = ((Decimal(5), "0-5"), (Decimal(10), "6-10"), (Decimal(15), "11-15"), (Decimal(20), "16-20"))
MOST = ">20"
UNKNOWN = "onbekend / open"


@dataclass(frozen=True)
class PersonTotal:
    """What one person did for a case."""

    name: str
    minutes: int


def entries_of(case: Case) -> QuerySet[HourEntry]:
    """All hours, the last day first."""
    return case.hours.select_related("user", "entered_by").order_by("-day", "-pk")


def minutes_of(case: Case) -> int:
    """All minutes of everybody. One query."""
    return case.hours.aggregate(all=Sum("minutes"))["all"] or 0


def total_of(case: Case) -> Decimal:
    """Hours of everybody in this case, to the hundredth; 0 when nobody wrote any."""
    return as_hours(minutes_of(case))


def as_hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))


def band_of(hours: Decimal | None) -> str:
    """The band of the monitor in which these hours fall (shared/domain.md, «Uren»); None is not known yet."""
    if hours is None:
        return UNKNOWN
    return next((name for most, name in BANDS if hours <= most), MOST)


def per_person(case: Case) -> list[PersonTotal]:
    """Everybody who wrote hours, who did most first. One query."""
    rows = case.hours.order_by().values_list("user__name").annotate(all=Sum("minutes"))
    return [PersonTotal(name, minutes) for name, minutes in rows.order_by("-all", "user__name")]


def in_words(minutes: int) -> str:
    """`45 min`, `2 uur`, `1,5 uur`, `1 uur 20 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    if rest in (0, 15, 30, 45):
        part = {0: "", 15: ",25", 30: ",5", 45: ",75"}[rest]
        return f"{hours}{part} uur"
    return f"{hours} uur {rest} min"
