"""What the database refuses, and what stays when a case goes."""

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from analysis.matching.actions import Asking, CameOf, ask, write_answer
from analysis.matching.models import Attempt, Candidate, Outcome
from cases.providers.models import RefusalTally
from cases.providers.queries import refusals_by_place_and_reason
from cases.retention.tree import rows_under
from expertteam.access.person import Person
from tests.cases.providers.places import make_place
from tests.factories import make_case

ASKED = date(2026, 11, 2)
LATER = date(2026, 11, 9)


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": "verloren"},
        {"outcome": "geweigerd", "outcome_on": LATER},
        {"outcome": "geweigerd", "outcome_on": LATER, "reason": "uitsluiting"},
        {"outcome": "geweigerd", "outcome_on": LATER, "reason": "zomaar"},
        {"outcome": "geweigerd", "reason": "vol"},
        {"outcome": "geweigerd", "outcome_on": date(2026, 11, 1), "reason": "vol"},
        {"outcome_on": LATER},
        {"reason": "vol"},
        {"exclusion": "agressie"},
        {"outcome": "bezoek", "outcome_on": LATER, "by_name": True, "named_on": LATER},
        {"outcome": "bezoek", "outcome_on": LATER, "visit_on": LATER},
        {"outcome": "geplaatst", "outcome_on": LATER, "by_name": True, "named_on": LATER},
        {"outcome": "geplaatst", "outcome_on": LATER, "placed_from": LATER},
        {
            "outcome": "geplaatst", "outcome_on": LATER, "by_name": True, "named_on": LATER, "placed_from": LATER,
            "placed_to": ASKED,
        },
        {"placed_from": LATER},
        {"by_name": True},
        {"named_on": LATER},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(wrong: dict[str, Any], petra: Person) -> None:
    row = {
        "case": make_case(petra),
        "place": make_place(petra),
        "asked_on": ASKED,
        "asked_by": petra.user,
        **wrong,
    }
    with pytest.raises(DatabaseError), transaction.atomic():
        Attempt.objects.create(**row)


def test_one_open_question_and_one_line_on_the_list(petra: Person) -> None:
    case, place = make_case(petra), make_place(petra)
    ask(by=petra, case=case, place=place, data=Asking(ASKED))
    with pytest.raises(DatabaseError), transaction.atomic():
        Attempt.objects.create(case=case, place=place, asked_on=ASKED, asked_by=petra.user)
    with pytest.raises(DatabaseError), transaction.atomic():
        Candidate.objects.create(case=case, place=place, added_by=petra.user)


def test_the_count_of_refusals_outlives_the_case(petra: Person) -> None:
    case, place = make_case(petra), make_place(petra)
    attempt = ask(by=petra, case=case, place=place, data=Asking(ASKED))
    no = CameOf(
        Outcome.REFUSED, LATER, reason="uitsluiting", exclusion="agressie", words="Te druk voor de groep"
    )
    write_answer(by=petra, attempt=attempt, data=no, version=1)
    going = rows_under(case)
    assert Attempt in going and Candidate in going and RefusalTally not in going
    case.delete()
    assert not Attempt.objects.exists() and not Candidate.objects.exists()
    counted = [
        (row.place, row.reason, row.exclusion, row.count)
        for row in refusals_by_place_and_reason(petra.team, 2026)
    ]
    assert counted == [(place, "uitsluiting", "agressie", 1)]
