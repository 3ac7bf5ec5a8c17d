"""Who wants to know that somebody is reached at another address from now on, or not at all.

Rooms say so when they start.
A link that went to a wrong address must open nothing any more once the address is corrected.
"""

from collections.abc import Callable

from expertteam.access.person import Person

from .models import Participant

Told = Callable[[Person, Participant], None]
_told: list[Told] = []


def when_reached_otherwise(told: Told) -> None:
    """Call `told(by, participant)` when their e-mail address changes or they are taken off the list.

    In the same transaction, before the row changes.
    """
    _told.append(told)


def reached_otherwise(by: Person, participant: Participant) -> None:
    """Tell everybody who wants to know."""
    for told in _told:
        told(by, participant)
