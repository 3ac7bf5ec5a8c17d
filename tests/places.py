"""A VAR_DIR for a test, stopped and cleared afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from expertteam.embedded.place import place_of
from expertteam.embedded.reset import clear


@contextmanager
def own_var_dir() -> Iterator[Path]:
    """Reachable for the account of the services; pytest's own directories are not when we are root.

    There the data would land in /var/lib and stay behind.
    """
    folder = Path(tempfile.mkdtemp(prefix="et-"))
    folder.chmod(0o755)
    place = place_of(folder / "var")
    try:
        yield place.var
    finally:
        clear(place)
        shutil.rmtree(folder)
