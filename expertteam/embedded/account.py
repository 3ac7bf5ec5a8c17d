"""The account under which database and broker run: never root, because PostgreSQL refuses it."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

UNPRIVILEGED = "nobody"


@dataclass(frozen=True)
class Account:
    """A user of this machine; `dropped` tells that we are root and must step down to it."""

    uid: int
    gid: int
    dropped: bool

    def run_as(self) -> dict[str, Any]:
        """Arguments for `subprocess.run`: under this account, and out of reach of Ctrl-C."""
        rights: dict[str, Any] = {
            "umask": 0o077,
            "env": {"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            "start_new_session": True,
        }
        if self.dropped:
            rights |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return rights

    def give(self, path: Path) -> None:
        """Make a path that we just created the property of this account."""
        if self.dropped:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def service_account(state: Path) -> Account:
    """The account for the services: ourselves, or when we are root the owner of the data, or else nobody."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), dropped=False)
    if state.is_dir():
        owner = state.stat()
        if owner.st_uid != 0:
            return Account(owner.st_uid, owner.st_gid, dropped=True)
    entry = pwd.getpwnam(UNPRIVILEGED)
    return Account(entry.pw_uid, entry.pw_gid, dropped=True)


def can_reach(account: Account, path: Path) -> bool:
    """Whether the account may walk to this existing path (every directory above it included)."""
    if not account.dropped:
        return True
    return all(_may_enter(account, step) for step in (path, *path.parents) if step.is_dir())


def _may_enter(account: Account, directory: Path) -> bool:
    found = directory.stat()
    if found.st_uid == account.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == account.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)
