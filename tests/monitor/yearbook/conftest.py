"""The two registers of the team, taken over."""

import pytest

from expertteam.access.person import Person
from monitor.register.actions import take_over
from tests.monitor.register.test_take_over import rows_of


@pytest.fixture
def both_years(carla: Person) -> Person:
    """Carla, with the cases of 2023 and 2024."""
    for year in (2023, 2024):
        take_over(by=carla, rows=rows_of(year))
    return carla
