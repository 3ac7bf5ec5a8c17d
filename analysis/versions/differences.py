"""Two states of one analysis laid beside each other: what came, what went, what reads differently. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from analysis.board.sentences import link_sentence
from expertteam.ui.given import there

from .field_diffs import (
    FieldDiff,
    Say,
    advice_fields,
    card_fields,
    code_field,
    dissent_fields,
    explanation_fields,
    fields_that_differ,
)
from .state import (
    AdviceState,
    CardState,
    CareState,
    DissentState,
    ExplanationState,
    LinkState,
    State,
    column_of,
)
from .wordwise import list_runs

Piece = TypeVar("Piece", CardState, ExplanationState, DissentState, AdviceState)


class Mark(StrEnum):
    """What happened to a piece."""

    ADDED = "erbij"
    GONE = "weg"
    CHANGED = "anders"


@dataclass(frozen=True)
class PieceDiff:
    """A piece that is not the same on both sides.

    `piece` is its slug, `title` its text as it stands on the side where it is (the later one when on both), `facts`
    the rest of it in words, and `fields` what differs when it changed. `key` of a link is its pair.
    """

    piece: str
    key: str
    mark: Mark
    title: str
    facts: str = ""
    fields: tuple[FieldDiff, ...] = ()

    @property
    def pk(self) -> int | None:
        """The number of the piece; None for a link or the answers about care."""
        return int(self.key) if self.key.isdecimal() else None


@dataclass(frozen=True)
class Group:
    """The differences of one kind of piece: `one` and `many` name it."""

    piece: str
    one: str
    many: str
    diffs: tuple[PieceDiff, ...]
    reordered: bool = False

    def count(self, mark: Mark) -> int:
        return sum(diff.mark == mark for diff in self.diffs)

    @property
    def counted(self) -> str:
        """«2 kaartjes erbij, 1 weg»; only the order: «andere volgorde»."""
        parts = [(self.count(mark), mark.value) for mark in Mark]
        said = [f"{number} {mark}" for number, mark in parts if number]
        return ", ".join([*said, *(["andere volgorde"] if self.reordered else [])])


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two states, by kind of piece; kinds without differences are left out."""

    before: State
    after: State
    groups: tuple[Group, ...]

    @property
    def is_same(self) -> bool:
        return not self.groups

    @property
    def count(self) -> int:
        """How many pieces differ."""
        return sum(len(group.diffs) for group in self.groups)

    def marks(self, piece: str) -> dict[str, Mark]:
        """Key → what happened, for the pieces of one kind."""
        return {diff.key: diff.mark for group in self.groups if group.piece == piece for diff in group.diffs}


def compare(before: State, after: State, say: Say, *, order: bool = True) -> Comparison:
    """What differs between two states. `say` gives the words for a question and a code.

    `order`: also whether cards and advice lie in another order; leave it out when one of the two does not know it.
    """
    groups = (
        Group("verklaring", "verklaring", "verklaringen", _explanations(before, after, say)),
        Group("kijk", "andere kijk", "andere kijken", _dissents(before, after)),
        _ordered("kaartje", "kaartje", "kaartjes", _cards(before, after, say), _rows(before, after), order),
        Group("verband", "verband", "verbanden", _links(before, after)),
        _ordered(
            "advies", "advies", "adviezen", _advices(before, after, say),
            [(_keys(before.advices), _keys(after.advices))], order,
        ),
        Group("zorg", "antwoord", "antwoorden over zorg", _care(before.care, after.care, say)),
    )  # fmt: skip
    return Comparison(before, after, tuple(one for one in groups if one.diffs or one.reordered))


def _ordered(piece: str, one: str, many: str, diffs: tuple[PieceDiff, ...], rows: Any, order: bool) -> Group:
    reordered = order and any(_in_other_order(old, new) for old, new in rows)
    return Group(piece, one, many, diffs, reordered)


def _in_other_order(old: Sequence[int], new: Sequence[int]) -> bool:
    """Whether what is in both lies in another order."""
    both = set(old) & set(new)
    return [pk for pk in old if pk in both] != [pk for pk in new if pk in both]


def _keys(pieces: Iterable[Any]) -> list[int]:
    return [one.pk for one in pieces]


def _rows(before: State, after: State) -> list[tuple[list[int], list[int]]]:
    """The order of the cards per column: only there does a card have a place."""
    columns = sorted({column_of(one.kind) for one in after.cards})
    return [(_in_column(before, column), _in_column(after, column)) for column in columns]


def _in_column(state: State, column: int) -> list[int]:
    return [one.pk for one in state.cards if column_of(one.kind) == column]


def _pairs(before: Sequence[Piece], after: Sequence[Piece]) -> list[tuple[Piece | None, Piece | None]]:
    """Every piece as it was and as it is, when that differs: in the order of after, then what went."""
    old, new = {one.pk: one for one in before}, {one.pk: one for one in after}
    pairs: list[tuple[Piece | None, Piece | None]] = [(old.get(one.pk), one) for one in after]
    pairs += [(one, None) for one in before if one.pk not in new]
    return [(was, now) for was, now in pairs if was != now]


def _mark(was: object, now: object) -> Mark:
    return Mark.ADDED if was is None else Mark.GONE if now is None else Mark.CHANGED


def _facts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _cards(before: State, after: State, say: Say) -> tuple[PieceDiff, ...]:
    diffs = []
    for was, now in _pairs(before.cards, after.cards):
        one = there(now or was)
        facts = _facts(
            say("element_soort", one.kind), say("domein", one.domain), say("bron", one.source), one.said_by
        )
        fields = card_fields(was, now, say) if was and now else ()
        diffs.append(PieceDiff("kaartje", str(one.pk), _mark(was, now), one.text, facts, fields))
    return tuple(diffs)


def _links(before: State, after: State) -> tuple[PieceDiff, ...]:
    old, new = _by_pair(before), _by_pair(after)
    diffs = []
    for pair in [*new, *(pair for pair in old if pair not in new)]:
        was, now = old.get(pair), new.get(pair)
        if (was and was[0].kind) == (now and now[0].kind):
            continue
        sentences = [one[1] for one in (was, now) if one]
        fields = fields_that_differ(code_field("Verband", *sentences)) if was and now else ()
        diffs.append(PieceDiff("verband", f"{pair[0]}-{pair[1]}", _mark(was, now), sentences[-1], "", fields))
    return tuple(diffs)


def _by_pair(state: State) -> dict[tuple[int, int], tuple[LinkState, str]]:
    """Every link that has both its cards, with its sentence."""
    graph, links = state.graph, {(one.source, one.target): one for one in state.links}
    return {
        (int(edge.source), int(edge.target)): (
            links[int(edge.source), int(edge.target)],
            link_sentence(graph, edge),
        )
        for edge in graph.edges
    }


def _explanations(before: State, after: State, say: Say) -> tuple[PieceDiff, ...]:
    diffs = []
    for was, now in _pairs(before.explanations, after.explanations):
        one = there(now or was)
        facts = _facts(say("zekerheid", one.certainty), one.test)
        fields = explanation_fields(was, now, say) if was and now else ()
        diffs.append(PieceDiff("verklaring", str(one.pk), _mark(was, now), one.text, facts, fields))
    return tuple(diffs)


def _dissents(before: State, after: State) -> tuple[PieceDiff, ...]:
    diffs = []
    for was, now in _pairs(before.dissents, after.dissents):
        one = there(now or was)
        fields = dissent_fields(was, now) if was and now else ()
        diffs.append(PieceDiff("kijk", str(one.pk), _mark(was, now), one.text, one.said_by, fields))
    return tuple(diffs)


def _advices(before: State, after: State, say: Say) -> tuple[PieceDiff, ...]:
    texts = {one.pk: one.text for state in (before, after) for one in state.cards}
    diffs = []
    for was, now in _pairs(before.advices, after.advices):
        one = there(now or was)
        facts = _facts(
            say("leefgebied", one.life_area), one.owner_name, f"versie {one.variant}" if one.variant else ""
        )
        fields = advice_fields(was, now, texts, say) if was and now else ()
        diffs.append(PieceDiff("advies", str(one.pk), _mark(was, now), one.text, facts, fields))
    return tuple(diffs)


CARE = (
    ("Schadelijke zorg", "schadelijke_zorg", "harmful_care"),
    ("Positief patroon", "positief_patroon", "positive_pattern"),
    ("Profiel", "profiel", "profile"),
    ("Klimaat", "klimaat", "climate"),
)


def _care(was: CareState, now: CareState, say: Say) -> tuple[PieceDiff, ...]:
    """One difference that holds every answer that is not the same."""
    fields = []
    for name, question, field in CARE:
        given = [_answers(getattr(one, field)) for one in (was, now)]
        fields.append((name, list_runs(*([say(question, code) for code in one] for one in given)), True))
    found = fields_that_differ(*fields)
    title = "Schadelijke zorg, patroon, profiel en klimaat"
    return (PieceDiff("zorg", "zorg", Mark.CHANGED, title, "", found),) if found else ()


def _answers(value: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()
