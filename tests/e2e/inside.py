"""A look, and a night, inside a running application: in a process of its own, whose clock can be moved.

    python -m tests.e2e.inside night 2027-05-23      warns and destroys as on that day
    python -m tests.e2e.inside where word word ...   prints as JSON where these words stand in its database

Environment as of the application: VAR_DIR and DJANGO_SETTINGS_MODULE.
"""

import json
import sys
from datetime import date, datetime, time

import django
import time_machine


def night(day: date) -> None:
    """The daily work of «bewaren» of that day, with what it would hand to the worker done on the spot."""
    from django.utils import timezone  # noqa: PLC0415

    from expertteam.celery import app  # noqa: PLC0415
    from expertteam.jobs.daily import do_now  # noqa: PLC0415

    app.conf.task_always_eager = True
    with time_machine.travel(timezone.make_aware(datetime.combine(day, time(3, 30)))):
        if not do_now("bewaren", day):
            sys.exit(f"the work of {day} was not done")


def where(words: list[str]) -> None:
    """Word → every «table.column» that holds it."""
    from tests.cases.retention.traces import places_of  # noqa: PLC0415

    print(json.dumps(places_of(words)))  # noqa: T201


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "night":
        night(date.fromisoformat(sys.argv[2]))
    else:
        where(sys.argv[2:])
