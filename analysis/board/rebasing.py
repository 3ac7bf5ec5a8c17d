"""What somebody changed on an older version of a piece, put on the version that stands now."""

from typing import Any

from django.db.models import CharField, ForeignKey, TextField

from analysis.live.models import Piece, Step
from cases.choices.fields import CodeField
from expertteam.texts.merge import merge

from .changes import Stale
from .models import Advice, Analysis, Part


def rebased(current: Part, version: int | None, values: dict[str, Any]) -> dict[str, Any]:
    """The values to put in `current`, given by a person who saw it at `version` (None, or now: as they are).

    Texts merge by words. Of everything else only what the person changed counts, and then the later one wins. Stale
    when two texts overlap, or when it is not known what the person saw: then they must see both.
    """
    if version is None or version == current.version:
        return values
    seen = as_it_was(current, version)
    if seen is None:
        raise Stale(current)
    return {name: _rebased(current, seen, name, value) for name, value in values.items()}


def as_it_was(part: Part, version: int) -> Any:
    """The newest record in the history of this piece up to `version`; None when there is none."""
    rows = type(part).history.filter(id=part.pk, analysis_id=part.analysis_id)  # type: ignore[attr-defined]
    return rows.filter(version__lte=version).order_by("-version", "-history_id").first()


def rehung(advice: Advice, version: int | None, wanted: set[int], hangs: set[int]) -> set[int]:
    """On which cards an advice hangs after somebody who saw `version` chose `wanted`, while it `hangs` on these now."""
    seen = as_it_was(advice, version) if version is not None and version != advice.version else None
    before = hangs if seen is None else set(seen.elements.values_list("element_id", flat=True))
    return (hangs | (wanted - before)) - (before - wanted)


def rechosen(before: list[str], wanted: list[str], now: list[str]) -> list[str]:
    """What stands chosen when somebody who saw `before` chose `wanted`, and others made it `now`."""
    return [code for code in now if code in wanted or code not in before] + [
        code for code in wanted if code not in before and code not in now
    ]


def care_rebased(analysis: Analysis, version: int | None, values: dict[str, Any]) -> dict[str, Any]:
    """The answers about care of a person who saw them at `version`, put on those that stand now; Stale as above."""
    if version is None or version == analysis.care_version:
        return values
    after = Step.objects.filter(analysis=analysis, piece=Piece.CARE, part_version=version + 1).first()
    if after is None:
        raise Stale(analysis)
    seen = after.removed["before"]
    rebased_values = {}
    for name, value in values.items():
        now = getattr(analysis, name)
        if isinstance(value, list):
            rebased_values[name] = rechosen(seen[name], value, now)
        else:
            rebased_values[name] = now if value == seen[name] else value
    return rebased_values


def is_text(field: Any) -> bool:
    """Whether people write words in it; a code is chosen."""
    return isinstance(field, CharField | TextField) and not isinstance(field, CodeField) and not field.choices


def fits(field: Any, text: str) -> bool:
    """Whether a merged text may stand in this field."""
    return len(text) <= (field.max_length or len(text)) and bool(text or field.blank)


def _rebased(current: Part, seen: Any, name: str, value: Any) -> Any:
    field = current._meta.get_field(name)
    if isinstance(field, ForeignKey):
        return getattr(current, name) if value.pk == getattr(seen, field.attname) else value
    now, before = getattr(current, name), getattr(seen, name)
    if value == before:
        return now
    if not is_text(field):
        return value
    together = merge(before, value, now)
    if together is None or not fits(field, together):
        raise Stale(current)
    return together
