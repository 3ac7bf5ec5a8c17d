"""Saving what somebody typed: it is written, or it comes back to them with the reason. It is never lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model

from .changes import Gone, NotAllowed, Stale
from .forms import BoardForm
from .pages import Difference, Opened

Written = TypeVar("Written")
GONE = "Dit is intussen weggehaald. Wat jij typte staat hier nog: bewaar het om het opnieuw neer te leggen."


def attempt(opened: Opened, write: Callable[..., Written]) -> Written | None:
    """Write what the form holds; None when that could not be, and then `opened` says why and with which status.

    `write` gets the values of the form. `opened.gone` when the piece is not there any more.
    """
    if not opened.form.is_valid():
        opened.status = 422
        return None
    try:
        return write(**opened.form.values())
    except Stale as stale:
        _show_both(opened, stale.current)
    except NotAllowed as forbidden:
        opened.status = 422
        for reason in forbidden.reasons:
            opened.form.add_error(None, reason)
    except Gone:
        opened.status, opened.gone = 409, True
        opened.form.add_error(None, GONE)
    return None


def why_not(error: Exception) -> str:
    """The reason in a sentence, for a change that has no form to come back to."""
    match error:
        case Stale():
            return "Dit is intussen gewijzigd. Er is niets weggehaald: kijk eerst wat er nu staat."
        case NotAllowed():
            return " ".join(error.reasons)
        case _:
            return "Dit was al weggehaald."


REFUSALS = (Stale, NotAllowed, Gone)


def _show_both(opened: Opened, current: Any) -> None:
    """Put how it stands now beside what was typed, and let saving again be a choice."""
    opened.status = 409
    opened.changed_by = _changed_by(current)
    opened.conflict = _differences(opened.form, current)
    opened.form.rebase(getattr(current, "care_version", None) or current.version)


def _differences(form: BoardForm, current: Model) -> list[Difference]:
    names = [field.name for field in form.visible_fields()]
    differs = [str(form.prepare(current, name)) != str(form.cleaned_data.get(name)) for name in names]
    told = form.told(current)
    return [Difference(label, now) for (label, now), other in zip(told, differs, strict=True) if other]


def _changed_by(current: Any) -> str:
    last = current.history.select_related("history_user").first()
    return str(last.history_user) if last is not None and last.history_user else ""
