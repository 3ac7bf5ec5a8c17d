"""Bringing back a piece, or the whole, as it was: a row of ordinary changes in one transaction, each with its trace.

So whoever is looking sees them come in as any other change, and everything can be undone: a piece from its own
earlier wordings, the whole from the version that is kept just before.
"""

from typing import Any

from django.db import transaction

from analysis.board import actions
from analysis.board.changes import Gone, NotAllowed, Stale
from analysis.board.models import Advice, Analysis, Element, Link, Part
from analysis.board.parts import KINDS, Kind
from analysis.board.queries import board_of
from analysis.board.undo import Removed
from cases.choices.queries import label
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .actions import fix_version
from .content import link_state, state_of
from .models import Why
from .ordering import put_in_order
from .plans import PartPlan, plan_part
from .stands import Stand
from .state import CareState, State

NOT_SAID = ("pk", "elements", "explanation")
"""What a state says of a piece that the board is not told in so many words."""


class Moved(Exception):
    """Somebody changed the analysis after this person saw what would happen."""


class NotThere(Exception):
    """This piece was not there at that moment."""


@transaction.atomic
def bring_back_part(
    *, by: Person, analysis: Analysis, piece: str, pk: int, stand: Stand, seen: int
) -> PartPlan:
    """Bring back a card with its links, an explanation or an advice as it was; answers what was done.

    `seen` is the version of the piece this person saw, 0 when it was gone: Stale (or Moved) when that is not how it
    is now. Raises NotThere, NotAllowed and what else the board refuses.
    """
    row = _held(analysis)
    plan = plan_part(state_of(board_of(row.case, row)), stand.state, piece, pk, label)
    if plan is None:
        raise NotThere
    if plan.blocked:
        raise NotAllowed([plan.blocked])
    kind = KINDS[piece]
    part = _standing(row, kind, pk)
    if (part.version if part else 0) != seen:
        raise Stale(part) if part else Moved
    if plan.changes_nothing:
        return plan
    _as_it_was(by, row, kind, plan.then, cards=plan.hung if piece == "advies" else None)
    if piece == "kaartje":
        _with_what_hung(by, row, plan)
    for one in plan.dissents:
        _as_it_was(by, row, KINDS["kijk"], one, cards=None)
    details = {"what": kind.name.lower(), "version": stand.version.number if stand.version else 0}
    record(by, "version.part_brought_back", case_number=row.case.number, details=details)
    return plan


@transaction.atomic
def bring_back_all(*, by: Person, analysis: Analysis, stand: Stand, seen: int) -> bool:
    """Make the whole analysis as it was; what stands there now is fixed as a version first. False: it was so.

    `seen` is the version of the analysis of which this person saw what would change; Moved when it is another one.
    """
    row = _held(analysis)
    if row.version != seen:
        raise Moved
    now, then = state_of(board_of(row.case, row)), stand.state
    if now.is_same(then):
        return False
    if not now.is_empty:
        fix_version(by=by, analysis=row, why=Why.BEFORE_RESTORE, note=f"Voordat {stand.name} terugkwam")
    _make_so(by, row, now, then)
    if stand.knows_order:
        put_in_order(by, row, then)
    details = {"what": stand.name, "version": stand.version.number if stand.version else 0}
    record(by, "version.brought_back", case_number=row.case.number, details=details)
    return True


def _held(analysis: Analysis) -> Analysis:
    rows = Analysis.objects.select_for_update(of=("self",)).select_related("case__young_person")
    return rows.get(pk=analysis.pk)


def _make_so(by: Person, row: Analysis, now: State, then: State) -> None:
    """Links that are not as they were go first, so that no rule about them stands in the way of a card."""
    standing, wanted = set(now.links), set(then.links)
    for link in Link.objects.filter(analysis=row):
        if link_state(link) not in wanted:
            actions.remove_link(by=by, link=link)
    _pieces(by, row, "kaartje", now.cards, then.cards)
    for one in then.links:
        if one not in standing:
            _lay(by, row, one.source, one.target, one.kind)
    _pieces(by, row, "verklaring", now.explanations, then.explanations)
    _pieces(by, row, "kijk", now.dissents, then.dissents)
    _pieces(by, row, "advies", now.advices, then.advices)
    if now.care != then.care:
        _answer(by, row, then.care)


def _pieces(by: Person, row: Analysis, piece: str, now: tuple[Any, ...], then: tuple[Any, ...]) -> None:
    """Bring back and change what was there, then take away what was not."""
    kind, wanted, there = KINDS[piece], {one.pk for one in then}, set(now)
    for one in then:
        if one not in there:
            cards = one.elements if piece == "advies" else None
            _as_it_was(by, row, kind, one, cards=cards)
    rows: Any = kind.model._default_manager
    for part in rows.filter(analysis=row).exclude(pk__in=wanted):
        kind.remove(by=by, **{kind.argument: part})


def _as_it_was(by: Person, row: Analysis, kind: Kind, one: Any, *, cards: tuple[int, ...] | None) -> Part:
    """A piece with the words of then; when it was removed it comes back first."""
    part = _standing(row, kind, one.pk)
    if part is None:
        part = kind.restore(by=by, analysis=row, removed=_last_removal(row, kind, one.pk))
    values = {name: value for name, value in vars(one).items() if name not in NOT_SAID}
    if cards is not None:
        values["elements"] = list(Element.objects.filter(analysis=row, pk__in=cards))
    changed: Part = kind.change(by=by, **{kind.argument: part}, **values)
    return changed


def _standing(row: Analysis, kind: Kind, pk: int) -> Any:
    rows: Any = kind.model._default_manager
    return rows.filter(pk=pk, analysis=row).first()


def _last_removal(row: Analysis, kind: Kind, pk: int) -> Removed:
    """Where the history keeps a piece that was taken away; Gone when it does not."""
    history = kind.model.history.filter(id=pk, analysis_id=row.pk, history_type="-")  # type: ignore[attr-defined]
    found = history.order_by("-history_id").values_list("history_id", flat=True).first()
    if found is None:
        raise Gone
    return Removed(row.pk, kind.argument, pk, found)


def _with_what_hung(by: Person, row: Analysis, plan: PartPlan) -> None:
    """The links of a card that came back, and its place under the advice it hung on."""
    for one in plan.links:
        _lay(by, row, one.source, one.target, one.kind)
    for advice in Advice.objects.filter(analysis=row, pk__in=plan.hung).prefetch_related("elements"):
        card = Element.objects.get(pk=plan.then.pk)
        actions.change_advice(by=by, advice=advice, elements=[*advice.elements.all(), card])


def _lay(by: Person, row: Analysis, source: int, target: int, kind: str) -> None:
    ends = Element.objects.filter(analysis=row).in_bulk([source, target])
    actions.add_link(by=by, analysis=row, source=ends[source], target=ends[target], kind=kind)


def _answer(by: Person, row: Analysis, care: CareState) -> None:
    values: dict[str, Any] = {
        name: list(got) if isinstance(got, tuple) else got for name, got in vars(care).items()
    }
    actions.set_picture_of_care(by=by, analysis=row, **values)
