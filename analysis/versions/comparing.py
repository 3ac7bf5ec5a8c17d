"""Two stands laid beside each other, with who did it, and the picture of each with its differences marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from analysis.board.queries import Board
from analysis.board.sentences import ring_sentence, ring_title
from cases.choices.queries import label
from expertteam.ui.words import listed

from .differences import Comparison, Group, Mark, PieceDiff, compare
from .marking import draw_marked
from .past import Deed
from .stands import Stand
from .timeline import Timeline

TITLES = {
    "verklaring": "Verklaringen",
    "kijk": "Wie het anders ziet",
    "kaartje": "Kaartjes",
    "verband": "Verbanden",
    "kring": "Kringen",
    "advies": "Advies",
    "zorg": "Zorg, patroon, profiel en klimaat",
}
MOST_RINGS = 24


@dataclass(frozen=True)
class ShownGroup:
    """The differences of one kind of piece, each with who made it."""

    title: str
    group: Group
    rows: tuple[tuple[PieceDiff, str], ...]


@dataclass(frozen=True)
class Compared:
    """The earlier stand, the later one, and what differs."""

    before: Stand
    after: Stand
    timeline: Timeline

    @cached_property
    def comparison(self) -> Comparison:
        exact = self.before.knows_order and self.after.knows_order
        return compare(self.before.state, self.after.state, label, order=exact)

    @property
    def is_same(self) -> bool:
        return self.comparison.is_same

    @cached_property
    def groups(self) -> list[ShownGroup]:
        shown = list(self.comparison.groups)
        if rings := ring_group(self.before.board, self.after.board):
            after_links = [place for place, one in enumerate(shown) if one.piece == "verband"]
            shown.insert(after_links[0] + 1 if after_links else len(shown), rings)
        return [
            ShownGroup(
                TITLES[one.piece], one, tuple((diff, self.who.get((diff.piece, diff.key), "")) for diff in one.diffs)
            )
            for one in shown
        ]  # fmt: skip

    @cached_property
    def who(self) -> dict[tuple[str, str], str]:
        """Per piece the names of who changed it between the two."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for deed in self.deeds:
            key = (deed.piece, "zorg" if deed.piece == "zorg" else deed.key)
            found.setdefault(key, {})[self.timeline.name(deed.who)] = None
        return {key: listed(names) for key, names in found.items()}

    @property
    def deeds(self) -> Iterable[Deed]:
        return (deed for deed in self.timeline.deeds if self.before.at < deed.at <= self.after.at)

    @property
    def before_picture(self) -> SafeString:
        return draw_marked(self.before.board, self.comparison, Mark.GONE, "eerder")

    @property
    def after_picture(self) -> SafeString:
        return draw_marked(self.after.board, self.comparison, Mark.ADDED, "later")


def ring_group(before: Board, after: Board) -> Group | None:
    """The rings that came and went; a ring is its links. None when they are the same."""
    old, new = rings_of(before), rings_of(after)
    diffs = [
        *(PieceDiff("kring", str(key), Mark.ADDED, *told) for key, told in new.items() if key not in old),
        *(PieceDiff("kring", str(key), Mark.GONE, *told) for key, told in old.items() if key not in new),
    ]
    return Group("kring", "kring", "kringen", tuple(diffs[:MOST_RINGS])) if diffs else None


def rings_of(board: Board) -> dict[frozenset[str], tuple[str, str]]:
    """Per ring its sentence and what it does."""
    return {
        frozenset(f"{edge.source}-{edge.target}-{edge.kind}" for edge in ring.edges): (
            ring_sentence(ring), ring_title(ring.kind),
        )
        for ring in board.ring_set.rings
    }  # fmt: skip


def compared(one: Stand, other: Stand, timeline: Timeline) -> Compared:
    """The two laid beside each other, the earlier one first."""
    before, after = sorted((one, other), key=lambda stand: (stand.is_now, stand.at))
    return Compared(before, after, timeline)
