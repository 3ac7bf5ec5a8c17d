"""A VAR_DIR of its own for each test of the embedded services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import own_var_dir


@pytest.fixture
def var_dir() -> Iterator[Path]:
    with own_var_dir() as folder:
        yield folder
