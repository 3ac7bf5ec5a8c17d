"""A VAR_DIR of its own for a test, stopped and cleared afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from expertteam.embedded.place import place_of
from expertteam.embedded.session import stop_services


@pytest.fixture
def var_dir() -> Iterator[Path]:
    """Reachable for the account of the services, which pytest's own directories are not when we are root."""
    folder = Path(tempfile.mkdtemp(prefix="et-"))
    folder.chmod(0o755)
    place = place_of(folder / "var")
    yield place.var
    stop_services(place)
    for path in (place.state, place.sockets, folder):
        shutil.rmtree(path, ignore_errors=True)
