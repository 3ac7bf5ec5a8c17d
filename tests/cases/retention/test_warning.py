"""Before anything goes, somebody could read that it will: thirty days, whatever happens."""

from datetime import date, timedelta

import pytest

from cases.casefile.models import Case, Phase
from cases.followup.models import Closure
from cases.retention.actions import PolicyData, change_policy, end_hold, hold, release
from cases.retention.destroying import plan_destructions, warn_all
from cases.retention.models import Destruction, RetentionWarning
from cases.retention.queries import ended_cases
from expertteam.access.person import Person
from tests.cases.retention.ended import LAST_DAY, TERM_ENDS, WARNING, closed_case
from tests.factories import make_case

DAY = timedelta(days=1)


def destroyed_on(day: date) -> list[str]:
    return [job.case_number for job in plan_destructions(day)]


def test_six_months_after_closing_with_thirty_days_of_warning(petra: Person) -> None:
    case = closed_case(petra)
    assert warn_all(WARNING - DAY) == 0
    assert warn_all(WARNING) == 1 and warn_all(WARNING) == 0, "once"
    assert case.retention_warning.destroy_on == TERM_ENDS
    assert destroyed_on(LAST_DAY - DAY) == [] and destroyed_on(LAST_DAY) == [case.number]


def test_nobody_warned_means_nothing_goes(petra: Person) -> None:
    closed_case(petra)
    assert destroyed_on(date(2030, 1, 1)) == []


def test_after_a_long_time_off_the_warning_still_comes_first(petra: Person) -> None:
    case, late = closed_case(petra), date(2027, 5, 5)
    assert warn_all(late) == 1 and destroyed_on(late) == []
    assert destroyed_on(late + timedelta(days=29)) == []
    assert destroyed_on(late + timedelta(days=30)) == [case.number]


def test_the_same_case_gets_one_job(petra: Person) -> None:
    closed_case(petra)
    warn_all(WARNING)
    assert len(plan_destructions(LAST_DAY)) == 1 and plan_destructions(LAST_DAY) == []
    assert Destruction.objects.count() == 1


@pytest.mark.parametrize("phase", [Phase.TRIAGE, Phase.WAITING, Phase.ANALYSIS, Phase.FOLLOWING])
def test_an_open_case_stays(petra: Person, phase: Phase) -> None:
    make_case(petra, phase=phase, closure={"closed_on": date(2020, 1, 1)})
    assert warn_all(date(2030, 1, 1)) == 0


@pytest.mark.parametrize("phase", [Phase.DECLINED, Phase.REFERRED_ON])
def test_not_taken_up_goes_after_the_decision(petra: Person, phase: Phase) -> None:
    case = make_case(petra, phase=phase, referral={"decided_on": date(2026, 3, 1)})
    assert [one.term_ends_on for one in ended_cases(petra.team, 6)] == [TERM_ENDS]
    warn_all(WARNING)
    assert destroyed_on(LAST_DAY) == [case.number]


def test_opened_again_takes_the_warning_away(petra: Person) -> None:
    case = closed_case(petra)
    warn_all(WARNING)
    Case.objects.update(phase=Phase.FOLLOWING)
    assert destroyed_on(LAST_DAY) == []
    warn_all(WARNING + DAY)
    assert not RetentionWarning.objects.filter(case=case).exists()


def test_a_stop_keeps_it_and_afterwards_there_is_a_new_warning(petra: Person, carla: Person) -> None:
    case = closed_case(petra)
    warn_all(WARNING)
    assert hold(by=carla, case=case, reason="Er loopt een klacht") == hold(by=petra, case=case, reason="Ook")
    assert warn_all(LAST_DAY) == 0 and destroyed_on(LAST_DAY) == []
    assert end_hold(by=carla, case=case) and not end_hold(by=carla, case=case)
    assert warn_all(LAST_DAY) == 1 and destroyed_on(LAST_DAY) == []
    assert destroyed_on(LAST_DAY + timedelta(days=30)) == [case.number]


def test_a_case_of_a_register_waits_for_the_coordinator(petra: Person, carla: Person) -> None:
    case = closed_case(petra, legal_basis="overgenomen_register", legal_basis_reason="Jaar 2024")
    assert warn_all(date(2030, 1, 1)) == 0
    assert release(by=carla, cases=[case]) == 1 and release(by=carla, cases=[case]) == 0
    assert warn_all(date(2030, 1, 1)) == 1


def test_a_shorter_term_destroys_nothing_at_once(petra: Person, carla: Person) -> None:
    case, day = closed_case(petra), date(2026, 5, 1)
    change_policy(by=carla, data=PolicyData(months=1, warning_days=30))
    assert destroyed_on(day) == []
    assert warn_all(day) == 1 and destroyed_on(day) == []
    assert destroyed_on(day + timedelta(days=30)) == [case.number]


def test_a_longer_term_takes_effect_though_it_was_warned(petra: Person, carla: Person) -> None:
    closed_case(petra)
    warn_all(WARNING)
    change_policy(by=carla, data=PolicyData(months=24, warning_days=30))
    assert destroyed_on(LAST_DAY) == []


def test_a_longer_term_is_warned_about_anew(petra: Person, carla: Person) -> None:
    """The day of the earlier warning must not be shown as the day of destruction, nor count as the warning."""
    case = closed_case(petra)
    warn_all(WARNING)
    change_policy(by=carla, data=PolicyData(months=12, warning_days=30))
    assert not RetentionWarning.objects.exists(), "at once, not only the next night"
    ends = date(2027, 3, 1)
    assert warn_all(ends - timedelta(days=31)) == 0 and warn_all(ends - timedelta(days=30)) == 1
    assert destroyed_on(ends) == [case.number]


def test_closed_again_on_a_later_day_is_warned_about_anew(petra: Person) -> None:
    case = closed_case(petra)
    warn_all(WARNING)
    Closure.objects.filter(case=case).update(closed_on=WARNING)
    assert warn_all(WARNING + DAY) == 0 and not RetentionWarning.objects.exists()


def test_the_record_says_when_it_really_ended(petra: Person) -> None:
    """A job that failed because the case was opened again is used anew, with the days of the new end."""
    case = closed_case(petra)
    warn_all(WARNING)
    (job,) = plan_destructions(LAST_DAY)
    job.fail("Deze casus is intussen heropend.")
    later = date(2026, 10, 1)
    Closure.objects.filter(case=case).update(closed_on=later)
    RetentionWarning.objects.update(warned_on=date(2027, 3, 2), destroy_on=date(2027, 4, 1))
    assert destroyed_on(date(2027, 4, 1)) == [case.number]
    job.refresh_from_db()
    assert (job.ended_on, job.warned_on) == (later, date(2027, 3, 2))


def test_each_team_keeps_to_its_own_agreement(petra: Person, carla: Person, fokke: Person) -> None:
    change_policy(by=carla, data=PolicyData(months=12, warning_days=30))
    closed_case(petra)
    frisian = closed_case(fokke)
    warn_all(WARNING)
    assert destroyed_on(LAST_DAY) == [frisian.number]


def test_the_last_day_of_a_short_month(petra: Person) -> None:
    closed_case(petra, closed_on=date(2026, 8, 31), referral={"referred_on": date(2026, 1, 5)})
    assert [one.term_ends_on for one in ended_cases(petra.team, 6)] == [date(2027, 2, 28)]
