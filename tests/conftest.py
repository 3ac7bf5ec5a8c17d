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


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With two processes: one broker serves one test at a time, and one running site serves all its tests."""
    for item in items:
        if item.get_closest_marker("worker"):
            item.add_marker(pytest.mark.xdist_group("worker"))
        elif item.get_closest_marker("e2e"):
            item.add_marker(pytest.mark.xdist_group("browser"))
