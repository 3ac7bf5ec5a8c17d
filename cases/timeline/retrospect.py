"""Looking back: every knot and every success with what was there at that moment. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .spans import Span, days_in, overlap
from .telling import length

KNOT, SUCCESS, TURN = "knooppunt", "succesmoment", "schakelmoment"
AREAS = {"hulp": "hulp", "verblijf": "verblijf", "school": "school", "maatregel": "maatregel"}


@dataclass(frozen=True)
class Beside:
    """Something that was going on at that moment; not sure when vague dates leave it open."""

    span: Span
    is_sure: bool


@dataclass(frozen=True)
class Marked:
    """One knot, success or turning point: what was there, and how long after the one before it, in words."""

    span: Span
    help: tuple[Beside, ...]
    others: tuple[Beside, ...]
    since: str


@dataclass(frozen=True)
class Share:
    """In how many knots and successes something was there for certain."""

    label: str
    knots: int
    successes: int


@dataclass(frozen=True)
class Retrospect:
    """The marked moments by kind, in order of time, and what was there more often at the one than at the other."""

    knots: tuple[Marked, ...]
    successes: tuple[Marked, ...]
    turns: tuple[Marked, ...]
    shares: tuple[Share, ...]

    def __bool__(self) -> bool:
        return bool(self.knots or self.successes or self.turns)


def look_back(spans: Sequence[Span], birth: date) -> Retrospect:
    """Put knots and successes side by side."""
    by_mark = {mark: marked_as(mark, spans) for mark in (KNOT, SUCCESS, TURN)}
    knots, successes = by_mark[KNOT], by_mark[SUCCESS]
    shares = [
        Share(label, with_area(kind, knots), with_area(kind, successes)) for kind, label in AREAS.items()
    ] if knots and successes else []  # fmt: skip
    return Retrospect(
        knots, successes, by_mark[TURN], tuple(one for one in shares if one.knots or one.successes)
    )


def marked_as(mark: str, spans: Sequence[Span]) -> tuple[Marked, ...]:
    """The moments with this mark, each with what was going on."""
    found: list[Marked] = []
    for one in sorted((span for span in spans if span.mark == mark), key=lambda span: (span.first, span.key)):
        around = beside(one, spans)
        helps = tuple(two for two in around if two.span.is_help)
        others = tuple(two for two in around if not two.span.is_help)
        found.append(Marked(one, helps, others, since(found[-1].span, one) if found else ""))
    return tuple(found)


def beside(moment: Span, spans: Iterable[Span]) -> list[Beside]:
    """What lasts and was going on when it began."""
    then = (moment.first, moment.sure_from)
    found = []
    for one in spans:
        if (
            one.key != moment.key
            and one.kind in AREAS
            and (one.lasts or one.is_help)
            and overlap((one.first, one.last), then)
        ):
            sure = one.sure is not None and one.sure[0] <= then[0] and then[1] <= one.sure[1]
            found.append(Beside(one, sure))
    return found


def with_area(kind: str, marked: Iterable[Marked]) -> int:
    """At how many of these something of this kind was surely there; the moment itself counts when it is one."""
    return sum(
        1 for one in marked
        if one.span.kind == kind or any(two.span.kind == kind and two.is_sure for two in (*one.help, *one.others))
    )  # fmt: skip


def since(before: Span, after: Span) -> str:
    """How long after the one before, in words; «ongeveer» when a date is vague."""
    days = (after.first - before.first).days
    vague = "" if before.start.precision == after.start.precision == "day" else "ongeveer "
    return f"{vague}{length(days)}" if days_in((before.first, after.first)) > 14 else "kort"
