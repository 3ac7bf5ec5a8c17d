"""The invented documents of the demo."""

import pytest
from django.test import Client
from django.utils import timezone

from cases.casefile.models import Case
from cases.documents.models import Document, FileType
from expertteam.access.person import Person
from monitor.demo.documents import ensure_documents
from tests.factories import make_case

KEYS = ("groningen-jesse", "jaar-fenna", "jaar-daan", "jaar-nina")


@pytest.fixture
def cases(petra: Person) -> list[Case]:
    return [make_case(petra, source_key=f"demo:{key}") for key in KEYS]


def test_twice_is_the_same_as_once(cases: list[Case], petra: Person) -> None:
    today = timezone.localdate()
    assert ensure_documents(petra, today) == len(KEYS) and ensure_documents(petra, today) == 0
    assert {one.case for one in Document.objects.all()} == set(cases)
    assert set(Document.objects.values_list("file_type", flat=True)) == {FileType.PDF, FileType.WORD}
    assert not Document.objects.filter(dated_on=None) and not Document.objects.filter(dated_on__gt=today)


def test_what_was_taken_away_stays_away(cases: list[Case], petra: Person, client: Client) -> None:
    ensure_documents(petra, timezone.localdate())
    client.force_login(petra.user)
    client.post(f"/casussen/{cases[0].number}/documenten/1/weg/", {"reason": "Hoort hier niet"})
    assert ensure_documents(petra, timezone.localdate()) == 0
