"""The measurement of meetings works in its smallest form: every save comes on every screen."""

import pytest

from expertteam.connections.kept import KEPT

from .meetings import meetings, share
from .sizes import FULL, SMALLEST


@pytest.mark.worker
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_meetings_of_two_people() -> None:
    lines = list(meetings(SMALLEST))
    assert {line.unit for line in lines} == {"ms"} and len(lines) == 6
    for line in lines:
        assert line.sizes["nooit aangekomen"] == 0 and line.sizes["bewaard"] > 0
        # One that listens, and those a web process keeps for its next requests; never more with more screens.
        assert line.sizes["verbindingen van open schermen"] <= 1 + KEPT


def test_the_full_form_is_as_large_as_we_promise() -> None:
    assert FULL.meetings * FULL.people / FULL.every == 120
    assert (FULL.typists, FULL.losing) == (15, 120.0)


def test_a_share_of_times() -> None:
    assert share([n / 1000 for n in range(100)], 0.95) == 95
    assert share([0.001, float("inf")], 0.95) == float("inf")
