"""The measurements run in their smallest form, say what they should, and leave nothing behind."""

import json

import pytest

from cases.casefile.models import Case
from expertteam.accounts.models import Team

from .lines import quickest
from .run import measure_all
from .sizes import FULL, SMALLEST


def test_every_line_is_json_with_the_same_five_keys(db: None) -> None:
    lines = [json.loads(str(line)) for line in measure_all(SMALLEST)]
    assert len({line["name"] for line in lines}) == len(lines) > 10
    for line in lines:
        assert set(line) == {"name", "value", "unit", "against", "sizes"}
        assert line["value"] > 0
        assert line["unit"] in {"keer", "ms", "vragen"}
        assert line["against"] and line["sizes"]
    asked = {line["name"]: line["value"] for line in lines if line["unit"] == "vragen"}
    assert asked["vragen voor de cijfers van een jaar"] <= 3
    assert (Case.objects.count(), Team.objects.count()) == (0, 0)


def test_the_quickest_time_counts() -> None:
    times = iter([0.0, 9.0, 10.0, 12.0, 20.0, 21.0])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("tests.bench.lines.time.perf_counter", lambda: next(times))
        assert quickest(lambda: None, 2) == 1000


def test_the_full_form_is_as_large_as_we_promise() -> None:
    assert (FULL.cases[1], FULL.register_rows[1], FULL.elements, FULL.links) == (10_000, 1_000, 40, 60)
