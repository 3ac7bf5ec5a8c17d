"""A row that is written in a statement worded once is the row that Django would have written."""

import contextlib
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from analysis.board.models import Analysis, Element
from analysis.live.models import Did, Piece, Step
from expertteam.access.person import Person
from expertteam.connections.written_often import ChangedOften
from tests.factories import make_analysis, make_case

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 9, 15, 7, 123456, tzinfo=UTC)
ODD = ["'; DROP TABLE analysis_element; --", "%s", "$1", "عمر 🙂", "\\", "twee\nregels"]


@pytest.fixture
def analysis(petra: Person) -> Analysis:
    return make_analysis(make_case(petra))


def step(analysis: Analysis, by: Person, **more: Any) -> Step:
    given = {"number": 2, "at": NOW, "what": Did.CHANGE, "piece": Piece.CARD, "part_id": 7, "part_version": 3}
    return Step(analysis=analysis, by=by.user, **given | more)


def test_a_row_is_added_with_all_it_holds(analysis: Analysis, petra: Person) -> None:
    op, removed = uuid4(), {"kind": "klacht", "after": 0, "links": [1, 2], "said": "'; --"}
    row = step(analysis, petra, op=op, removed=removed, field="text")
    row.save(force_insert=True)
    assert row.pk and not row._state.adding
    found = Step.objects.get()
    for field in Step._meta.concrete_fields:
        assert getattr(found, field.attname) == getattr(row, field.attname)
    assert (found.op, found.removed, found.at, found.undoes) == (op, removed, NOW, None)


def test_a_row_that_is_there_is_stored_as_ever(analysis: Analysis, petra: Person) -> None:
    row = step(analysis, petra)
    row.save()
    row.field = "said_by"
    row.save()
    assert Step.objects.get().field == "said_by"


def test_what_the_database_refuses_is_refused(analysis: Analysis, petra: Person) -> None:
    step(analysis, petra).save()
    with pytest.raises(IntegrityError, match="step_number_once"), transaction.atomic():
        step(analysis, petra).save()
    with pytest.raises(IntegrityError, match="step_known_what"), transaction.atomic():
        step(analysis, petra, number=3, what="anders").save()
    step(analysis, petra, number=3).save()
    assert Step.objects.count() == 2


def test_a_refusal_that_is_caught_still_takes_everything_back(analysis: Analysis, petra: Person) -> None:
    step(analysis, petra).save()
    with pytest.raises(transaction.TransactionManagementError), transaction.atomic():
        with contextlib.suppress(IntegrityError):
            step(analysis, petra).save()
        Step.objects.count()
    assert Step.objects.count() == 1


@pytest.mark.parametrize("text", ODD)
def test_the_history_keeps_every_word(analysis: Analysis, petra: Person, text: str) -> None:
    card = analysis.elements.get(position=0)
    card.text, card._history_user = text, petra.user  # type: ignore[attr-defined]
    card.save()
    line = card.history.latest("history_id")
    assert (line.text, line.history_user, line.history_type, line.id) == (text, petra.user, "~", card.pk)


def test_lists_and_empty_places_in_a_history(analysis: Analysis) -> None:
    analysis.climate = ["rust", "a,b", '"']
    line = Analysis.history.model(
        **{field: getattr(analysis, field) for field in ("id", "case_id", "climate", "harmful_care", "profile")},
        history_date=NOW, history_type="~",
    )  # fmt: skip
    line.save()
    found = Analysis.history.get(history_id=line.history_id)
    assert (found.climate, found.harmful_care, found.history_user) == (["rust", "a,b", '"'], [], None)


@pytest.mark.parametrize("text", ODD)
def test_rows_are_changed_and_counted(analysis: Analysis, text: str) -> None:
    words = ChangedOften(lambda pk, text: (Element.objects.filter(pk=pk), {"text": text}))
    card, other = analysis.elements.all()[:2]
    assert words.change(pk=card.pk, text=text) == 1
    assert words.change(pk=0, text=text) == 0
    card.refresh_from_db()
    assert card.text == text
    assert Element.objects.get(pk=other.pk).text == other.text


def test_a_value_that_is_missing_is_a_mistake() -> None:
    words = ChangedOften(lambda pk, text: (Element.objects.filter(pk=pk), {"text": text}))
    with pytest.raises(KeyError, match="text"):
        words.change(pk=1)


def test_it_is_planned_once_also_when_the_first_time_came_to_nothing(analysis: Analysis) -> None:
    words = ChangedOften(lambda pk, text: (Element.objects.filter(pk=pk), {"text": text}))
    card = analysis.elements.get(position=0)
    with pytest.raises(IntegrityError, match="element_filled"), transaction.atomic():
        words.change(pk=card.pk, text="")
    with CaptureQueriesContext(connection) as asked:
        assert words.change(pk=card.pk, text="Wel iets") == 1
    assert [one["sql"].split()[0] for one in asked] == ["EXECUTE"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["%analysis_element%"]
        )
        assert cursor.fetchone()[0] >= 1


def test_on_a_connection_that_came_another_way_it_is_asked_in_full(
    analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "line", None)
    words = ChangedOften(lambda pk, text: (Element.objects.filter(pk=pk), {"text": text}))
    card = analysis.elements.get(position=0)
    with CaptureQueriesContext(connection) as asked:
        assert words.change(pk=card.pk, text="Zo kan het ook") == 1
    assert asked.captured_queries[0]["sql"].startswith("UPDATE")
