"""It is always the same Monday morning here, so that dates in the tests stay in the past and ages stay the same."""

from collections.abc import Iterator

import pytest
import time_machine


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:42+01:00"):
        yield
