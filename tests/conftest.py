"""Every test runs against the real embedded database and broker of VAR_DIR (var/test when none is given)."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("VAR_DIR", str(Path(__file__).resolve().parent.parent / "var" / "test"))

from expertteam.embedded.session import services, var_dir_from_environment  # noqa: E402

pytest_plugins = ["tests.cast"]


def pytest_configure(config: pytest.Config) -> None:
    """Start the services before Django connects; whoever leaves last (also with xdist) stops them."""
    running = services(var_dir_from_environment())
    running.__enter__()
    config.add_cleanup(lambda: running.__exit__(None, None, None))
