"""Where the embedded services keep their things, worked out from VAR_DIR alone.

The choice is made once and written down in VAR_DIR/place.json, so that every process (launcher,
`manage.py`, tests) finds the same database, also after the rights of a directory have changed.
"""

import hashlib
import json
import os
import re
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .account import Account, can_reach, service_account
from .speech import EmbeddedError

SYSTEM_STATE = Path("/var/lib")
# A unix socket path holds 107 bytes; the longest name in the directory is "/.s.PGSQL.5432".
LONGEST_SOCKET_DIR = 107 - len("/.s.PGSQL.5432")
# PostgreSQL reads the socket directories as a list and pg_ctl passes options through a shell.
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._+@:-]+\Z")


@dataclass(frozen=True)
class Place:
    """All paths of one VAR_DIR. `state` and `sockets` belong to the account of the services, 0700."""

    var: Path
    state: Path
    sockets: Path

    @property
    def cluster(self) -> Path:
        return self.state / "cluster"

    @property
    def broker(self) -> Path:
        return self.state / "broker"

    @property
    def broker_socket(self) -> Path:
        return self.sockets / "broker.sock"

    @property
    def passfile(self) -> Path:
        return self.var / "database.pass"

    @property
    def programs(self) -> Path:
        """Copies of the programs, for when their account may not walk to the packages."""
        return self.state.with_name("programs")

    @property
    def account(self) -> Account:
        return service_account(self.state)


def place_of(var_dir: Path) -> Place:
    """Place belonging to this VAR_DIR; decides and records it at the first call.

    Raises EmbeddedError when VAR_DIR cannot be made or read.
    """
    var = Path(var_dir).resolve()
    record = var / "place.json"
    try:
        var.mkdir(parents=True, exist_ok=True)
        if not record.exists():
            _write_once(record, json.dumps(_decide(var)))
        _ensure_passfile(var / "database.pass")
        (var / "static").mkdir(exist_ok=True)
        found = json.loads(record.read_text())
    except OSError as error:
        raise EmbeddedError(
            f"De map {var} is niet bruikbaar: {error.strerror}. Kies een andere met VAR_DIR=…"
        ) from None
    return Place(var, state=var / found["state"], sockets=var / found["sockets"])


def _decide(var: Path) -> dict[str, str]:
    """Paths relative to VAR_DIR where possible, so that it can be moved; absolute ones elsewhere."""
    key = hashlib.sha256(os.fsencode(var)).hexdigest()[:12]
    inside = can_reach(service_account(var / "state"), var)
    state = "state" if inside else str(SYSTEM_STATE / f"expertteam-{key}" / "state")
    sockets = f"{state}/sockets"
    if not _fits_socket(var / sockets):
        sockets = str(Path(tempfile.gettempdir()) / f"expertteam-{os.geteuid()}-{key}")
    return {"state": state, "sockets": sockets}


def _fits_socket(directory: Path) -> bool:
    return len(os.fsencode(directory)) <= LONGEST_SOCKET_DIR and bool(PLAIN_PATH.match(str(directory)))


def _ensure_passfile(path: Path) -> None:
    """Password of the database role in libpq's own format, readable by the owner of VAR_DIR only."""
    if not path.exists():
        _write_once(path, f"*:*:*:*:{secrets.token_urlsafe(32)}\n")


def _write_once(path: Path, text: str) -> None:
    """Write a 0600 file whole or not at all; when another process was first, its file stays."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    with os.fdopen(handle, "w") as out:
        out.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()


def read_password(place: Place) -> str:
    """Password of the database role, from the passfile."""
    return place.passfile.read_text().strip().rsplit(":", 1)[1]


def private_directory(path: Path, account: Account) -> None:
    """Make a directory that only the account can enter; refuse one that is somebody else's.

    Raises EmbeddedError when the path is something else: in /tmp anyone could have put it there.
    """
    try:
        path.mkdir(mode=0o700)
        account.give(path)
    except FileExistsError:
        found = path.lstat()
        if not path.is_dir() or path.is_symlink() or found.st_uid != account.uid:
            raise EmbeddedError(
                f"De map {path} is van een andere gebruiker. Start als die, of kies een andere VAR_DIR."
            ) from None
        if found.st_mode & 0o077:
            path.chmod(0o700)
    except OSError as error:
        raise EmbeddedError(f"De map {path} kan niet worden gemaakt: {error.strerror}.") from None


def open_directory(path: Path) -> None:
    """Make a directory of ours, and the one above it, that other accounts may walk through."""
    for step in (path.parent, path):
        if not step.exists():
            step.mkdir()
            step.chmod(0o755)
