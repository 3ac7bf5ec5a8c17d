"""Keeping what the monitor counts of a case, just before the case is destroyed."""

from collections import defaultdict

from django.db import connection

from cases.casefile.models import Case
from expertteam.access.person import Person
from monitor.figures import what_counts
from monitor.statements import ONE_CASE, answers_of_one

from .models import KeptCase


def keep_figures(by: Person, case: Case) -> None:
    """Keep the anonymous row of a case that counts; of one that does not count nothing stays.

    To be called in the transaction that destroys the case. The answers come from the very statement that counts the
    living cases, so a figure of a year is the same before and after.
    """
    parameters = {"case": case.pk, **what_counts()}
    with connection.cursor() as cursor:
        cursor.execute(ONE_CASE, parameters)
        found = cursor.fetchone()
        if found is None:
            return
        cursor.execute(answers_of_one(), parameters)
        answers: dict[str, list[str]] = defaultdict(list)
        for key, code in cursor.fetchall():
            answers[key].append(code)
    year, to_closing, to_advice, to_meeting = found
    KeptCase.objects.create(
        team_id=case.team_id, year=year, answers=answers, days_to_closing=to_closing, days_to_advice=to_advice,
        days_to_meeting=to_meeting,
    )  # fmt: skip
