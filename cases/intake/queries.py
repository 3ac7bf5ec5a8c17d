"""Reads of the aanmelding: who was here before, what somebody was still writing, which version one is looking at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from cases.casefile.actions import YoungPersonData, earlier_cases
from cases.casefile.models import Case
from cases.casefile.numbers import read_number, written
from cases.consent.queries import GUARDIANSHIP, people_around
from cases.consent.rules import Around
from cases.consent.words import consent_in_words
from cases.retention.fingerprint import destroyed_cases_of
from expertteam.access.person import Person
from expertteam.ui.dates import DateError, age_on, parse_dutch_date

from .answers import stored
from .models import Purpose, ReferralDraft


def drafts_of(person: Person, purpose: Purpose = Purpose.REFERRAL) -> QuerySet[ReferralDraft]:
    """What this person began and did not save yet, newest first. Nobody else ever sees it."""
    return ReferralDraft.objects.filter(team=person.team, user=person.user, purpose=purpose)


@dataclass(frozen=True)
class Notices:
    """What stands beside the form: earlier cases of this young person, and who will have to agree.

    `named` is the case whose number was typed, or None; `number` that number as it is written. `gone` are numbers of
    destroyed cases of who has this name and birth date, where the covenant lets us know.
    """

    name: str = ""
    birth_date: date | None = None
    earlier: list[Case] = field(default_factory=list)
    number: str = ""
    named: Case | None = None
    answer: str = ""
    consent: list[str] = field(default_factory=list)
    complete: bool = False
    gone: list[str] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The numbers that were shown, so that a «nee» counts as an answer to these."""
        return " ".join(case.number for case in self.earlier)


def notices(by: Person, typed: Mapping[str, Any], *, case: Case | None = None) -> Notices:
    """What can be said beside the form about what was typed so far. `case`: the one being changed."""
    first, last = str(typed.get("first_name") or "").strip(), str(typed.get("last_name") or "").strip()
    born = day_or_none(typed.get("birth_date"))
    complete = bool(first and last and born)
    number = tidy_number(typed.get("earlier_number"))
    return Notices(
        name=first,
        birth_date=born,
        earlier=earlier_of(by, YoungPersonData(first, last, born), case) if born and complete else [],
        number=number,
        named=named_case(by, number) if number else None,
        answer=str(typed.get("re_referral") or ""),
        consent=consent_text(born, first, str(typed.get("legal_frame") or "")),
        complete=complete,
        gone=destroyed_cases_of(by.team, f"{first} {last}", born) if born and complete else [],
    )


def earlier_of(by: Person, data: YoungPersonData, case: Case | None = None) -> list[Case]:
    """Cases with this name and birth date that the person may see; for a case that exists only those before it."""
    found = earlier_cases(by, data)
    return [one for one in found if case is None or (one.year, one.sequence) < (case.year, case.sequence)]


def named_case(by: Person, number: str) -> Case | None:
    """The case with this number when the person may see it."""
    return (
        Case.objects.visible_to(by).filter(number=number).select_related("young_person", "referral").first()
    )


def tidy_number(text: Any) -> str:
    """A case number as it is written, or an empty text when this is none."""
    found = read_number(str(text or ""))
    return written(*found) if found else ""


def day_or_none(value: Any) -> date | None:
    """The date somebody typed when it can be read and lies in the past."""
    try:
        day = (
            value
            if isinstance(value, date)
            else parse_dutch_date(str(value or ""), today=timezone.localdate())
        )
    except DateError:
        return None
    return day if day <= timezone.localdate() else None


def consent_text(born: date | None, first_name: str, legal_frame: str) -> list[str]:
    """From whom consent is going to be asked, in sentences; nothing without a birth date."""
    if born is None:
        return []
    around = [Around("", "voogd")] if legal_frame in GUARDIANSHIP else []
    return consent_in_words(age_on(born, timezone.localdate()), first_name, around)


def consent_of(case: Case) -> list[str]:
    """From whom consent is needed for a case, with the names that are known, in sentences."""
    person = case.young_person
    return consent_in_words(
        age_on(person.birth_date, timezone.localdate()), person.first_name, people_around(case)
    )


def answers_of(case: Case) -> dict[str, Any]:
    """All answers as they are stored now."""
    return stored(case.young_person, case, case.referral)


def version_of(case: Case) -> str:
    """Which version of the three rows this is; another one after every change."""
    rows = (case.young_person, case, case.referral)
    newest = [
        row.history.order_by("-history_id").values_list("history_id", flat=True).first() for row in rows
    ]
    return "-".join(str(number or 0) for number in newest)


def answers_at(case: Case, version: str) -> dict[str, Any] | None:
    """All answers as they were at a version, or None when this case never had it."""
    numbers = version.split("-")
    if len(numbers) != 3 or not all(number.isascii() and number.isdigit() for number in numbers):
        return None
    histories = (case.young_person.history, case.history, case.referral.history)
    pairs = zip(histories, numbers, strict=True)
    rows = [history.filter(history_id=int(number[:18])).first() for history, number in pairs]
    return None if None in rows else stored(*rows)


def last_change(case: Case) -> Any:
    """The newest row of the history of the answers: who (`history_user`) and when (`history_date`)."""
    newest = [
        row.history.select_related("history_user").order_by("-history_id").first()
        for row in (case.referral, case.young_person, case)
    ]
    return max((row for row in newest if row), key=lambda row: row.history_date, default=None)
