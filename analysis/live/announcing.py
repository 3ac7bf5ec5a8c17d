"""What web processes tell each other through the database: numbers and keys, never words."""

import json
from dataclasses import asdict, dataclass

from django.db import connection

STEPS = "analysis"
HERE = "analysis_hier"
RIGHTS = "analysis_rechten"
SESSION = "sessie:"


@dataclass(frozen=True)
class Presence:
    """Somebody is on a board: in which tab, at which piece (a key, or empty), typing or not.

    `away`: the tab is gone. `active`: the person did something just now; otherwise it only says that the tab is open.
    """

    analysis: int
    user: int
    tab: str
    where: str = ""
    typing: bool = False
    away: bool = False
    active: bool = True

    def as_payload(self) -> str:
        """For a notification: always well under the 8000 bytes that fit."""
        return json.dumps(asdict(self))


def announce(presence: Presence) -> None:
    """Tell every web process; delivered when the transaction ends, and writes nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [HERE, presence.as_payload()])


def read_step(payload: str) -> tuple[int, int]:
    """(analysis, number) of an announced step (see the migration); ValueError for anything else."""
    analysis, _, number = payload.partition(":")
    return int(analysis), int(number)


def read_rights(payload: str) -> int | str:
    """Whose rights changed (see the migrations): the key of a user, or that of a session that was ended."""
    return payload.removeprefix(SESSION) if payload.startswith(SESSION) else int(payload)


def read_presence(payload: str) -> Presence:
    """What `announce` told; ValueError or TypeError for anything else."""
    return Presence(**json.loads(payload))
