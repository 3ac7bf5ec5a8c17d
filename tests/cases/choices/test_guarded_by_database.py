"""The database itself refuses a code that is no answer, in every coded column; and codes are never lost."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection

from cases.choices.models import Choice
from cases.choices.triggers import code_columns
from expertteam.access.person import Person
from tests.factories import make_case

CODED = {
    model._meta.db_table: code_columns(model)
    for model in apps.get_models()
    if code_columns(model) and not model.__name__.startswith("Historical")
}


@pytest.mark.parametrize("table", sorted(CODED))
@pytest.mark.django_db
def test_every_coded_column_is_guarded(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = %s::regclass", [table])
        triggers = " ".join(row[0] for row in cursor.fetchall())
    missing = [
        f"{column}={question}"
        for column, question in CODED[table].items()
        if f"'{column}={question}'" not in triggers
    ]
    assert missing == []


def test_refuses_an_unknown_code(petra: Person) -> None:
    with pytest.raises(IntegrityError, match="is no answer to gemeente"):
        make_case(petra, referral={"municipality": "GM9999"})


def test_refuses_an_unknown_code_in_a_list(petra: Person) -> None:
    with pytest.raises(IntegrityError, match="is no answer to knelpunten_vooraf"):
        make_case(petra, referral={"bottlenecks": ["wachtlijst", "vergaderd"]})


@pytest.mark.django_db
def test_a_code_is_never_deleted() -> None:
    with pytest.raises(IntegrityError, match="retired, never changed or deleted"):
        Choice.objects.filter(question="gemeente").delete()


@pytest.mark.django_db
def test_a_code_never_changes() -> None:
    with pytest.raises(IntegrityError, match="retired, never changed or deleted"):
        Choice.objects.filter(question="gemeente", code="GM0014").update(code="GM0015")


@pytest.mark.django_db
def test_a_label_may_change() -> None:
    assert Choice.objects.filter(question="gemeente", code="GM0014").update(label="Stad Groningen") == 1
