"""What lies side by side on a timeline, told in plain Dutch. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from expertteam.ui.dates import MONTHS
from expertteam.ui.words import listed

from .moments import said
from .periods import Cooker, Gap, Happening, PileUp, cookers_in, gaps_in, pile_ups_in
from .spans import Days, Span, days_in

TOO_VAGUE = "De datums zijn te vaag om het zeker te weten."
COUNTS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


@dataclass(frozen=True)
class Told:
    """One thing that stands out: `days` for the drawing, `short` for beside it, `sentence` to read."""

    kind: Literal["gap", "pile", "cooker"]
    days: Days
    is_sure: bool
    short: str
    sentence: str
    sure_days: Days | None = None


@dataclass(frozen=True)
class StandsOut:
    """Everything that stands out, each kind in order of time."""

    gaps: tuple[Told, ...] = ()
    piles: tuple[Told, ...] = ()
    cookers: tuple[Told, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gaps or self.piles or self.cookers)


def stands_out(spans: Sequence[Span], *, birth: date, today: date) -> StandsOut:
    """All gaps, pile-ups and pressure cookers among these events."""
    return StandsOut(
        tuple(tell_gap(gap, birth) for gap in gaps_in(spans, today)),
        tuple(tell_pile(pile, birth) for pile in pile_ups_in(spans)),
        tuple(tell_cooker(cooker, birth) for cooker in cookers_in(spans)),
    )


def tell_gap(gap: Gap, birth: date) -> Told:
    """How long nobody was there, between what and what."""
    short = "zonder hulp" if gap.is_sure else "misschien zonder hulp"
    long = length(days_in(gap.sure if gap.is_sure and gap.sure else gap.widest))
    name = f"{long} {short}" if gap.is_sure else short
    return Told(
        "gap", gap.widest, gap.is_sure, name, gap_sentence(gap, birth), gap.sure if gap.is_sure else None
    )


def gap_sentence(gap: Gap, birth: date) -> str:
    """The sentence of a gap."""
    most = length(days_in(gap.widest))
    before, after = gap.before, gap.after
    if gap.sure and before.ends_unknown:
        return (
            f"Van {name_of(before)} ({said(before.start, birth)}) weten we niet tot wanneer het duurde. Daarna was er "
            f"misschien {most} niemand. Zet het einde erbij, dan is het duidelijk."
        )
    ended = f"{name_of(before)} (tot {said(before.end or before.start, birth).removeprefix('op ')})"
    began = f"{name_of(after)} (vanaf {said(after.start, birth).removeprefix('op ')})" if after else ""
    if not gap.is_sure or gap.sure is None:
        return f"Tussen {ended} en {began or 'nu'} was er misschien een tijd niemand, hooguit {most}. {TOO_VAGUE}"
    least = length(days_in(gap.sure))
    long = least if least == most else f"minstens {least}, misschien {most}"
    return (
        f"Tussen {ended} en {began} was er geen hulp: {long}."
        if after
        else f"Na {ended} kwam er geen hulp meer: {long} tot nu toe."
    )


def tell_pile(pile: PileUp, birth: date) -> Told:
    """Which kinds of help were there at once."""
    many = COUNTS[pile.most] if pile.most < len(COUNTS) else str(pile.most)
    names = listed([name_of(one) for one in pile.helps])
    when = f"Van {month_of(pile.days[0])} tot {month_of(pile.days[1])}"
    if not pile.is_sure:
        text = f"{names} liepen misschien door elkaar. {TOO_VAGUE}"
        return Told("pile", pile.days, False, f"misschien {many} tegelijk", text + moves_before(pile, birth))
    upto = "" if pile.most == len(pile.helps) else f"tot {many} tegelijk "
    text = f"{when} liepen {upto}door elkaar: {names}."
    return Told("pile", pile.days, True, f"{many} soorten hulp tegelijk", text + moves_before(pile, birth))


def moves_before(pile: PileUp, birth: date) -> str:
    """The moves right before it, as a second sentence."""
    if not pile.moves:
        return ""
    return (
        " Vlak ervoor: " + listed([f"{name_of(one)} ({said(one.start, birth)})" for one in pile.moves]) + "."
    )


def tell_cooker(cooker: Cooker, birth: date) -> Told:
    """What happened in the half year before somebody was placed."""
    what = listed(happened(one, birth) for one in cooker.happenings)
    much = "gebeurde veel tegelijk" if cooker.is_sure else "gebeurde misschien veel tegelijk"
    place = f"{name_of(cooker.placement)} ({said(cooker.placement.start, birth)})"
    short = "veel tegelijk" if cooker.is_sure else "misschien veel tegelijk"
    return Told(
        "cooker", cooker.days, cooker.is_sure, short, f"In het half jaar vóór {place} {much}: {what}."
    )


def happened(one: Happening, birth: date) -> str:
    """One thing with when it was: what ended says so, what lasts began."""
    verb = " stopte" if one.ended else " begon" if one.span.lasts else ""
    return f"{name_of(one.span)}{verb} ({said(one.when, birth)})"


def name_of(span: Span) -> str:
    """An event between quotes, not longer than one reads in a sentence."""
    text = span.text if len(span.text) <= 60 else f"{span.text[:57].rstrip()}…"
    return f"‘{text}’"


def month_of(day: date) -> str:
    """maart 2024."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def length(days: int) -> str:
    """So many days as people say it: 10 dagen, 6 weken, 5 maanden, 2 jaar en 3 maanden."""
    if days < 14:
        return "1 dag" if days == 1 else f"{days} dagen"
    if days < 61:
        return f"{round(days / 7)} weken"
    years, months = divmod(round(days / 30.44), 12)
    said_months = "1 maand" if months == 1 else f"{months} maanden"
    return " en ".join([f"{years} jaar"] * bool(years) + [said_months] * bool(months))
