"""Who is on a board, and where. Kept in the memory of each web process; the database only passes it on.

An open stream proves that somebody is there. Whoever moved, typed or chose nothing for two minutes is idle.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from analysis.board.models import Analysis
from expertteam.access.person import Person

from .announcing import Presence, announce

IDLE_AFTER = 120.0
TYPING_FOR = 8.0
# A tab of another web process counts for this long after that process last said so; it says so every 20 seconds.
BELIEVED_FOR = 45.0
# More pages than this nobody has open; a script that invents them does not fill the memory.
MOST_TABS = 100


def say_here(analysis: Analysis, by: Person, *, tab: UUID, where: str, typing: bool) -> None:
    """Tell every web process where this person is."""
    announce(Presence(analysis.pk, by.user.pk, str(tab), where, typing))


def initials(name: str) -> str:
    """«EK» of «Emre Kaya»: the first letters of the first and the last word."""
    words = name.split()
    return "".join(word[0] for word in (words if len(words) < 2 else (words[0], words[-1]))).upper()


@dataclass
class Tab:
    """One open page. Moments are seconds of the monotonic clock; `open_here`: its stream is in this process."""

    user: int
    heard: float
    active: float
    where: str = ""
    typed: float = -TYPING_FOR
    open_here: bool = False

    def idle(self, now: float) -> bool:
        return now - self.active >= IDLE_AFTER

    def typing(self, now: float) -> bool:
        return bool(self.where) and now - self.typed < TYPING_FOR


@dataclass
class People:
    """The open pages of one board."""

    tabs: dict[str, Tab] = field(default_factory=dict)

    def opened(self, tab: str, user: int, now: float) -> None:
        """A stream of this process began."""
        one = self.tabs.setdefault(tab, Tab(user, now, now))
        one.user, one.open_here, one.active = user, True, now

    def closed(self, tab: str) -> None:
        """The stream of this tab ended."""
        self.tabs.pop(tab, None)

    def heard(self, said: Presence, now: float) -> bool:
        """What a process announced of a tab; a tab is believed only of the person it began with.

        Whether the others may see something else now: not after a mere sign of life.
        """
        one = self.tabs.get(said.tab)
        if one is not None and one.user != said.user:
            return False
        if said.away:
            if one is not None and not one.open_here:
                self.closed(said.tab)
            return True
        if one is None and sum(other.user == said.user for other in self.tabs.values()) >= MOST_TABS:
            return False
        new = one is None
        one = one or self.tabs.setdefault(said.tab, Tab(said.user, now, now))
        one.heard = now
        if said.active:
            one.active, one.where = now, said.where
            one.typed = now if said.typing else -TYPING_FOR
        return new or said.active

    def forget_silent(self, now: float) -> None:
        """Drop the tabs of other processes that nobody spoke of any more."""
        for tab in [key for key, one in self.tabs.items() if not one.open_here]:
            if now - self.tabs[tab].heard >= BELIEVED_FOR:
                self.closed(tab)

    def told(self, names: Callable[[Iterable[int]], dict[int, str]], now: float) -> list[dict[str, Any]]:
        """Everybody once, by name: where they are in the tab in which they were active last."""
        latest: dict[int, Tab] = {}
        for one in sorted(self.tabs.values(), key=lambda one: one.active):
            latest[one.user] = one
        known = names(latest)
        people = [_told(pk, known[pk], one, now) for pk, one in latest.items() if pk in known]
        return sorted(people, key=lambda person: (person["name"].casefold(), person["id"]))


def _told(pk: int, name: str, one: Tab, now: float) -> dict[str, Any]:
    idle = one.idle(now)
    return {
        "id": pk,
        "name": name,
        "initials": initials(name),
        "where": "" if idle else one.where,
        "typing": not idle and one.typing(now),
        "idle": idle,
    }


def as_seen_by(people: list[dict[str, Any]], user: int) -> dict[str, Any]:
    """The message `mensen` for this person."""
    return {"people": [{**one, "you": one["id"] == user} for one in people]}
