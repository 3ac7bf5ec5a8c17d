"""Case numbers: none skipped, none twice, however many people register at once."""

from datetime import date
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from cases.casefile.models import Case, CaseNumberCounter
from cases.casefile.numbers import next_sequence, read_number, take_sequence, written
from cases.intake.actions import register_referral
from cases.intake.drafts.typed import as_sent
from cases.intake.forms import ReferralForm
from expertteam.accounts.models import Team
from tests.cases.at_once import all_at_once
from tests.cases.intake.filled import referral
from tests.factories import make_case

AT_ONCE = 20


def answers(person, **given) -> dict:
    with time_machine.travel("2026-11-23"):
        form = ReferralForm(as_sent(referral(**given)), person=person)
        assert form.is_valid(), form.errors
    return form.cleaned_data


@given(st.integers(2000, 2999), st.integers(1, 999_999))
def test_a_number_reads_back_as_it_was_written(year: int, sequence: int) -> None:
    assert read_number(f" {written(year, sequence)}\n") == (year, sequence)


@given(st.text("0123456789- ٣\n.x", max_size=12))
def test_what_is_read_as_a_number_is_one(text: str) -> None:
    found = read_number(text)
    if found:
        assert written(*found).isascii() and read_number(written(*found)) == found


@pytest.mark.parametrize(
    ("year", "sequence", "text"), [(2025, 14, "2025-014"), (2025, 999, "2025-999"), (2025, 1000, "2025-1000")]
)
def test_written_as_people_know_it(year: int, sequence: int, text: str) -> None:
    assert written(year, sequence) == text


@pytest.mark.parametrize(
    "text", ["", "2025-14", "2025-000", "25-014", "2025014", "2025-1234567", "٢٠٢٥-٠١٤", "x2025-014"]
)
def test_no_number(text: str) -> None:
    assert read_number(text) is None


def test_each_team_and_year_counts_for_itself(groningen: Team, friesland: Team) -> None:
    assert [next_sequence(groningen, 2025), next_sequence(groningen, 2025)] == [1, 2]
    assert [next_sequence(groningen, 2026), next_sequence(friesland, 2025)] == [1, 1]


def test_counting_goes_on_behind_a_number_given_elsewhere(groningen: Team) -> None:
    take_sequence(groningen, 2025, 7)
    take_sequence(groningen, 2025, 3)
    assert next_sequence(groningen, 2025) == 8


def test_a_case_that_fails_gives_its_number_back(petra) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        make_case(petra)
        raise RuntimeError
    assert make_case(petra).number == "2026-001"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_twenty_people_register_at_once_without_gap_or_double(petra) -> None:
    filled = [answers(petra, first_name=f"Fenna {n}") for n in range(AT_ONCE)]
    made = all_at_once(
        lambda n: register_referral(by=petra, answers=filled[n], token=uuid4())[0].number, AT_ONCE
    )
    assert sorted(made) == [written(2026, n) for n in range(1, AT_ONCE + 1)]
    assert CaseNumberCounter.objects.get(team=petra.team, year=2026).last == AT_ONCE


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_half_of_them_failing_leaves_no_gap(petra) -> None:
    def work(number: int) -> str:
        try:
            with transaction.atomic():
                case = make_case(
                    petra, last_name=f"Oosterhuis {number}", birth_date=date(2010, 1, 1 + number)
                )
                if number % 2:
                    raise RuntimeError
                return case.number
        except RuntimeError:
            return ""

    made = sorted(number for number in all_at_once(work, AT_ONCE) if number)
    assert made == [written(2026, n) for n in range(1, AT_ONCE // 2 + 1)]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_twenty_clicks_on_one_form_are_one_case(petra) -> None:
    token: UUID = uuid4()
    filled = answers(petra)
    made = all_at_once(lambda _: register_referral(by=petra, answers=filled, token=token), AT_ONCE)
    assert {case.number for case, _ in made} == {"2026-001"}
    assert [is_new for _, is_new in made].count(True) == 1
    assert Case.objects.count() == 1
    assert make_case(petra).number == "2026-002"
