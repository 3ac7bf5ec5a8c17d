"""Starts the embedded services for the whole session; with pytest-xdist only the controller starts and stops."""

from contextlib import ExitStack

import pytest
from django.conf import settings

from expertteam.embedded.session import services

pytest_plugins = ["tests.cast", "tests.browser"]

_session = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Before Django connects; a worker of pytest-xdist uses what its controller started."""
    only_looking = config.option.collectonly or config.option.help or config.option.markers
    if not hasattr(config, "workerinput") and not only_looking:
        _session.enter_context(services(settings.VAR_DIR))


def pytest_unconfigure(config: pytest.Config) -> None:
    _session.close()
