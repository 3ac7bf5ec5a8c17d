"""The trace can only grow, names no events it has no sentence for, and holds no names."""

import re
from pathlib import Path

import pytest
from django.db import IntegrityError

from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.audit.models import AuditEvent, Outcome
from expertteam.audit.sentences import SENTENCES, sentence

ROOT = Path(__file__).resolve().parents[3]


def test_a_row_says_who_in_which_role_what_and_which_case(petra: Person) -> None:
    event = record(petra, "case.read", case_number="2026-001")
    assert (event.user, event.team, event.roles) == (petra.user, petra.team, "procesregisseur")
    assert (event.event, event.case_number, event.outcome) == ("case.read", "2026-001", Outcome.DONE)


def test_a_row_cannot_be_changed(petra: Person) -> None:
    record(petra, "case.read", case_number="2026-001")
    with pytest.raises(IntegrityError, match="append-only"):
        AuditEvent.objects.update(case_number="2026-002")


def test_a_row_cannot_be_deleted(petra: Person) -> None:
    record(petra, "case.read", case_number="2026-001")
    with pytest.raises(IntegrityError, match="append-only"):
        AuditEvent.objects.all().delete()


def test_an_event_without_a_sentence_is_refused(petra: Person) -> None:
    with pytest.raises(KeyError, match=r"case\.eaten"):
        record(petra, "case.eaten")


def test_a_sentence_reads_with_and_without_its_details() -> None:
    assert sentence("report.downloaded", {"number": 2}) == "haalde adviesrapport 2 op"
    assert sentence("report.downloaded", {}) == "haalde adviesrapport … op"


def test_every_event_in_the_code_has_a_sentence() -> None:
    """Events are written as literal texts; each of them must be known."""
    used = set()
    for app in ("expertteam", "cases", "analysis", "monitor"):
        for path in (ROOT / app).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            used |= set(re.findall(r'record\(\s*[\w.]+,\s*"([a-z_.]+)"', text))
            used |= set(re.findall(r'event="([a-z_.]+)"', text))
            used |= set(re.findall(r'case_page\("[a-z_.]+",\s*"([a-z_.]+)"', text))
    assert used
    assert used <= set(SENTENCES)


def test_a_day_in_a_sentence_is_dutch() -> None:
    assert sentence("followup.planned", {"begins_on": "2026-05-17"}).endswith("vanaf 17 mei 2026")
    assert sentence("followup.planned", {}).endswith("vanaf …")
