"""Taking away without fear: what was removed comes back from its history, with everything that hung on it."""

from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from django.core import signing

from analysis.live.models import Did

from .changes import AnyPart, Change, Gone, NotAllowed
from .graph import validate_link
from .models import Advice, Analysis, Dissent, Element, Explanation, Link, Part

SALT = "analysis.undo"
MAX_AGE = 24 * 3600
Wanted = TypeVar("Wanted", bound=Part)


@dataclass(frozen=True)
class Removed:
    """Numbers only: the analysis and piece, its record in the history, those of its links, and what it hung with.

    `links` are the links of a card, or who saw an explanation differently; `hung` are the advices of a card, or the
    elements of an advice.
    """

    analysis: int
    part: str
    pk: int
    record: int
    links: tuple[int, ...] = ()
    hung: tuple[int, ...] = ()

    def signed(self) -> str:
        """As text for a form; only this site can make one that holds."""
        return signing.dumps(asdict(self), salt=SALT)


def removed_from(values: dict[str, Any]) -> Removed:
    """The same from what a step keeps of it."""
    return Removed(**{**values, "links": tuple(values["links"]), "hung": tuple(values["hung"])})


def read_removed(text: str, analysis: Analysis, max_age: int = MAX_AGE) -> Removed | None:
    """What `signed` wrote for this analysis; None when it is not ours, of another analysis, or too old (seconds)."""
    try:
        values: dict[str, Any] = signing.loads(text, salt=SALT, max_age=max_age)
    except signing.BadSignature:
        return None
    removed = removed_from(values)
    return removed if removed.analysis == analysis.pk else None


def remove(change: Change, part: Part) -> Removed:
    """Delete a piece with its links, and take it from under its advice."""
    key, links, hung = part.pk, _links(change, part), _unhang(change, part)
    record = change.delete(part)
    part.pk = key
    removed = Removed(change.analysis.pk, _name(part), key, record, links, hung)
    change.note(Did.REMOVE, part, asdict(removed))
    change.details["links"] = len(links)
    return removed


def _name(part: Part) -> str:
    return type(part).__name__.lower()


def _links(change: Change, part: Part) -> tuple[int, ...]:
    if isinstance(part, Explanation):
        return tuple(change.delete(one) for one in part.dissents.all())
    if not isinstance(part, Element):
        return ()
    around = [*part.outgoing.all(), *part.incoming.all()]
    return tuple(change.delete(link) for link in around)


def _unhang(change: Change, part: Part) -> tuple[int, ...]:
    if isinstance(part, Advice):
        return tuple(part.elements.values_list("pk", flat=True))
    if not isinstance(part, Element):
        return ()
    advices = list(part.advices.all())
    for advice in advices:
        change.count_on(advice)
        advice.elements.remove(part)
    return tuple(advice.pk for advice in advices)


def restore(change: Change, model: type[Wanted], removed: Removed) -> Wanted:
    """Bring back a piece of this kind as it was, with what hung on it; Gone when its history is not there."""
    standing = model._default_manager.filter(pk=removed.pk, analysis_id=change.analysis.pk).first()
    if standing is not None:
        change.happened = False
        return standing
    part = _as_it_was(change, model, removed.record)
    if isinstance(part, Link) and not _may_lie(part):
        raise NotAllowed(
            ["Dit verband kan niet terug: er ligt er al een, of een van de twee kaartjes is weg."]
        )
    if isinstance(part, Dissent) and not Explanation.objects.filter(pk=part.explanation_id).exists():
        raise Gone
    _insert(change, part)
    _hang_back(change, part, removed)
    change.note(Did.RESTORE, part)
    return part


def _as_it_was(change: Change, model: type[AnyPart], record: int) -> AnyPart:
    history = model.history.filter(history_id=record, analysis_id=change.analysis.pk)  # type: ignore[attr-defined]
    found = history.first()
    if found is None:
        raise Gone
    part: AnyPart = found.instance
    part.version += 1
    return part


def _insert(change: Change, part: Part) -> None:
    change.write(part, force_insert=True)


def _hang_back(change: Change, part: Part, removed: Removed) -> None:
    if isinstance(part, Element):
        links = [_as_it_was(change, Link, record) for record in removed.links]
        for link in filter(_may_lie, links):
            _insert(change, link)
        for advice in Advice.objects.filter(analysis=change.analysis, pk__in=removed.hung):
            change.count_on(advice)
            advice.elements.add(part)
    elif isinstance(part, Explanation):
        for record in removed.links:
            _insert(change, _as_it_was(change, Dissent, record))
    elif isinstance(part, Advice):
        part.elements.set(Element.objects.filter(analysis=change.analysis, pk__in=removed.hung))


def _may_lie(link: Link) -> bool:
    """Whether both ends are there, the pair is free and the rules allow it."""
    ends = {one.pk: one.kind for one in Element.objects.filter(pk__in=[link.source_id, link.target_id])}
    if len(ends) < 2 or Link.objects.filter(pk=link.pk).exists():
        return False
    taken = Link.objects.filter(source=link.source_id, target=link.target_id).exists()
    return not validate_link(ends[link.source_id], ends[link.target_id], link.kind, False, taken)
