"""Which moments of an analysis can be read, compared and brought back, and how an address calls them.

`nu` is now, `v3` is fixed version 3, and `t` with a number is a moment: millionths of a second since 1970, the time
of a record in the history.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from django.utils import timezone

from analysis.board.models import Analysis
from analysis.board.queries import Board, board_of
from cases.casefile.models import Case
from expertteam.ui.dates import long_date

from .boards import board_from
from .content import state_of
from .models import FixedVersion
from .past import state_at
from .state import State, state_from

NOW = "nu"
_KEY = re.compile(r"v([1-9][0-9]{0,8})|t([0-9]{10,17})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass
class Stand:
    """The analysis as it stood at one moment; the pieces are read when they are asked for.

    `name` fits in a sentence: «versie 2». `knows_order`: whether cards and advice lie exactly as they lay.
    """

    key: str
    name: str
    at: datetime
    case: Case
    read: Callable[[], State]
    knows_order: bool = True
    version: FixedVersion | None = None

    @cached_property
    def state(self) -> State:
        return self.read()

    @cached_property
    def board(self) -> Board:
        return board_from(self.case, self.state)

    @property
    def is_now(self) -> bool:
        return self.key == NOW


def key_of(moment: datetime) -> str:
    """How an address calls this moment."""
    return f"t{(moment - _EPOCH) // _MICROSECOND}"


def moment_of(key: str) -> datetime | None:
    """The moment an address calls so; None when it is not one, or has yet to come."""
    found = _KEY.fullmatch(key)
    if found is None or not found[2]:
        return None
    moment = _EPOCH + int(found[2]) * _MICROSECOND
    return moment if moment <= timezone.now() else None


def stand_of(case: Case, analysis: Analysis, key: str) -> Stand | None:
    """What an address calls so, of this analysis; None when there is no such moment. One query for a version."""
    if key == NOW:
        return now_of(case, analysis)
    found = _KEY.fullmatch(key)
    if found and found[1]:
        version = FixedVersion.objects.filter(analysis=analysis, number=int(found[1])).first()
        return fixed_stand(case, version) if version else None
    moment = moment_of(key)
    return past_stand(case, analysis, moment) if moment else None


def now_of(case: Case, analysis: Analysis) -> Stand:
    """How it stands now."""
    return Stand(NOW, "nu", timezone.now(), case, lambda: state_of(board_of(case, analysis)))


def fixed_stand(case: Case, version: FixedVersion) -> Stand:
    """A fixed version."""
    return Stand(
        f"v{version.number}",
        f"versie {version.number}",
        version.fixed_at,
        case,
        lambda: state_from(version.content["state"]),
        version=version,
    )


def past_stand(case: Case, analysis: Analysis, moment: datetime) -> Stand:
    """How it stood at a moment."""
    local = timezone.localtime(moment)
    name = f"{long_date(local.date())} om {local:%H:%M}"
    return Stand(key_of(moment), name, moment, case, lambda: state_at(analysis, moment), knows_order=False)
