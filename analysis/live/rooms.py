"""One board that pages of this process look at: what they still have to be told, and when.

Everything here runs in the thread of the hub. Moments are seconds of the monotonic clock.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from cases.casefile.models import Case

from .messages import News, news_after, news_of
from .presence import People, as_seen_by
from .watching import AGAIN, Deliveries, Watcher, as_event

# The picture is drawn again when it is calm for so long, and otherwise this long after the first change it lacks.
CALM, AT_MOST = 0.25, 1.5
PEOPLE_EVERY = 0.3
PEOPLE_LOOKED_AT = 5.0
NEVER = float("inf")

Names = Callable[[Iterable[int]], dict[int, str]]


@dataclass
class Drawing:
    """A picture that is being drawn: of which board, what it shows, and for which rights the events must be made."""

    analysis: int
    news: News
    looks: Any
    rights: set[bool]
    events: dict[bool, bytes] = field(default_factory=dict)

    def draw(self) -> None:
        """Make the events; takes a while, so it is done in a thread of its own."""
        self.events = {
            may_write: as_event("beeld", self.news.picture(may_write)) for may_write in self.rights
        }


@dataclass
class Room:
    """The watchers of one analysis. `*_at` say when there is something to do."""

    analysis: int
    case_id: int
    watchers: set[Watcher] = field(default_factory=set)
    people: People = field(default_factory=People)
    news_at: float = NEVER
    picture_at: float = NEVER
    people_at: float = NEVER
    picture_since: float = NEVER
    people_told_at: float = 0.0
    people_told: list[dict[str, Any]] | None = None
    latest: int = 0
    news: News | None = None
    case: Case | None = None
    drawn: tuple[int, Any] | None = None

    def changed(self, number: int, now: float, gather: float) -> None:
        """A step was announced; what comes within `gather` seconds is told together."""
        self.latest = max(self.latest, number)
        self.news_at = min(self.news_at, now + gather)
        self.picture_since = min(self.picture_since, now)
        self.picture_at = min(now + CALM, self.picture_since + AT_MOST)

    def look_again(self, now: float) -> None:
        """Something may have been missed, or somebody came."""
        self.news_at, self.people_told = now, None
        self.people_at = min(self.people_at, now)

    def people_changed(self, now: float) -> None:
        """Tell soon who is here, and not more often than one can read."""
        self.people_at = min(self.people_at, max(now + 0.05, self.people_told_at + PEOPLE_EVERY))

    def tell_news(self, now: float) -> Deliveries:
        """The events that bring every page up to date; rendered once for all pages with the same rights."""
        self.news_at = NEVER
        news = self._read()
        if news is None:
            return [(one, AGAIN) for one in self.watchers]
        if any(one.pictured < news.number for one in self.watchers) and self.picture_at == NEVER:
            self.picture_since, self.picture_at = now, now + CALM
        groups: dict[tuple[int, bool], list[Watcher]] = defaultdict(list)
        for one in self.watchers:
            if one.told != news.number:
                groups[one.told, one.may_write].append(one)
        return [
            pair
            for (told, may_write), group in groups.items()
            for pair in _to_all(group, self._stand(news, told, may_write), news.number)
        ]

    def _stand(self, news: News, told: int, may_write: bool) -> bytes:
        message = news.since(told, may_write)
        return AGAIN if message is None else as_event("stand", message, news.number)

    def _read(self) -> News | None:
        if self.case is None:
            self.case = Case.objects.select_related("team", "young_person").filter(pk=self.case_id).first()
        since = min((one.told for one in self.watchers), default=0)
        if self.case is None:
            self.news = None
        elif self.news is None:
            self.news = news_of(self.case, self.analysis, since)
        else:
            self.news = news_after(self.news, since)
        return self.news

    def picture_wanted(self) -> Drawing | None:
        """What has to be drawn, for every page that has an older picture; None when it would look the same."""
        self.picture_at = self.picture_since = NEVER
        news = self.news if self.news is not None and self.news.number >= self.latest else self._read()
        if news is None:
            return None
        looks = what_it_shows(news)
        if self.drawn is not None and self.drawn[1] == looks:
            self._pictured(self.drawn[0], news.number)
        rights = {one.may_write for one in self.watchers if one.pictured < news.number}
        return Drawing(self.analysis, news, looks, rights) if rights else None

    def picture_drawn(self, drawing: Drawing) -> Deliveries:
        """The picture, for the pages that do not have it yet; a page that came while it was drawn gets the next one."""
        number = drawing.news.number
        self.drawn = (number, drawing.looks)
        late = [one for one in self.watchers if one.pictured < number and one.may_write in drawing.events]
        for one in late:
            one.pictured = number
        return [(one, drawing.events[one.may_write]) for one in late]

    def _pictured(self, since: int, number: int) -> None:
        """Whoever has the picture of `since` has that of `number`: nothing in it changed."""
        for one in self.watchers:
            if one.pictured >= since:
                one.pictured = max(one.pictured, number)

    def tell_people(self, names: Names, now: float) -> Deliveries:
        """Who is here, to everybody, when that differs from what they know."""
        self.people.forget_silent(now)
        told = self.people.told(names, now)
        self.people_at, self.people_told_at = now + PEOPLE_LOOKED_AT, now
        if told == self.people_told:
            return []
        self.people_told = told
        events = {
            user: as_event("mensen", as_seen_by(told, user)) for user in {w.user for w in self.watchers}
        }
        return [(one, events[one.user]) for one in self.watchers]


def _to_all(group: list[Watcher], event: bytes, number: int) -> Deliveries:
    for one in group:
        one.told = number
        if event is AGAIN:
            one.pictured = number
    return [(one, event) for one in group]


def what_it_shows(news: News) -> Any:
    """Everything the picture, the rings, the list of links and the «rond» check are made of."""
    board, places = news.board, count()
    return (
        board.graph.nodes,
        board.graph.edges,
        board.graph.places,
        [(row.one.text, [one.pk for one in row.hung], next(places)) for row in board.advice_rows],
        [one.text for one in board.explanations],
    )
