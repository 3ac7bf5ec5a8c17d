"""What stands in the header of every page of a case, besides name and number: the next step and warnings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from cases.choices.queries import label
from cases.steering.models import Action, ActionStatus

from .models import Case, LegalBasis, Phase


@dataclass(frozen=True)
class Warning:
    """A few words on a coloured ground; `kind` as in the badge component, `url` where one does something about it."""

    text: str
    kind: str = "attention"
    url: str = ""


More = Callable[[Case, date], Iterable[Warning]]
_more: list[More] = []


def add_warnings(warnings: More) -> None:
    """Add warnings of another room to the header of an open case; at most one query, and only when it may apply."""
    _more.append(warnings)


def next_action(case: Case) -> Action | None:
    """The open agreement with the nearest day; those without a day come last. One query."""
    return case.actions.filter(status=ActionStatus.OPEN).order_by("due_on", "pk").first()


def warnings_of(case: Case, today: date) -> list[Warning]:
    """What somebody who opens this case should know first; no query when the gate fetched the case."""
    found = []
    if case.urgency in ("spoed", "crisis"):
        found.append(Warning(label("urgentie", case.urgency), "stuck"))
    if not case.is_open:
        return found
    kept_out = {user for user, _ in case.who_has_a_stake()}
    if case.owner_id in {None, *kept_out} and case.phase not in (Phase.TRIAGE, Phase.WAITING):
        found.append(Warning("nog geen procesregisseur"))
    if case.legal_basis == LegalBasis.REGISTER:
        found.append(Warning("grondslag: overgenomen register", "accent"))
    return [*found, *(warning for more in _more for warning in more(case, today))]
