"""What differs between two wordings of one piece, field by field. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from .state import AdviceState, CardState, DissentState, ExplanationState
from .wordwise import Run, RunKind, list_runs, whole, word_runs

Say = Callable[[str, str], str]
"""The words for a question and a code."""


@dataclass(frozen=True)
class FieldDiff:
    """One thing said of a piece, before and after, as runs; `is_list`: every run is a thing of its own."""

    label: str
    runs: tuple[Run, ...]
    is_list: bool = False


def fields_that_differ(*fields: tuple[str, tuple[Run, ...], bool]) -> tuple[FieldDiff, ...]:
    """The fields of which something went or came."""
    return tuple(
        FieldDiff(name, runs, is_list)
        for name, runs, is_list in fields
        if any(run.kind != RunKind.SAME for run in runs)
    )


def text_field(name: str, before: str, after: str) -> tuple[str, tuple[Run, ...], bool]:
    """A text, word by word."""
    return name, word_runs(before, after), False


def code_field(name: str, before: str, after: str) -> tuple[str, tuple[Run, ...], bool]:
    """An answer of a list, in words: one in place of another."""
    return name, whole(before, after) if before != after else (), False


def card_fields(was: CardState, now: CardState, say: Say) -> tuple[FieldDiff, ...]:
    """What differs between two wordings of a card."""
    return fields_that_differ(
        text_field("Tekst", was.text, now.text),
        code_field("Soort", say("element_soort", was.kind), say("element_soort", now.kind)),
        code_field("Domein", say("domein", was.domain), say("domein", now.domain)),
        code_field("Bron", say("bron", was.source), say("bron", now.source)),
        text_field("Wie zegt dit", was.said_by, now.said_by),
    )


def explanation_fields(was: ExplanationState, now: ExplanationState, say: Say) -> tuple[FieldDiff, ...]:
    """What differs between two wordings of an explanation."""
    return fields_that_differ(
        text_field("Tekst", was.text, now.text),
        code_field("Zekerheid", say("zekerheid", was.certainty), say("zekerheid", now.certainty)),
        text_field("Wat zou dit toetsen", was.test, now.test),
    )


def dissent_fields(was: DissentState, now: DissentState) -> tuple[FieldDiff, ...]:
    """What differs between two wordings of who sees it differently."""
    return fields_that_differ(
        text_field("Tekst", was.text, now.text), text_field("Wie ziet het anders", was.said_by, now.said_by)
    )


def advice_fields(
    was: AdviceState, now: AdviceState, texts: dict[int, str], say: Say
) -> tuple[FieldDiff, ...]:
    """What differs between two wordings of an advice; `texts` are those of the cards it hangs on."""
    hung = [[texts[pk] for pk in one.elements if pk in texts] for one in (was, now)]
    return fields_that_differ(
        text_field("Tekst", was.text, now.text),
        code_field("Leefgebied", say("leefgebied", was.life_area), say("leefgebied", now.life_area)),
        text_field("Wie pakt dit op", was.owner_name, now.owner_name),
        code_field("Versie", was.variant, now.variant),
        ("Hangt aan", list_runs(*hung), True),
    )
