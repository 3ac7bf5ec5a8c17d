"""What an open page is told: which pieces differ from what it has, ready to put in place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db.models import Q

from analysis.board.fragments import DERIVED, fragment, order_of, touched
from analysis.board.models import Analysis, Element, Link, Part
from analysis.board.queries import Board, board_of
from cases.casefile.models import Case
from expertteam.connections.asked_often import AskedOften

from .fields import raw
from .models import Did, Piece, Step

# More steps than this and the page fetches the board again: that is less than telling it all.
MOST_STEPS = 200

STEPS = AskedOften(
    lambda analysis, since, until: Step.objects.filter(
        analysis=analysis, number__gt=since, number__lte=until
    ).order_by("number")[: MOST_STEPS + 1]
)
# The cards that were changed since.
WRITTEN = AskedOften(
    lambda analysis, since: Element.objects.filter(
        pk__in=Step.objects.filter(
            analysis=analysis, number__gt=since, what=Did.CHANGE, piece=Piece.CARD
        ).values("part_id")
    )
)

Message = dict[str, Any]
Known = dict[str, Any]


@dataclass
class News:
    """The board of one case as it is now, and what changed on it, for as many pages as ask.

    `number` was read before the rest: what is told may be newer than it says, never older.
    """

    case: Case
    number: int
    board: Board
    steps: list[Step]

    def since(self, number: int, may_write: bool) -> Message | None:
        """The message `stand` for a page that has everything up to `number`; None when that is too much to tell."""
        steps = [step for step in self.steps if step.number > number]
        if number > self.number or len(steps) != self.number - number or len(steps) > MOST_STEPS:
            return None
        keys = dict.fromkeys(key for step in steps for key in [*self._keys(step), *self._around(step)])
        found = {key: fragment(self.board, key, may_write, self.case) for key in keys}
        return {
            "number": self.number,
            "fragments": {key: html for key, html in found.items() if html},
            "gone": [key for key, html in found.items() if not html],
            "order": order_of(self.board),
            "fields": self._known(keys),
        }

    def picture(self, may_write: bool) -> Message:
        """The message `beeld`: the picture and everything else that follows from all pieces together."""
        found = {key: fragment(self.board, key, may_write, self.case) for key in DERIVED}
        return {"number": self.number, "fragments": found}

    def _keys(self, step: Step) -> Iterable[str]:
        own = [] if step.piece == Piece.CARE else [f"{step.piece}-{step.part_id}"]
        return [*own, *touched(self.board, step.piece, step.part_id)]

    def _around(self, step: Step) -> Iterable[str]:
        """The cards whose number of links differs, and the advices that hung on a card that went or came."""
        if step.piece == Piece.LINK:
            rows = Link.history.filter(id=step.part_id, version__gte=step.part_version - 1)
        elif step.piece == Piece.CARD and step.what == Did.REMOVE:
            rows = Link.history.filter(history_id__in=step.removed["links"])
        elif step.piece == Piece.CARD and step.what == Did.RESTORE:
            rows = Link.objects.filter(Q(source=step.part_id) | Q(target=step.part_id))
        else:
            return []
        ends = {end for pair in rows.values_list("source_id", "target_id") for end in pair}
        hung = step.removed.get("hung", []) if step.piece == Piece.CARD else []
        return [*(f"kaartje-{pk}" for pk in sorted(ends)), *(f"advies-{pk}" for pk in hung)]

    @cached_property
    def hung(self) -> set[int]:
        """The cards that stand on the hooks of an advice."""
        return {one.pk for row in self.board.advice_rows for one in row.hung}

    def _known(self, keys: Iterable[str]) -> Known:
        return {key: raw(part) for key in keys if (part := self._with_fields.get(key)) is not None}

    @cached_property
    def _with_fields(self) -> dict[str, Part | Analysis]:
        board = self.board
        return {
            **{f"kaartje-{part.pk}": part for part in board.elements},
            **{f"verklaring-{part.pk}": part for part in board.explanations},
            **{view.key: view.one for row in board.explanation_rows for view in row.dissents},
            **{f"advies-{part.pk}": part for part in board.advices},
            "zorg": board.analysis,
        }


def news_of(case: Case, analysis_id: int, since: int) -> News | None:
    """What changed on this board after `since`; None when the analysis is gone.

    Eight queries, and one for every step in which links went or came.
    """
    analysis = Analysis.objects.filter(pk=analysis_id).first()
    if analysis is None:
        return None
    steps = STEPS.all(analysis=analysis_id, since=since, until=analysis.version)
    return News(case, analysis.version, board_of(case, analysis), steps)


def news_after(before: News, since: int) -> News | None:
    """The same, from news that was read before: two queries when only words of cards changed since, as most do."""
    known, analysis = before.number, before.board.analysis
    steps = STEPS.all(analysis=analysis.pk, since=min(since, known), until=2**31 - 1)
    new = [step for step in steps if step.number > known]
    if not new:
        return News(before.case, known, before.board, steps)
    cards = {step.part_id for step in new}
    simple = (
        all((step.what, step.piece) == (Did.CHANGE, Piece.CARD) for step in new) and not before.hung & cards
    )
    fresh = {one.pk: one for one in WRITTEN.all(analysis=analysis.pk, since=known)} if simple else {}
    if len(fresh) != len(cards) or new[-1].number - known != len(new):
        return news_of(before.case, analysis.pk, since)
    elements = [fresh.get(one.pk, one) for one in before.board.elements]
    return News(before.case, new[-1].number, replace(before.board, elements=elements), steps)
