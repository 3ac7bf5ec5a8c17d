"""Forty meetings at once over a real web process: how soon a change is on every screen, and what that costs.

The clients run in the process that measures, on the same processors as the web process and the database.
"""

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from asgiref.sync import sync_to_async
from django.db import connection
from django.urls import reverse

from analysis.board.models import Analysis, Element
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.live_web import Visitor, Web, a_web, connections, cookie_of
from tests.losing import Text, Typist, fate_of, meeting

from .data import somebody
from .lines import Line
from .live_data import boards_of, colleagues
from .place import restart_database
from .sizes import Sizes

WORDS = "ligt op de bank en zegt niets terwijl iedereen iets van hem wil"
GIVE_UP = 30.0


@dataclass
class Room:
    """A meeting: its case, its cards, who is there, and when which save came on which screen (seconds)."""

    case: Case
    cards: list[Element]
    versions: dict[int, int]
    visitors: list[Visitor]
    sent: dict[str, float] = field(default_factory=dict)
    seen: dict[str, list[float]] = field(default_factory=dict)
    answered: list[float] = field(default_factory=list)
    open: int = 0

    def path(self, name: str) -> str:
        return reverse(f"analysis:{name}", args=[self.case.number])


async def watch(room: Room, visitor: Visitor) -> None:
    """A screen: notes when it was told of which save."""
    since = await sync_to_async(lambda: Analysis.objects.get(case=room.case).version)()
    async for event, data in visitor.stream(f"{room.path('live_stream')}?vanaf={since}&tab={uuid4()}"):
        if event == "mensen":
            room.open += not room.seen.get(str(id(visitor)))
            room.seen.setdefault(str(id(visitor)), [0.0])
        if event == "stand":
            now = time.perf_counter()
            for values in data["fields"].values():
                for word in values.get("text", "").split():
                    if word in room.sent:
                        room.seen.setdefault(word, []).append(now - room.sent[word])


async def write(room: Room, visitor: Visitor, card: Element, every: float, until: float) -> None:
    """A person: saves one card of their own every so many seconds, with a new word each time."""
    pick = random.Random(card.pk)  # nosec B311
    await asyncio.sleep(pick.uniform(0, every))
    while time.perf_counter() < until:
        word = f"w{uuid4().hex[:10]}"
        sent = {"op": uuid4(), "piece": "kaartje", "pk": card.pk, "field": "text"}
        room.sent[word] = began = time.perf_counter()
        value = f"{WORDS} {word}"
        status, answer = await visitor.post(
            room.path("live_save"), {**sent, "version": room.versions[card.pk], "value": value}
        )
        assert status == 200, status
        room.versions[card.pk] = answer["version"]
        room.answered.append(time.perf_counter() - began)
        await asyncio.sleep(max(0.0, every - (time.perf_counter() - began)))


async def hold(
    web: Web, rooms: list[Room], screens: list[list[Visitor]], every: float, seconds: float
) -> dict[str, Any]:
    """All meetings for so long; what was found."""
    watching = [
        asyncio.create_task(watch(room, visitor))
        for room, visitors in zip(rooms, screens, strict=True)
        for visitor in visitors
    ]
    everybody = sum(map(len, screens))
    while sum(room.open for room in rooms) < everybody:
        await asyncio.sleep(0.1)
    opened = await sync_to_async(connections)()
    until, computed = time.perf_counter() + seconds, web.processor_seconds()
    await asyncio.gather(
        *(
            write(room, visitor, card, every, until)
            for room in rooms
            for visitor, card in zip(room.visitors, room.cards, strict=True)
        )
    )
    await _until_told(rooms, len(screens[0]))
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    computed = web.processor_seconds() - computed
    return {"schermen": everybody, "verbindingen van open schermen": opened, "rekentijd": computed}


async def _until_told(rooms: list[Room], screens: int) -> None:
    """Until every save is on every screen of its meeting, or too long ago."""
    deadline = time.perf_counter() + GIVE_UP
    while time.perf_counter() < deadline:
        if all(len(room.seen.get(word, [])) >= screens for room in rooms for word in room.sent):
            return
        await asyncio.sleep(0.1)


def share(times: list[float], part: float) -> float:
    """The time within which this part of them fell, in milliseconds; infinite when too few came at all."""
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] * 1000


def slowest_screens(rooms: list[Room], screens: int) -> list[float]:
    """Per save the time until the last screen of its meeting had it."""
    return [
        max(room.seen[word]) if len(room.seen.get(word, [])) >= screens else float("inf")
        for room in rooms
        for word in room.sent
    ]


def meetings(sizes: Sizes) -> Iterator[Line]:
    """One meeting, and then as many at once as there are."""
    by = somebody("vergaderingen")
    with a_web() as web:
        alone = measure(web, by, 1, sizes)
        together = measure(web, by, sizes.meetings, sizes)
    for name, (times, answers, found) in (("één bijeenkomst", alone), ("alle bijeenkomsten", together)):
        yield Line(
            f"op alle schermen, 95 %, {name}", round(share(times, 0.95), 1), "ms", "hoogstens 500", found
        )
        yield Line(f"op alle schermen, de helft, {name}", round(share(times, 0.5), 1), "ms", name, found)
        yield Line(f"bewaard, 95 %, {name}", round(share(answers, 0.95), 1), "ms", name, found)


def measure(
    web: Web, by: Person, count: int, sizes: Sizes
) -> tuple[list[float], list[float], dict[str, Any]]:
    """(times until on all screens, times until answered, sizes) of so many meetings at once."""
    people = [cookie_of(person) for person in colleagues(by, sizes.people)]
    rooms, screens = [], []
    for case, cards in boards_of(by, count, sizes.people, sizes.elements, sizes.links):
        mine = cards[: sizes.people]
        visitors = [Visitor(web.port, session) for session in people]
        rooms.append(Room(case, mine, {card.pk: card.version for card in mine}, visitors))
        screens.append([Visitor(web.port, session) for session in people])
    found = asyncio.run(hold(rooms, screens, sizes.every, sizes.seconds))
    saves = sum(len(room.sent) for room in rooms)
    found |= {"bijeenkomsten": count, "bewaard": saves, "per seconde": round(saves / sizes.seconds, 1)}
    times = slowest_screens(rooms, sizes.people)
    found["nooit aangekomen"] = sum(one == float("inf") for one in times)
    return times, [one for room in rooms for one in room.answered], found


def losses(sizes: Sizes) -> Iterator[Line]:
    """Everybody types while the web process is killed three times and the database is restarted once."""
    by = somebody("verlies")
    (case, cards), *_ = boards_of(by, 1, sizes.typists, sizes.typists + 4, 0)
    with a_web() as web:
        typists = [
            _typist(web, case, person, number, [cards[number], *cards[-4:]])
            for number, person in enumerate(colleagues(by, sizes.typists))
        ]
        asyncio.run(meeting(typists, sizes.losing, 1.0, _trouble(web, sizes.losing)))
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
