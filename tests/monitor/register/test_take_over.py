"""Taking over a register: all or nothing, twice is once, differences are shown and kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cases.casefile.models import Case, LegalBasis, Phase
from cases.choices.queries import all_answers
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from monitor.register.actions import take_over
from monitor.register.comparing import compare
from monitor.register.reading import read_register
from monitor.register.rows import RegisterRow
from tests.factories import make_case

DATA = Path(__file__).parent.parent.parent / "data"


def rows_of(year: int) -> tuple[RegisterRow, ...]:
    reading = read_register(
        (DATA / f"register-{year}.xlsx").read_bytes(), all_answers(), today=date(2026, 11, 23)
    )
    assert reading.is_good, reading.problems
    return reading.rows


def test_takes_over_every_row_with_its_own_number(carla: Person) -> None:
    done = take_over(by=carla, rows=rows_of(2024))
    assert (done.created, done.changed, done.same, done.kept) == (31, 0, 0, 0)
    assert Case.objects.filter(team=carla.team, year=2024).count() == 31
    assert Case.objects.get(number="2024-006").young_person.first_name == "Fenna"


def test_records_the_basis_with_who_and_why(carla: Person) -> None:
    take_over(by=carla, rows=rows_of(2024))
    case = Case.objects.get(number="2024-001")
    assert case.legal_basis == LegalBasis.REGISTER
    assert "Carla Wiersma" in case.legal_basis_reason
    assert (
        AuditEvent.objects.filter(event="case.imported", case_number="2024-001", user=carla.user).count() == 1
    )


def test_the_same_file_twice_changes_nothing(carla: Person) -> None:
    take_over(by=carla, rows=rows_of(2024))
    before = list(Case.history.order_by("history_id").values_list("history_id", flat=True))
    done = take_over(by=carla, rows=rows_of(2024), overwrite=[row.case_number for row in rows_of(2024)])
    assert (done.created, done.changed, done.same) == (0, 0, 31)
    assert list(Case.history.order_by("history_id").values_list("history_id", flat=True)) == before


@pytest.mark.parametrize("order", [(2023, 2024), (2024, 2023)])
def test_links_returning_young_people_whichever_year_comes_first(
    carla: Person, order: tuple[int, int]
) -> None:
    for year in order:
        take_over(by=carla, rows=rows_of(year))
    later = Case.objects.get(number="2024-010")
    assert later.earlier_case is not None
    assert later.earlier_case.number == "2023-005"
    assert later.young_person == later.earlier_case.young_person


def test_an_earlier_number_that_is_not_there_is_kept_and_said(carla: Person) -> None:
    rows = rows_of(2023)
    assert ("2023-011", "2022-003") in compare(carla.team, rows).waiting
    take_over(by=carla, rows=rows)
    case = Case.objects.get(number="2023-011")
    assert (case.earlier_number, case.earlier_case) == ("2022-003", None)


def test_other_content_is_a_difference_and_not_overwritten_unasked(carla: Person) -> None:
    rows = rows_of(2024)
    take_over(by=carla, rows=rows)
    changed = [replace(rows[0], gemeente="GM0037", hours=None, closed_on=date(2025, 1, 2)), *rows[1:]]
    [(row, changes)] = compare(carla.team, changed).different
    assert row.case_number == "2024-001"
    assert [(c.column, c.now, c.register) for c in changes] == [
        ("Gemeente", "Groningen", "Stadskanaal"),
        ("Datum afsluiting", "leeg", "2 januari 2025"),
    ]
    assert take_over(by=carla, rows=changed).kept == 1
    assert Case.objects.get(number="2024-001").referral.municipality == "GM0014"


def test_overwrites_when_asked_and_keeps_what_it_was(carla: Person) -> None:
    rows = rows_of(2024)
    take_over(by=carla, rows=rows)
    changed = [replace(rows[0], gemeente="GM0037", closed_on=date(2025, 1, 2))]
    assert take_over(by=carla, rows=changed, overwrite=["2024-001"]).changed == 1
    case = Case.objects.get(number="2024-001")
    assert (case.referral.municipality, case.phase) == ("GM0037", Phase.CLOSED)
    assert case.referral.history.count() == 2


def test_a_corrected_name_does_not_rename_the_earlier_case(carla: Person) -> None:
    for year in (2023, 2024):
        take_over(by=carla, rows=rows_of(year))
    row = next(row for row in rows_of(2024) if row.case_number == "2024-010")
    take_over(by=carla, rows=[replace(row, last_name="Feringa-Bos")], overwrite=["2024-010"])
    assert str(Case.objects.get(number="2024-010").young_person) == "Thijs Feringa-Bos"
    assert str(Case.objects.get(number="2023-005").young_person) == "Thijs Feringa"


def test_all_or_nothing(carla: Person) -> None:
    rows = list(rows_of(2024))
    rows[20] = replace(rows[20], birth_date=date(1970, 1, 1))
    with pytest.raises(Exception, match="young_person_born_this_side_of_1980"):
        take_over(by=carla, rows=rows)
    assert Case.objects.count() == 0


def test_numbers_go_on_behind_the_register(carla: Person) -> None:
    take_over(by=carla, rows=rows_of(2024))
    assert make_case(carla, referral={"referred_on": date(2024, 12, 30)}).number == "2024-032"


def test_the_other_team_sees_and_gets_nothing(carla: Person, fokke: Person) -> None:
    take_over(by=carla, rows=rows_of(2024))
    assert Case.objects.visible_to(fokke).count() == 0
    assert len(compare(fokke.team, rows_of(2024)).new) == 31
