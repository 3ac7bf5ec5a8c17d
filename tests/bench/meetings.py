"""Forty meetings at once over a real web server: how soon a change is on every screen, and what that costs.

The clients run in the process that measures, on the same processors as the web processes and the database.
"""

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from uuid import uuid4

from asgiref.sync import sync_to_async
from django.db import connection
from django.urls import reverse

from analysis.board.models import Analysis, Element
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.live_web import Visitor, Web, a_web, connections, cookie_of, together
from tests.losing import Text, Typist, fate_of, meeting

from .data import somebody
from .lines import Line
from .live_data import boards_of, colleagues
from .place import restart_database
from .screens import Screen, Told, open_screens
from .sizes import Sizes

WORDS = "ligt op de bank en zegt niets terwijl iedereen iets van hem wil"
GIVE_UP = 30.0
# As docker-compose.yml has it, besides the one that tells open boards what happens.
PROCESSES = 2


@dataclass(frozen=True)
class Saved:
    """A save: which version of which card it made, when it was sent, and how long its answer took (seconds)."""

    card: int
    version: int
    sent: float
    took: float


@dataclass
class Site:
    """The processes of docker-compose.yml; a proxy would bring streams to the one that tells."""

    answering: Web
    telling: Web

    def processor_seconds(self) -> float:
        """How long they have been computing."""
        return self.answering.processor_seconds() + self.telling.processor_seconds()


@dataclass
class Room:
    """A meeting: its case, its cards, who is there, and what came on which screen when."""

    case: Case
    cards: list[Element]
    versions: dict[int, int]
    visitors: list[Visitor]
    saved: list[Saved] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def path(self, name: str) -> str:
        return reverse(f"analysis:{name}", args=[self.case.number])


async def write(room: Room, visitor: Visitor, card: Element, every: float, until: float) -> None:
    """A person: saves one card of their own every so many seconds, with a new word each time."""
    pick = random.Random(card.pk)  # nosec B311
    await asyncio.sleep(pick.uniform(0, every))
    while time.perf_counter() < until:
        sent = {
            "op": uuid4(),
            "piece": "kaartje",
            "pk": card.pk,
            "field": "text",
            "version": room.versions[card.pk],
        }
        began = time.perf_counter()
        answer = await answered(visitor, room.path("live_save"), {**sent, "value": f"{WORDS} {uuid4().hex}"})
        took = time.perf_counter() - began
        room.versions[card.pk] = answer["version"]
        room.saved.append(Saved(card.pk, answer["version"], began, took))
        await asyncio.sleep(max(0.0, every - took))


async def answered(visitor: Visitor, path: str, sent: dict[str, Any]) -> Any:
    """The answer; asked again over a new line when the server hung up a line that was quiet, as browsers do."""
    while True:
        try:
            status, answer = await visitor.post(path, sent)
        except OSError:
            continue
        assert status == 200, status
        return answer


async def hold(site: Site, rooms: list[Room], screens: list[list[Visitor]], sizes: Sizes) -> dict[str, Any]:
    """All meetings for so long; what was found. Saves of while everybody came in are forgotten."""
    watching = await asyncio.gather(*map(_watch, rooms, screens))
    opened = await sync_to_async(connections)()
    counts_from = time.perf_counter() + sizes.settle
    writing = [
        write(room, visitor, card, sizes.every, counts_from + sizes.seconds)
        for room in rooms
        for visitor, card in zip(room.visitors, room.cards, strict=True)
    ]
    _, computed = await asyncio.gather(asyncio.gather(*writing), _computed_after(site, sizes.settle))
    for room in rooms:
        room.saved = [one for one in room.saved if one.sent >= counts_from]
    await _until_told(rooms, len(screens[0]))
    for screen in chain(*watching):
        screen.transport.close()
    computed = site.processor_seconds() - computed
    return {
        "schermen": sum(map(len, screens)),
        "verbindingen van open schermen": opened,
        "rekentijd": computed,
    }


async def _watch(room: Room, visitors: list[Visitor]) -> list[Screen]:
    since = await sync_to_async(lambda: Analysis.objects.get(case=room.case).version)()
    paths = [f"{room.path('live_stream')}?vanaf={since}&tab={uuid4()}" for _ in visitors]
    opened = await open_screens(visitors, paths)
    room.told = [screen.told for screen in opened]
    return opened


async def _computed_after(site: Site, seconds: float) -> float:
    await asyncio.sleep(seconds)
    return site.processor_seconds()


async def _until_told(rooms: list[Room], screens: int) -> None:
    """Until every save is on every screen of its meeting, or too long ago."""
    deadline = time.perf_counter() + GIVE_UP
    while float("inf") in slowest_screens(rooms, screens) and time.perf_counter() < deadline:
        await asyncio.sleep(0.2)


def share(times: list[float], part: float) -> float:
    """The time within which this part of them fell, in milliseconds; infinite when too few came at all."""
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] * 1000


def slowest_screens(rooms: list[Room], screens: int) -> list[float]:
    """Per save the seconds until the last screen of its meeting had it, or a later version of the same card."""
    return [max(_on_screens(room, save, screens)) for room in rooms for save in room.saved]


def _on_screens(room: Room, save: Saved, screens: int) -> list[float]:
    moments = [
        min((at for version, at in told[save.card] if version >= save.version), default=float("inf"))
        for told in room.told
    ]
    return [one - save.sent for one in moments] + [float("inf")] * (screens - len(moments))


def meetings(sizes: Sizes) -> Iterator[Line]:
    """One meeting, and then as many at once as there are."""
    by = somebody("vergaderingen")
    seldom = {"LIVE_CHECK_SECONDS": "30"}
    with a_web(PROCESSES, **seldom) as answering, a_web(**seldom) as telling:
        site = Site(answering, telling)
        alone = measure(site, by, 1, sizes)
        together = measure(site, by, sizes.meetings, sizes)
    for name, (times, answers, found) in (("één bijeenkomst", alone), ("alle bijeenkomsten", together)):
        yield Line(
            f"op alle schermen, 95 %, {name}", round(share(times, 0.95), 1), "ms", "hoogstens 500", found
        )
        yield Line(f"op alle schermen, de helft, {name}", round(share(times, 0.5), 1), "ms", name, found)
        yield Line(f"bewaard, 95 %, {name}", round(share(answers, 0.95), 1), "ms", name, found)


def measure(
    site: Site, by: Person, count: int, sizes: Sizes
) -> tuple[list[float], list[float], dict[str, Any]]:
    """(times until on all screens, times until answered, sizes) of so many meetings at once."""
    people = [cookie_of(person) for person in colleagues(by, sizes.people)]
    rooms, screens = [], []
    for case, cards in boards_of(by, count, sizes.people, sizes.elements, sizes.links):
        mine = cards[: sizes.people]
        visitors = [Visitor(site.answering.port, session) for session in people]
        rooms.append(Room(case, mine, {card.pk: card.version for card in mine}, visitors))
        screens.append([Visitor(site.telling.port, session) for session in people])
    found = together(hold(site, rooms, screens, sizes))
    saves = sum(len(room.saved) for room in rooms)
    found["rekentijd van de website per keer bewaren, ms"] = round(found.pop("rekentijd") * 1000 / saves, 1)
    found |= {"bijeenkomsten": count, "bewaard": saves, "per seconde": round(saves / sizes.seconds, 1)}
    times = slowest_screens(rooms, sizes.people)
    found["nooit aangekomen"] = sum(one == float("inf") for one in times)
    return times, [save.took for room in rooms for save in room.saved], found


def losses(sizes: Sizes) -> Iterator[Line]:
    """Everybody types while the web process is killed three times and the database is restarted once."""
    by = somebody("verlies")
    (case, cards), *_ = boards_of(by, 1, sizes.typists, sizes.typists + 4, 0)
    with a_web() as web:
        typists = [
            _typist(web, case, person, number, [cards[number], *cards[-4:]])
            for number, person in enumerate(colleagues(by, sizes.typists))
        ]
        together(meeting(typists, sizes.losing, 1.0, _trouble(web, sizes.losing)))
        connection.close()  # that of before the restart
        fate = fate_of(Analysis.objects.get(case=case), typists)
    found = {
        "mensen": len(typists), "seconden": sizes.losing, "woorden": fate.typed, "in een botsing": fate.waiting,
        "opnieuw gestuurd": sum(one.again for one in typists), "dubbel": len(fate.twice),
    }  # fmt: skip
    yield Line("verloren woorden", len(fate.lost), "woorden", "0", found)
    yield Line("dubbele woorden", len(fate.twice), "woorden", "0", found)


def _typist(web: Web, case: Case, person: Person, number: int, cards: list[Element]) -> Typist:
    save, settle = "analysis:live_save", "analysis:live_settle"
    texts = [
        Text(
            reverse(save, args=[case.number]),
            lambda pk: reverse(settle, args=[case.number, pk]),
            "verklaring", card.pk, card.version, card.text,
        )
        for card in cards
    ]  # fmt: skip
    visitor = Visitor(web.port, cookie_of(person))
    return Typist(f"p{number}", person.user.pk, visitor, texts, random.Random(number))  # nosec B311


async def _trouble(web: Web, seconds: float) -> None:
    for what in ("web", "web", "database", "web"):
        await asyncio.sleep(seconds / 5)
        if what == "database":
            await sync_to_async(restart_database)()
        else:
            web.kill()
            await sync_to_async(web.start)()
