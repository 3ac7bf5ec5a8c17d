"""The notes of a conversation: several people write in them at once, and no word goes away."""

from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.texts.merge import Chunk, Pieces, chunks, settled, words

from .agenda import held_item
from .models import AgendaItem

LONGEST_NOTES = 10_000
Sides = tuple[Pieces, Pieces, Pieces]
"""What becomes of a stretch: with both, with mine alone, with theirs alone."""
REMEMBERED = 20
"""So many times of sending are known again when they come twice."""


class NotesFull(ValueError):
    """What is written does not fit any more; `args[0]` is the item as it stands."""


@dataclass(frozen=True)
class Together:
    """What two people wrote, put together. `text` holds all of it.

    Where both wrote something else in the same place, `clashes` has the words (theirs, mine) and both stand in `text`,
    one after the other; `only_mine` and `only_theirs` are the whole text with one of them there.
    """

    text: str
    clashes: tuple[tuple[str, str], ...] = ()
    only_mine: str = ""
    only_theirs: str = ""


@dataclass(frozen=True)
class Kept:
    """The item after saving; `clash` when its writer should look at what stands there now."""

    item: AgendaItem
    clash: Together | None = None


@transaction.atomic
def save_notes(*, by: Person, item: AgendaItem, notes: str, base: str, version: int) -> Kept:
    """Keep `notes`, written on the text `base` of that `version`; with what others wrote since merged in by words.

    What was sent already (a page that sends again) is kept once. NotesFull when it becomes longer than LONGEST_NOTES.
    """
    item = held_item(item)
    mark = sha256(f"{by.user.pk} {version} {notes}".encode()).hexdigest()[:32]
    if item.notes == notes or mark in item.notes_sent:
        return Kept(item)
    found = Together(notes) if item.notes == base else together(base, notes, item.notes)
    if len(found.text) > LONGEST_NOTES:
        raise NotesFull(item)
    item.notes_sent = [*item.notes_sent, mark][-REMEMBERED:]
    if item.notes != found.text:
        item.notes, item.notes_version = found.text, item.notes_version + 1
        record(by, "talk.noted", case_number=item.case.number, details={"meeting": item.meeting_id})
    item.save(update_fields=["notes", "notes_version", "notes_sent"])
    return Kept(item, found if found.clashes else None)


def together(base: str, mine: str, theirs: str) -> Together:
    """The changes of two people since `base` in one text. Pure.

    Who adds lines in the same place hinders nobody: both stand there, and who went on with a line goes first. Only
    where both changed the same words, or went on with the same line, is it a clash.
    """
    texts: Sides = ([], [], [])
    clashes: list[tuple[str, str]] = []
    for chunk in chunks(base, mine, theirs):
        whole = settled(chunk)
        sides = (
            (whole, whole, whole)
            if whole is not None
            else _overlap(chunk, not texts[0] or _ends_line(texts[0]))
        )
        if sides[1] != sides[2]:
            clashes.append(("".join(chunk.theirs).strip(), "".join(chunk.mine).strip()))
        for text, pieces in zip(texts, sides, strict=True):
            text.extend(pieces)
    whole_text, only_mine, only_theirs = ("".join(pieces) for pieces in texts)
    if not clashes:
        return Together(whole_text)
    return Together(whole_text, tuple(clashes), only_mine, only_theirs)


def _overlap(chunk: Chunk, begins: bool) -> Sides:
    """Both sides of an overlap, mine alone and theirs alone; all the same when adding lines hinders nobody.

    `begins` says that it stands at the beginning of a line.
    """
    changed = bool(words(chunk.base))
    both = _after_each_other(chunk, begins and not changed)
    if changed or not (begins or _is_line(chunk.mine) or _is_line(chunk.theirs)):
        return both, chunk.mine, chunk.theirs
    return both, both, both


def _ends_line(pieces: Pieces) -> bool:
    return pieces[-1:] in (["\n"], ["\r"], ["\r\n"])


def _is_line(pieces: Pieces) -> bool:
    """Whether these pieces begin a line of their own."""
    return _ends_line(pieces[:1])


def _after_each_other(chunk: Chunk, begins: bool) -> Pieces:
    """Theirs and then mine, except that who went on with a line goes first."""
    first, second = chunk.theirs, chunk.mine
    if not begins and _is_line(first) and not _is_line(second):
        first, second = second, first
    joined = not first or not second or _ends_line(first) or not second[0].strip()
    return [*first, *second] if joined else [*first, "\n" if begins else " ", *second]
