"""Explanations, advice, and the picture of care: every way to change them."""

from collections.abc import Iterable
from typing import TypedDict, Unpack
from uuid import UUID

from expertteam.access.person import Person

from .changes import Change, Stale, changing, fill
from .models import Advice, Analysis, Element, Explanation
from .undo import Removed, remove, restore


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


def add_explanation(
    *, by: Person, analysis: Analysis, form_token: UUID | None = None, **fields: Unpack[ExplanationFields]
) -> Explanation:
    """A new explanation, the last; `text` and `certainty` are needed."""
    with changing(by, analysis, "verklaring toegevoegd") as change:
        made = change.made_by(Explanation, form_token)
        if made is not None:
            change.happened = False
            return made
        return change.save(Explanation(analysis=change.analysis, form_token=form_token, **fields))


def change_explanation(
    *, by: Person, explanation: Explanation, version: int | None = None, **fields: Unpack[ExplanationFields]
) -> Explanation:
    """Other words or certainty for an explanation; `version` is the one the person saw."""
    with changing(by, explanation.analysis, "verklaring gewijzigd") as change:
        current = change.current(explanation, version)
        change.happened = fill(current, dict(fields))
        return change.save(current) if change.happened else current


def remove_explanation(*, by: Person, explanation: Explanation, version: int | None = None) -> Removed:
    """Take an explanation away; the answer is what `restore_explanation` needs."""
    with changing(by, explanation.analysis, "verklaring verwijderd") as change:
        return remove(change, change.current(explanation, version))


def restore_explanation(*, by: Person, analysis: Analysis, removed: Removed) -> Explanation:
    """Bring an explanation back; a second time changes nothing."""
    with changing(by, analysis, "verklaring teruggezet") as change:
        return restore(change, Explanation, removed)


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
        _hang(change, advice, elements)
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
        current = change.current(advice, version)
        wanted = None if elements is None else {one.pk for one in elements}
        rehung = wanted is not None and wanted != set(current.elements.values_list("pk", flat=True))
        change.happened = fill(current, dict(fields)) or rehung
        if change.happened:
            change.save(current)
        if rehung:
            _hang(change, current, elements or ())
        return current


def _hang(change: Change, advice: Advice, elements: Iterable[Element]) -> None:
    own = Element.objects.filter(analysis=change.analysis, pk__in=[one.pk for one in elements])
    advice._history_user = change.by.user  # type: ignore[attr-defined]
    advice.elements.set(own)


def move_advice(*, by: Person, advice: Advice, place: int) -> Advice:
    """Put an advice on this place in the order, counted from 0."""
    with changing(by, advice.analysis, "advies verplaatst") as change:
        current = change.current(advice)
        everything = list(Advice.objects.filter(analysis=change.analysis))
        others = [one for one in everything if one.pk != current.pk]
        others.insert(min(max(place, 0), len(others)), current)
        change.happened = [one.pk for one in others] != [one.pk for one in everything]
        if change.happened:
            change.save(current)
            for number, one in enumerate(others):
                one.position = number
            Advice.objects.bulk_update(others, ["position"])
        return current


def remove_advice(*, by: Person, advice: Advice, version: int | None = None) -> Removed:
    """Take an advice away; the answer is what `restore_advice` needs."""
    with changing(by, advice.analysis, "advies verwijderd") as change:
        return remove(change, change.current(advice, version))


def restore_advice(*, by: Person, analysis: Analysis, removed: Removed) -> Advice:
    """Bring an advice back with the elements it hung on, as far as they are there; a second time changes nothing."""
    with changing(by, analysis, "advies teruggezet") as change:
        return restore(change, Advice, removed)


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

    `version` is the `care_version` the person saw; Stale when these answers were changed since.
    """
    with changing(by, analysis, "zorg, patroon, profiel en klimaat") as change:
        current = change.analysis
        if version is not None and version != current.care_version:
            raise Stale(current)
        values = {"harmful_care": harmful_care, "positive_pattern": positive_pattern}
        change.happened = fill(current, {**values, "profile": profile, "climate": climate})
        if change.happened:
            current.care_version += 1
            change.write(current, update_fields=[*values, "profile", "climate", "care_version"])
        return current
