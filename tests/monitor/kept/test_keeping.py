"""What the monitor keeps of a case that goes: the figures stay the same, and nothing says who it was."""

import json
from datetime import date

import pytest

from cases.casefile.models import Case, Phase
from expertteam.access.person import Person
from monitor.figures import as_published, figures_of
from monitor.kept.actions import keep_figures
from monitor.kept.models import KeptCase
from monitor.register.actions import take_over
from tests.factories import make_case
from tests.monitor.register.test_take_over import rows_of


def test_all_cases_of_two_years_go_and_no_figure_changes(carla: Person) -> None:
    for register in (2023, 2024):
        take_over(by=carla, rows=rows_of(register))
    before = [vars(figures) for figures in figures_of(carla.team, 2024)]
    for case in Case.objects.all():
        keep_figures(carla, case)
    Case.objects.update(phase=Phase.DECLINED)  # as good as gone for the figures
    assert KeptCase.objects.count() == 64
    assert [vars(figures) for figures in figures_of(carla.team, 2024)] == before


def test_what_is_kept_and_what_lives_add_up(carla: Person) -> None:
    take_over(by=carla, rows=rows_of(2024))
    before = as_published(figures_of(carla.team, 2024)[0])
    case = Case.objects.order_by("pk").first()
    assert case is not None
    keep_figures(carla, case)
    Case.objects.filter(pk=case.pk).update(phase=Phase.DECLINED)
    assert as_published(figures_of(carla.team, 2024)[0]) == before


def test_nothing_says_who_it_was(petra: Person) -> None:
    case = make_case(petra, first_name="Fenna", last_name="Hoekstra", birth_date=date(2011, 4, 2))
    keep_figures(petra, case)
    row = KeptCase.objects.values().get()
    told = json.dumps({**row, "id": ""}, default=str)
    for secret in ("Fenna", "Hoekstra", "2011", "2026-02-11", case.number, "moeten"):
        assert secret not in told
    assert set(row) == {
        "id",
        "team_id",
        "year",
        "answers",
        "days_to_advice",
        "days_to_closing",
        "days_to_meeting",
    }


@pytest.mark.parametrize("phase", [Phase.DECLINED, Phase.REFERRED_ON])
def test_of_a_case_that_does_not_count_nothing_stays(petra: Person, phase: Phase) -> None:
    keep_figures(petra, make_case(petra, phase=phase))
    assert not KeptCase.objects.exists()


def test_another_team_does_not_count_it(petra: Person, fokke: Person) -> None:
    keep_figures(petra, make_case(petra))
    assert figures_of(petra.team, 2026)[0].total == 2 and figures_of(fokke.team, 2026)[0].total == 0
