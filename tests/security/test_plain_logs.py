"""What comes in a log: enough to mend it, and nothing of whom it is about."""

import logging
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from cases.casefile.models import Case
from cases.intake.models import Consultation
from cases.people.models import YoungPerson
from expertteam.access.person import Person
from expertteam.audit.plain_logs import WithoutValues
from tests.factories import make_case

SECRET = "Wesley"


def logged(error: BaseException) -> str:
    info = (type(error), error, error.__traceback__)
    said = ("Internal Server Error: %s", ("/casussen/",))
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, *said, info)
    return WithoutValues("{levelname} {message}", style="{").format(record)


def refused(work: Any) -> str:
    """What the log says of a statement that the database refuses."""
    with pytest.raises(DatabaseError) as found, transaction.atomic():
        work()
    assert SECRET in str(found.value), "the error itself does repeat it"
    return logged(found.value)


def test_a_row_that_is_refused_is_not_repeated(petra: Person) -> None:
    case = make_case(petra)
    text = refused(lambda: Case.objects.filter(pk=case.pk).update(phase="zo maar", search_text=SECRET))
    assert SECRET not in text
    assert "ERROR Internal Server Error: /casussen/" in text
    assert "23514 case_known_phase" in text and "test_plain_logs.py" in text


def test_nor_is_the_statement(petra: Person) -> None:
    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT geen_kolom FROM cases_case WHERE number = %s", [SECRET])

    text = refused(ask)
    assert SECRET not in text and "geen_kolom" in text


def test_nor_is_a_value_that_is_none(petra: Person) -> None:
    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::date", [SECRET])

    assert SECRET not in refused(ask)


def test_an_error_behind_an_error_too(petra: Person) -> None:
    def save() -> None:
        person = YoungPerson(
            team=petra.team, first_name=SECRET, last_name="x", birth_date=date(2010, 1, 1), pk=1
        )
        person.save()
        Consultation.objects.create(team=petra.team, asked_on=date(2026, 1, 1), question=SECRET, minutes=0, answer="x",
                                    recorded_by=petra.user)  # fmt: skip

    with pytest.raises(RuntimeError) as found:
        try:
            with transaction.atomic():
                save()
        except DatabaseError as behind:
            raise RuntimeError("dit ging mis") from behind
    text = logged(found.value)
    assert (
        SECRET not in text
        and "consultation_sane_minutes" in text
        and text.endswith("RuntimeError: dit ging mis")
    )


def test_every_handler_writes_this_way() -> None:
    """Also the worker: Celery leaves the handlers of the site alone."""
    formatters = {handler["formatter"] for handler in settings.LOGGING["handlers"].values()}
    assert {settings.LOGGING["formatters"][name]["()"] for name in formatters} == {
        f"{WithoutValues.__module__}.{WithoutValues.__qualname__}"
    }
    assert settings.CELERY_WORKER_HIJACK_ROOT_LOGGER is False
