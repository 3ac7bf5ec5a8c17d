"""What the page «Versies» shows: the fixed versions and, between them, the days on which people worked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from analysis.board.models import Analysis
from expertteam.accounts.models import User

from .models import FixedVersion, Occasion
from .past import Deed, deeds_of
from .stands import key_of

NOBODY = "Automatisch"
_JUST_BEFORE = timedelta(microseconds=1)


@dataclass(frozen=True)
class Worker:
    """Who worked, and how often they changed something."""

    name: str
    count: int


@dataclass(frozen=True)
class Stretch:
    """What was done on one day without a version being fixed in between; `before` and `after` are keys of stands."""

    day: date
    until: datetime
    workers: tuple[Worker, ...]
    before: str
    after: str

    @property
    def count(self) -> int:
        return sum(one.count for one in self.workers)


@dataclass(frozen=True)
class FixedRow:
    """A fixed version in the list; `earlier` is the key of the version before it, empty for the first."""

    version: FixedVersion
    occasions: tuple[Occasion, ...]
    earlier: str

    @property
    def key(self) -> str:
        return f"v{self.version.number}"


@dataclass(frozen=True)
class Timeline:
    """Everything in order, the newest first."""

    rows: tuple[Stretch | FixedRow, ...]
    deeds: tuple[Deed, ...]
    names: dict[int, str]

    @property
    def versions(self) -> list[FixedRow]:
        return [row for row in self.rows if isinstance(row, FixedRow)]

    @property
    def stretches(self) -> list[Stretch]:
        return [row for row in self.rows if isinstance(row, Stretch)]

    @property
    def since(self) -> int:
        """How often something was changed after the last version; after the beginning when there is none."""
        found = 0
        for row in self.rows:
            if isinstance(row, FixedRow):
                break
            found += row.count
        return found

    def name(self, who: int | None) -> str:
        return self.names.get(who, NOBODY) if who is not None else NOBODY


def timeline_of(analysis: Analysis) -> Timeline:
    """The versions and the days in between; nine queries, however much was done."""
    deeds = deeds_of(analysis)
    versions = list(analysis.fixed_versions.light().prefetch_related("occasions__by").order_by("number"))
    names = names_of(deed.who for deed in deeds)
    rows: list[Stretch | FixedRow] = []
    last, waiting = "", list(deeds)
    for version in versions:
        done = [deed for deed in waiting if deed.at <= version.fixed_at]
        waiting = waiting[len(done) :]
        rows += _stretches(done, names, last)
        rows.append(FixedRow(version, tuple(version.occasions.all()), last))
        last = f"v{version.number}"
    rows += _stretches(waiting, names, last)
    return Timeline(tuple(reversed(rows)), tuple(deeds), names)


def names_of(users: Iterable[int | None]) -> dict[int, str]:
    """The names of these users; one query."""
    wanted = {pk for pk in users if pk is not None}
    return dict(User.objects.filter(pk__in=wanted).values_list("pk", "name"))


def _stretches(deeds: list[Deed], names: dict[int, str], before: str) -> list[Stretch]:
    """The days of these deeds in order; `before` is the key of what stood before the first of them."""
    by_day: dict[date, list[Deed]] = {}
    for deed in deeds:
        by_day.setdefault(timezone.localdate(deed.at), []).append(deed)
    found = []
    for day, done in by_day.items():
        before = before or key_of(done[0].at - _JUST_BEFORE)
        after = key_of(done[-1].at)
        found.append(Stretch(day, done[-1].at, workers_of(done, names), before, after))
        before = after
    return found


def workers_of(deeds: Iterable[Deed], names: dict[int, str]) -> tuple[Worker, ...]:
    """Who did these, who did most first."""
    counted = Counter(names.get(deed.who, NOBODY) if deed.who else NOBODY for deed in deeds)
    return tuple(Worker(name, count) for name, count in counted.most_common())


def busy_now(timeline: Timeline, me: Any, minutes: int = 5) -> list[str]:
    """Who else changed something in the last minutes: bringing the whole back goes over what they are doing."""
    since = timezone.now() - timedelta(minutes=minutes)
    recent = {deed.who for deed in timeline.deeds if deed.at >= since and deed.who != me.pk}
    return sorted(timeline.name(who) for who in recent if who is not None)
