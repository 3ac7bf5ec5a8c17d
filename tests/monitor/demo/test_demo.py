"""`manage.py demo`: twice is once, this year lives in both teams, and the years of the registers stay what they are."""

import json
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from analysis.board.models import Analysis
from analysis.versions.past import deeds_of, state_at
from analysis.versions.state import state_from
from cases.casefile.models import Case, Phase
from expertteam.accounts.models import Role, Team, User
from monitor.demo.people import PASSWORD, TEAMS
from monitor.figures import as_published, figures_of

DATA = Path(__file__).parents[2] / "data"
pytestmark = pytest.mark.django_db


def demo(*words: str) -> str:
    out = StringIO()
    call_command("demo", *words, stdout=out)
    return out.getvalue()


@pytest.fixture(params=["23 November 2026", "2 January 2027", "29 February 2028"])
def today(request: pytest.FixtureRequest) -> Iterator[date]:
    with time_machine.travel(f"{request.param} 11:00 +0100", tick=False):
        yield timezone.localdate()


def test_fills_both_teams_and_leaves_the_registers_alone(today: date) -> None:
    assert demo().startswith("Demo: 106 casussen erbij.")
    groningen = Team.objects.get(code="groningen")
    for year in (2023, 2024):
        expected = json.loads((DATA / f"register-{year}.expected.json").read_text())
        assert as_published(figures_of(groningen, year)[0]) == expected
    for team in Team.objects.all():
        own = Case.objects.filter(team=team, source_key__startswith="demo:")
        days = set(own.values_list("referral__referred_on", flat=True))
        assert own.count() >= 2
        assert {today.year} <= {day.year for day in days} <= {today.year, today.year - 1, today.year - 2}
        assert max(days) <= today
        assert figures_of(team, today.year)[0].total > 0


def test_twice_is_once() -> None:
    demo()
    before = (Case.objects.count(), User.objects.count(), Case.history.count())
    assert demo() == "Demo: alles staat er al.\n"
    assert (Case.objects.count(), User.objects.count(), Case.history.count()) == before


def test_an_analysis_shows_three_weeks_of_work(today: date) -> None:
    demo()
    analysis = Analysis.objects.get(case__source_key="demo:groningen-jesse")
    versions = analysis.fixed_versions.order_by("number")
    assert [one.why for one in versions] == ["besproken", "besproken", "met_de_hand"]
    for one in versions:
        then = state_at(analysis, one.fixed_at)
        kept = state_from(one.content["state"])
        assert set(then.cards) == set(kept.cards) and set(then.links) == set(kept.links)
        assert then.explanations == kept.explanations and set(then.advices) == set(kept.advices)
    assert max(deed.at for deed in deeds_of(analysis)) <= timezone.now()


def test_shows_every_phase_of_the_work() -> None:
    demo()
    phases = set(Case.objects.filter(source_key__startswith="demo:").values_list("phase", flat=True))
    assert phases >= {Phase.TRIAGE, Phase.WAITING, Phase.ANALYSIS, Phase.CLOSED}


def test_a_password_somebody_chose_stays() -> None:
    demo()
    carla = User.objects.get(email="carla@groningen.example")
    assert carla.check_password(PASSWORD)
    carla.set_password("iets-heel-anders-1")
    carla.save()
    demo()
    carla.refresh_from_db()
    assert carla.check_password("iets-heel-anders-1")


def test_everybody_can_be_told_apart() -> None:
    said = demo("--people")
    assert PASSWORD in said
    for team in TEAMS:
        assert {role for _, _, role in team.people} == set(Role)
        assert all(f"{first}@{team.code}.example" in said for first, _, _ in team.people)
    assert not User.objects.exists(), "showing who there is makes nobody"


def test_not_where_real_work_is_done(settings: object) -> None:
    settings.EMBEDDED = False  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="niets gedaan"):
        demo()
    assert not User.objects.exists()
