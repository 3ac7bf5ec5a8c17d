"""What only shows when events are laid side by side: gaps without help, pile-ups, the pressure cooker. Pure.

Vague dates are taken for what they are. What holds however the dates fall is sure; what holds only when they fall one
way is «misschien». The measures are ours, and said on the page: a gap is two months or more, help at once is four weeks
or more, and the pressure cooker is three things or more in the half year before somebody was placed somewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from expertteam.ui.dates import VagueDate

from .spans import DAY, Days, Span, days_in, left_open, overlap, union

GAP_DAYS = 61
AT_ONCE_DAYS = 28
PERHAPS_DAYS = 61
HALF_A_YEAR = timedelta(days=183)
QUARTER = timedelta(days=92)
MUCH = 3
MOVES = ("verhuizing", "verblijf")


@dataclass(frozen=True)
class Gap:
    """Nobody was there. `widest` is as long as it can have been, `sure` the days of which that is certain.

    `before` is the help that ended, `after` the help that came; None when none came until today.
    """

    widest: Days
    sure: Days | None
    before: Span
    after: Span | None

    @property
    def is_sure(self) -> bool:
        return self.sure is not None and days_in(self.sure) >= GAP_DAYS and not self.before.ends_unknown


@dataclass(frozen=True)
class PileUp:
    """Several kinds of help at once, `most` of them at the same time; `moves` are the moves right before it."""

    days: Days
    helps: tuple[Span, ...]
    most: int
    is_sure: bool
    moves: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Happening:
    """Something that began, or ended, in the time before a placement."""

    span: Span
    ended: bool
    when: VagueDate
    is_sure: bool


@dataclass(frozen=True)
class Cooker:
    """The pressure cooker: much at once in the half year before somebody was placed somewhere."""

    placement: Span
    days: Days
    happenings: tuple[Happening, ...]

    @property
    def is_sure(self) -> bool:
        return sum(one.is_sure for one in self.happenings) >= MUCH


def gaps_in(spans: Iterable[Span], today: date) -> list[Gap]:
    """The times without help, from the first help until today, in order; before the first help is no gap."""
    helps = sorted(
        (one for one in spans if one.is_help and one.first <= today), key=lambda one: (one.first, one.key)
    )
    if not helps:
        return []
    window = (helps[0].first, today)
    cores = left_open([(one.first, one.last) for one in helps], window)
    wides = [one for one in left_open([one.sure for one in helps if one.sure], window) if one[0] > window[0]]
    wides += [core for core in cores if not any(overlap(core, wide) for wide in wides)]
    gaps = [gap for wide in wides for gap in gaps_within(wide, cores, helps)]
    return sorted(gaps, key=lambda gap: gap.widest)


def gaps_within(wide: Days, cores: Iterable[Days], helps: Sequence[Span]) -> list[Gap]:
    """The gaps in one stretch of days that no help surely covers: those that are sure, or else perhaps the whole."""
    sure = [core for core in cores if overlap(core, wide) and days_in(core) >= GAP_DAYS]
    if not sure:
        return [] if days_in(wide) < GAP_DAYS else perhaps(wide, helps)
    found = []
    for place, core in enumerate(sure):
        begins = max(wide[0], sure[place - 1][1] + DAY) if place else wide[0]
        ends = min(wide[1], sure[place + 1][0] - DAY) if place + 1 < len(sure) else wide[1]
        found += between((begins, ends), core, helps)
    return found


def perhaps(wide: Days, helps: Sequence[Span]) -> list[Gap]:
    """A gap that is there only when vague dates fall so; not when one help ended in the year the next began."""
    return [
        gap for gap in between(wide, None, helps)
        if gap.after is not None and gap.before.end != gap.after.start and gap.before != gap.after
    ]  # fmt: skip


def between(widest: Days, sure: Days | None, helps: Sequence[Span]) -> list[Gap]:
    """The gap with the help before and after it; none without help before it."""
    before = [one for one in helps if (one.last < sure[0] if sure else one.sure_from <= widest[0])]
    after = [
        one
        for one in helps
        if (one.first > sure[1] if sure else one.sure_until >= widest[1] and one.last > widest[1])
    ]
    if not before:
        return []
    last = max(before, key=lambda one: (one.last, one.key))
    return [Gap(widest, sure, last, min(after, key=lambda one: (one.first, one.key), default=None))]


def pile_ups_in(spans: Iterable[Span]) -> list[PileUp]:
    """The times with two or more kinds of help at once, in order."""
    known = list(spans)
    helps = [one for one in known if one.is_help and one.lasts]
    sure = sure_pile_ups(helps)
    told = {frozenset((a.key, b.key)) for pile in sure for a, b in combinations(pile.helps, 2)}
    piles = [*sure, *perhaps_at_once(helps, told)]
    return sorted((with_moves(pile, known) for pile in piles), key=lambda pile: pile.days)


def sure_pile_ups(helps: Sequence[Span]) -> list[PileUp]:
    """Where two or more surely overlap; one after the other within a month is one pile-up."""
    shared = [
        both for one, other in combinations(helps, 2)
        if one.sure and other.sure and (both := overlap(one.sure, other.sure)) and days_in(both) >= AT_ONCE_DAYS
    ]  # fmt: skip
    piles = []
    for days in union((begins, ends + timedelta(days=31)) for begins, ends in shared):
        inside = [one for one in shared if overlap(one, days)]
        real = (days[0], max(ends for _, ends in inside))
        among = tuple(one for one in helps if one.sure and any(overlap(one.sure, both) for both in inside))
        piles.append(PileUp(real, among, most_at_once(among, inside), True))
    return piles


def most_at_once(helps: Iterable[Span], starts: Iterable[Days]) -> int:
    """How many were there at the same time, at the most: looked at where an overlap begins."""
    known = list(helps)
    return max(sum(1 for one in known if one.sure and one.sure[0] <= day <= one.sure[1]) for day, _ in starts)


def perhaps_at_once(helps: Sequence[Span], told: set[frozenset[int]]) -> list[PileUp]:
    """Two that overlap only when their vague dates fall so; not when one ended in the year the other began."""
    piles = []
    for one, other in combinations(helps, 2):
        both = overlap((one.first, one.last), (other.first, other.last))
        meet = one.end == other.start or other.end == one.start
        if (
            both
            and days_in(both) >= PERHAPS_DAYS
            and not meet
            and frozenset((one.key, other.key)) not in told
        ):
            sure = overlap(one.sure, other.sure) if one.sure and other.sure else None
            if sure is None or days_in(sure) < AT_ONCE_DAYS:
                piles.append(PileUp(both, (one, other), 2, False))
    return piles


def with_moves(pile: PileUp, spans: Iterable[Span]) -> PileUp:
    """The same with the moves in the three months before it began."""
    among = {one.key for one in pile.helps}
    right_before = (pile.days[0] - QUARTER, pile.days[0])
    moves = tuple(
        one for one in spans
        if one.kind in MOVES and one.key not in among and overlap((one.first, one.sure_from), right_before)
    )  # fmt: skip
    return PileUp(pile.days, pile.helps, pile.most, pile.is_sure, moves)


def cookers_in(spans: Iterable[Span]) -> list[Cooker]:
    """The pressure cookers, in order of the placements."""
    known = sorted(spans, key=lambda one: (one.first, one.key))
    found = []
    for placement in known:
        if placement.kind == "verblijf" and placement.is_help:
            among = tuple(happenings_before(placement, known))
            if len(among) >= MUCH:
                found.append(Cooker(placement, (placement.first - HALF_A_YEAR, placement.sure_from), among))
    return found


def happenings_before(placement: Span, spans: Iterable[Span]) -> list[Happening]:
    """What began or ended in the half year before it, each event once."""
    widest = (placement.first - HALF_A_YEAR, placement.sure_from)
    surely = (placement.sure_from - HALF_A_YEAR, placement.first)
    found = []
    for one in spans:
        told = [(True, one.end)] if one.end else []
        for ended, when in [*told, (False, one.start)]:
            days = (when.date, when.last_day)
            if one.key != placement.key and overlap(days, widest):
                found.append(Happening(one, ended, when, surely[0] <= days[0] and days[1] <= surely[1]))
                break
    return sorted(found, key=lambda one: (one.when.date, one.span.key))
