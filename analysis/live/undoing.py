"""Undoing one's own last step, also after others went on: their words stay."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from analysis.board.advising import answer_care, hang
from analysis.board.changes import PIECES, Change, NotAllowed, changing
from analysis.board.linking import refuse_helped_problem, save_link
from analysis.board.models import Advice, Analysis, Element, Link, Part
from analysis.board.places import place_advice, place_card
from analysis.board.rebasing import as_it_was, fits, is_text, rechosen
from analysis.board.undo import remove, removed_from, restore
from analysis.board.wording import shortened
from expertteam.access.person import Person
from expertteam.texts.merge import merge

from .models import Did, Piece, Step

SHORT = 40
MODELS: dict[str, type[Part]] = {code.value: model for model, code in PIECES.items()}  # type: ignore[misc]
NOTHING = "Er is niets van jou om terug te draaien."
GONE = "Dit is intussen weggehaald."
OTHERS = "{name} schreef hier intussen verder. Verander het met de hand."
NAMES = {
    Piece.CARD: "het kaartje",
    Piece.LINK: "het verband",
    Piece.EXPLANATION: "de verklaring",
    Piece.ADVICE: "het advies",
    Piece.VIEW: "de andere kijk",
    Piece.CARE: "wat erbij hoort",
}


@dataclass(frozen=True)
class Undone:
    """`what` is a sentence for the person; `number` is the version of the analysis afterwards."""

    happened: bool
    what: str
    number: int


def undo_step(*, by: Person, analysis: Analysis, number: int | None = None) -> Undone:
    """Undo this person's last step that is not undone yet, or their step with this number.

    What others did since stays: texts merge by words. NotAllowed says why it cannot be: somebody else changed the same
    words, wrote on in what would go, or a rule forbids it now.
    """
    with changing(by, analysis, "eigen stap teruggedraaid") as change:
        steps = Step.objects.filter(analysis=analysis, by=by.user, undoes=None, undone_by=None)
        step = (steps if number is None else steps.filter(number=number)).order_by("-number").first()
        if step is None:
            change.happened = False
            return Undone(False, NOTHING, change.analysis.version)
        change.step.undoes = step
        said = _UNDO[step.what](change, step)
        return Undone(True, said, change.analysis.version + change.happened)


def _undo_add(change: Change, step: Step) -> str:
    part = _standing(change, step)
    _refuse_others(change, step, part)
    told = _told(step, part)
    remove(change, part)
    return f"{told} is weer weg."


def _undo_remove(change: Change, step: Step) -> str:
    part = restore(change, MODELS[step.piece], removed_from(step.removed))
    return f"{_told(step, part)} is terug."


def _undo_move(change: Change, step: Step) -> str:
    part, was = _standing(change, step), step.removed
    if isinstance(part, Element):
        place_card(change, part, was["kind"], 0, was["after"])
    elif isinstance(part, Advice):
        place_advice(change, part, 0, was["after"])
    return f"{_told(step, part)} staat weer waar het stond."


def _undo_change(change: Change, step: Step) -> str:
    if step.piece == Piece.CARE:
        return _undo_care(change, step)
    part = _standing(change, step)
    old, new = as_it_was(part, step.part_version - 1), as_it_was(part, step.part_version)
    if old is None or new is None:
        raise NotAllowed([NOTHING])
    for field in part._meta.concrete_fields:
        if field.name not in ("id", "analysis", "position", "version", "form_token"):
            _put_back(part, field, getattr(old, field.attname), getattr(new, field.attname))
    hangs = _hung_before(part, old, new)
    _store(change, part)
    if hangs is not None and isinstance(part, Advice):
        hang(change, part, hangs)
    return f"Je wijziging in {_told(step, part, capital=False)} is teruggedraaid."


def _put_back(part: Part, field: Any, old: Any, new: Any) -> None:
    """One field as it was before the step, with what others did to it since; NotAllowed when that overlaps."""
    now = getattr(part, field.attname)
    if old == new:
        return
    if not is_text(field):
        back = old if now == new else None
    else:
        back = merge(new, old, now)
        back = back if back is not None and fits(field, back) else None
    if back is None:
        last = as_it_was(part, part.version)
        raise NotAllowed([OTHERS.format(name=last.history_user if last else "Iemand")])
    setattr(part, field.attname, back)


def _hung_before(part: Part, old: Any, new: Any) -> set[int] | None:
    """On which cards an advice hangs without the step; None when that is not about it."""
    if not isinstance(part, Advice):
        return None
    before, after, now = (
        {one.element_id for one in old.elements.all()},
        {one.element_id for one in new.elements.all()},
        set(part.elements.values_list("pk", flat=True)),
    )
    return None if before == after else (now - (after - before)) | (before - after)


def _store(change: Change, part: Part) -> None:
    if isinstance(part, Link):
        save_link(change, part)
        return
    if isinstance(part, Element):
        refuse_helped_problem(part)
    change.save(part)


def _undo_care(change: Change, step: Step) -> str:
    before, after, row = step.removed["before"], step.removed["after"], change.analysis
    values: dict[str, Any] = {}
    for name, was in before.items():
        now = getattr(row, name)
        if isinstance(was, list):
            values[name] = rechosen(after[name], was, now)
        else:
            values[name] = was if now == after[name] else now
    change.happened = answer_care(change, values)
    return "Je antwoorden bij ‘Wat erbij hoort’ zijn teruggedraaid."


def _standing(change: Change, step: Step) -> Part:
    part = change.standing(MODELS[step.piece], step.part_id)
    if part is None:
        raise NotAllowed([GONE])
    return part


def _refuse_others(change: Change, step: Step, part: Part) -> None:
    """What somebody else wrote on in, or laid a link to, is not taken away as one's own last step."""
    others = Step.objects.filter(analysis=change.analysis, number__gt=step.number).exclude(by=change.by.user)
    about = others.filter(piece=step.piece, part_id=step.part_id)
    if isinstance(part, Element):
        links = Link.objects.filter(analysis=change.analysis)
        around = links.filter(source=part.pk) | links.filter(target=part.pk)
        about = about | others.filter(piece=Piece.LINK, part_id__in=around.values("pk"))
    last = about.select_related("by").order_by("-number").first()
    if last is not None:
        raise NotAllowed([OTHERS.format(name=last.by.name)])


def _told(step: Step, part: Part, *, capital: bool = True) -> str:
    name = NAMES[Piece(step.piece)]
    text = getattr(part, "text", "")
    told = f"{name} “{shortened(text, SHORT)}”" if text else name
    return told[0].upper() + told[1:] if capital else told


_UNDO: dict[str, Callable[[Change, Step], str]] = {
    Did.ADD: _undo_add,
    Did.RESTORE: _undo_add,
    Did.REMOVE: _undo_remove,
    Did.MOVE: _undo_move,
    Did.CHANGE: _undo_change,
}
