"""Finds what points to a person in a short text: e-mail address, telephone number, number of nine figures, birth date.

A consultation is kept without personal data. Names cannot be recognised this way; the page asks not to write them.
Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import DateError, parse_dutch_date

EMAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[a-zA-Z]{2,}")
NUMBER = re.compile(r"(?<![\w+])(?:\+|00)?\(?\d(?:[ .()/-]{0,2}\d){7,14}(?!\w)")
DATE = re.compile(
    r"(?<!\w)(?:\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} ?[a-z]{3,9}\.? ?\d{4})(?!\w)",
    re.I,
)
BORN = re.compile(r"\bgeb(?:oren|oortedatum|\.|\b)[^.!?\n]{0,20}$", re.I)
RECENT = timedelta(days=400)


@dataclass(frozen=True)
class Finding:
    """A piece of text that points to a person, and what it looks like in Dutch."""

    text: str
    kind: str


def personal_data(text: str, today: date) -> list[Finding]:
    """What stands in the text that should not be kept, in order, each piece once."""
    found = {
        finding.text: finding for finding in (*_emails(text), *_birth_dates(text, today), *_numbers(text))
    }
    return sorted(found.values(), key=lambda finding: text.index(finding.text))


def _emails(text: str) -> Iterator[Finding]:
    for match in EMAIL.finditer(text):
        yield Finding(match[0], "een e-mailadres")


def _birth_dates(text: str, today: date) -> Iterator[Finding]:
    """A full date counts as a birth date after «geboren», or when it lies more than a year back."""
    for match in DATE.finditer(text):
        try:
            day = parse_dutch_date(re.sub(r"(?<=\d) (?=\d)", "-", match[0]), today=today)
        except DateError:
            continue
        if day < today - RECENT or BORN.search(text[: match.start()]):
            yield Finding(match[0], "een geboortedatum")


def _numbers(text: str) -> Iterator[Finding]:
    for match in NUMBER.finditer(text):
        kind = _kind_of(match[0])
        if kind and not DATE.fullmatch(match[0]):
            yield Finding(match[0], kind)


def _kind_of(written: str) -> str:
    digits = re.sub(r"\D", "", written)
    international = written.startswith(("+", "00"))
    if international and 10 <= len(digits) <= 15:
        return "een telefoonnummer"
    if len(digits) == 10 and digits.startswith("0"):
        return "een telefoonnummer"
    return "een nummer van negen cijfers, zoals een burgerservicenummer" if len(digits) == 9 else ""
