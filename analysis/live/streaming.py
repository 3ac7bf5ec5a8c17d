"""The stream of what happens on a board, and the same as one answer for who asks now and then."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET

from analysis.board.actions import analysis_of
from analysis.board.models import Analysis
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest

from .announcing import Presence, announce
from .hub import hub
from .messages import News, news_of
from .presence import as_seen_by, initials
from .watching import Watcher

# In one web process; a page that gets no stream asks every few seconds instead.
MOST_STREAMS = 100
_open: Counter[int] = Counter()
"""How many streams each person has open in this process; changed in the loop of the server only."""
BEGIN = b"retry: 2000\n\n"


@require_GET
@case_page("analysis.read")
def live_stream(request: PersonRequest, case: Case) -> Any:
    """Server-Sent Events of one board: GET `vanaf` (the version the page has; or Last-Event-ID) and `tab` (UUID).

    Events: `stand`, `beeld`, `mensen`, `opnieuw`, and `tik` every 15 seconds. Ends when the right to read is gone.
    429 for who has very many open already.
    """
    if _open[request.person.user.pk] >= MOST_STREAMS:
        return HttpResponse(status=429)
    analysis = analysis_of(case)
    since = _number(request.headers.get("Last-Event-ID")) or _number(request.GET.get("vanaf"))
    since = analysis.version if since is None else since
    watcher = Watcher(
        tab=_tab(request),
        analysis=analysis.pk,
        case=case.pk,
        user=request.person.user.pk,
        team=case.team_id,
        session=request.session.session_key or "",
        may_write="analysis.change" in case.rights,
        told=since,
        pictured=since,
    )
    return EventStream(events_for(watcher))


class EventStream(StreamingHttpResponse):
    """Events as they come. They are bytes already: the layers with which Django makes them so are left out."""

    def __init__(self, events: AsyncIterator[bytes]) -> None:
        super().__init__(events, content_type="text/event-stream", headers={"X-Accel-Buffering": "no"})
        self.events = events

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.events


async def events_for(watcher: Watcher) -> AsyncIterator[bytes]:
    """What is written to this page, as long as it stays open."""
    watcher.loop = asyncio.get_running_loop()
    hub.join(watcher)
    _open[watcher.user] += 1
    try:
        yield BEGIN
        while not watcher.ended:
            await watcher.something.wait()
            watcher.something.clear()
            yield b"".join(watcher.take())
    finally:
        hub.leave(watcher)
        _open[watcher.user] -= 1


@require_GET
@case_page("analysis.read")
def board_state(request: PersonRequest, case: Case) -> HttpResponse:
    """The same as one answer, for who lost the stream: GET `vanaf` and `tab`.

    `{"number", "stand", "beeld", "mensen"}` with the messages of the stream; `stand` and `beeld` are null when nothing
    changed; `{"number", "opnieuw": true}` when the board must be fetched again.
    """
    analysis = analysis_of(case)
    since = _number(request.GET.get("vanaf"))
    since = analysis.version if since is None else since
    announce(Presence(analysis.pk, request.person.user.pk, _tab(request), active=False))
    people = as_seen_by(hub.people(analysis.pk) or [_me(request)], request.person.user.pk)
    if since == analysis.version:
        return JsonResponse({"number": since, "stand": None, "beeld": None, "mensen": people})
    return JsonResponse(_state(request, case, analysis, since) | {"mensen": people})


def _state(request: PersonRequest, case: Case, analysis: Analysis, since: int) -> dict[str, Any]:
    may_write = "analysis.change" in case.rights
    news: News | None = news_of(case, analysis.pk, since)
    stand = news.since(since, may_write) if news is not None else None
    if news is None or stand is None:
        return {"number": analysis.version, "opnieuw": True}
    return {"number": news.number, "stand": stand, "beeld": news.picture(may_write)}


def _me(request: PersonRequest) -> dict[str, Any]:
    name = request.person.user.name
    return {
        "id": request.person.user.pk,
        "name": name,
        "initials": initials(name),
        "where": "",
        "typing": False,
        "idle": False,
    }


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


def _tab(request: PersonRequest) -> str:
    try:
        return str(UUID(request.GET.get("tab", "")))
    except ValueError:
        return str(uuid5(NAMESPACE_OID, request.session.session_key or ""))
