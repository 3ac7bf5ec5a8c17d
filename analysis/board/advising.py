"""Explanations, advice, and the picture of care: every way to change them."""

from collections.abc import Iterable
from typing import Any, TypedDict, Unpack
from uuid import UUID

from analysis.live.models import Did, Piece
from expertteam.access.person import Person

from .changes import Change, changing, fill
from .models import Advice, Analysis, Element, Explanation
from .pieces import brought_back, made_once, reworded, taken_away
from .places import place_advice
from .rebasing import care_rebased, rebased, rehung
from .undo import Removed


class ExplanationFields(TypedDict, total=False):
    """What one can say of an explanation; certainty is a code, `test` is what would test it."""

    text: str
    certainty: str
    test: str


class AdviceFields(TypedDict, total=False):
    """What one can say of an advice; life_area is a code, variant is A, B, C or empty."""

    text: str
    life_area: str
    owner_name: str
    variant: str


class CareFields(TypedDict, total=False):
    """The four answers about care, as codes."""

    harmful_care: list[str]
    positive_pattern: list[str]
    profile: str
    climate: list[str]


def add_explanation(
    *, by: Person, analysis: Analysis, form_token: UUID | None = None, **fields: Unpack[ExplanationFields]
) -> Explanation:
    """A new explanation, the last; `text` and `certainty` are needed."""
    return made_once(by, analysis, "verklaring toegevoegd", Explanation, form_token, **fields)


def change_explanation(
    *, by: Person, explanation: Explanation, version: int | None = None, **fields: Unpack[ExplanationFields]
) -> Explanation:
    """Other words or certainty for an explanation; `version` is the one the person saw, see `rebasing.rebased`."""
    return reworded(by, explanation, "verklaring gewijzigd", version, fields)


def remove_explanation(*, by: Person, explanation: Explanation, version: int | None = None) -> Removed:
    """Take an explanation away; the answer is what `restore_explanation` needs."""
    return taken_away(by, explanation, "verklaring verwijderd", version)


def restore_explanation(*, by: Person, analysis: Analysis, removed: Removed) -> Explanation:
    """Bring an explanation back; a second time changes nothing."""
    return brought_back(by, analysis, "verklaring teruggezet", Explanation, removed)


def add_advice(
    *,
    by: Person,
    analysis: Analysis,
    elements: Iterable[Element] = (),
    form_token: UUID | None = None,
    **fields: Unpack[AdviceFields],
) -> Advice:
    """A new advice, the last, hanging on these elements; `text` and `life_area` are needed."""
    with changing(by, analysis, "advies toegevoegd") as change:
        made = change.made_by(Advice, form_token)
        if made is not None:
            change.happened = False
            return made
        advice = change.save(Advice(analysis=change.analysis, form_token=form_token, **fields))
        hang(change, advice, {one.pk for one in elements})
        return advice


def change_advice(
    *,
    by: Person,
    advice: Advice,
    version: int | None = None,
    elements: Iterable[Element] | None = None,
    **fields: Unpack[AdviceFields],
) -> Advice:
    """Other words, or other elements to hang on (None leaves them), for an advice."""
    with changing(by, advice.analysis, "advies gewijzigd") as change:
        current = change.current(advice)
        hangs = set(current.elements.values_list("pk", flat=True))
        wanted = hangs if elements is None else rehung(current, version, {one.pk for one in elements}, hangs)
        differs = fill(current, rebased(current, version, dict(fields)))
        change.happened = differs or wanted != hangs
        if change.happened:
            change.save(current)
        if wanted != hangs:
            hang(change, current, wanted)
        return current


def hang(change: Change, advice: Advice, elements: set[int]) -> None:
    """Let an advice hang on the cards with these keys, in a change that is being made."""
    own = Element.objects.filter(analysis=change.analysis, pk__in=elements)
    advice._history_user = change.by.user  # type: ignore[attr-defined]
    advice.elements.set(own)


def move_advice(*, by: Person, advice: Advice, place: int = 0, after: int | None = None) -> Advice:
    """Put an advice on a place in the order, see `places.place_among`."""
    with changing(by, advice.analysis, "advies verplaatst") as change:
        current = change.current(advice)
        place_advice(change, current, place, after)
        return current


def remove_advice(*, by: Person, advice: Advice, version: int | None = None) -> Removed:
    """Take an advice away; the answer is what `restore_advice` needs."""
    return taken_away(by, advice, "advies verwijderd", version)


def restore_advice(*, by: Person, analysis: Analysis, removed: Removed) -> Advice:
    """Bring an advice back with the elements it hung on, as far as they are there; a second time changes nothing."""
    return brought_back(by, analysis, "advies teruggezet", Advice, removed)


def set_picture_of_care(
    *,
    by: Person,
    analysis: Analysis,
    harmful_care: list[str],
    positive_pattern: list[str],
    profile: str,
    climate: list[str],
    version: int | None = None,
) -> Analysis:
    """Harmful care that was seen, the positive pattern, the profile and the climate, all as codes.

    `version` is the `care_version` the person saw: what they changed of it is put on what stands now.
    """
    with changing(by, analysis, "zorg, patroon, profiel en klimaat") as change:
        current = change.analysis
        values: CareFields = {
            "harmful_care": harmful_care,
            "positive_pattern": positive_pattern,
            "profile": profile,
            "climate": climate,
        }
        change.happened = answer_care(change, care_rebased(current, version, dict(values)))
        return current


def answer_care(change: Change, values: dict[str, Any]) -> bool:
    """Give these answers about care in a change that is being made; whether any of them differed."""
    row, step = change.analysis, change.step
    before = {name: getattr(row, name) for name in values}
    if not fill(row, values):
        return False
    row.care_version += 1
    change.write(row, update_fields=[*values, "care_version"])
    step.what, step.piece = Did.CHANGE, Piece.CARE
    step.part_id, step.part_version = row.pk, row.care_version
    step.removed = {"before": before, "after": values}
    return True
