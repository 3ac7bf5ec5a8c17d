"""What every open page needs now and then: a sign of life, being known to other processes, being looked at again."""

from collections.abc import Iterable

from django.conf import settings

from .announcing import Presence, announce
from .watching import Watcher, as_event, deliver

# Seconds between two signs of life. A page that hears nothing for longer asks by itself.
HEARTBEAT = 15.0
ANNOUNCE_EVERY = 20.0
TICK = as_event("tik", {})


def begin(watcher: Watcher, now: float) -> None:
    """A page was opened: everybody hears so at the next round."""
    watcher.beat_at, watcher.announce_at = now + HEARTBEAT, now
    watcher.check_at = now + settings.LIVE_CHECK_SECONDS


def go_round(watchers: Iterable[Watcher], now: float) -> list[Watcher]:
    """Do what is due; gives the pages of which must be asked again whether they may see this.

    Each page has its own moments, so that hundreds that were opened over a minute do not all come at once.
    """
    everybody = list(watchers)
    _beat([one for one in everybody if one.beat_at <= now], now)
    _announce([one for one in everybody if one.announce_at <= now], now)
    look = [one for one in everybody if one.check_at <= now]
    for one in look:
        one.check_at = now + settings.LIVE_CHECK_SECONDS
    return look


def _beat(due: list[Watcher], now: float) -> None:
    for one in due:
        one.beat_at = now + HEARTBEAT
    deliver([(one, TICK) for one in due])


def _announce(due: list[Watcher], now: float) -> None:
    for one in due:
        one.announce_at = now + ANNOUNCE_EVERY
    if due:
        announce(*(Presence(one.analysis, one.user, one.tab, active=False) for one in due))
