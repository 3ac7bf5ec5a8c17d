"""Starts the embedded services for the whole session; with pytest-xdist only the controller starts and stops."""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from expertteam.embedded.session import services, var_dir_from_environment

# A bare `pytest` never touches the data of a running `make run`.
os.environ.setdefault("VAR_DIR", str(Path(__file__).resolve().parent.parent / "var" / "test"))

pytest_plugins = ["tests.cast", "tests.browser"]

_session = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Before Django connects; a worker of pytest-xdist uses what its controller started."""
    only_looking = config.option.collectonly or config.option.help or config.option.markers
    if not hasattr(config, "workerinput") and not only_looking:
        _session.enter_context(services(var_dir_from_environment()))


def pytest_unconfigure(config: pytest.Config) -> None:
    _session.close()
