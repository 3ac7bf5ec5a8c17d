"""Who wants to know that somebody is reached at another address from now on, or that who is around changed.

Rooms say so when they start.
A link that went to a wrong address must open nothing any more once the address is corrected.
"""

from collections.abc import Callable

from cases.casefile.models import Case
from expertteam.access.person import Person

from .models import Participant

Told = Callable[[Person, Participant], None]
Heard = Callable[[Person, Case], object]
_told: list[Told] = []
_heard: list[Heard] = []


def when_reached_otherwise(told: Told) -> None:
    """Call `told(by, participant)` when their e-mail address changes or they are taken off the list.

    In the same transaction, before the row changes.
    """
    _told.append(told)


def reached_otherwise(by: Person, participant: Participant) -> None:
    """Tell everybody who wants to know."""
    for told in _told:
        told(by, participant)


def when_people_change(heard: Heard) -> None:
    """Call `heard(by, case)` when who is around the young person, or who decides for them, may have changed.

    A corrected birth date or court measure counts: it says who decides. In the same transaction, after the
    rows changed.
    """
    _heard.append(heard)


def people_changed(by: Person, case: Case) -> None:
    """Tell everybody who wants to know."""
    for heard in _heard:
        heard(by, case)
