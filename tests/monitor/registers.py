"""Registers for page tests: the files of the team, and one of any size."""

from datetime import date, timedelta
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.monitor.register.books import GOOD, workbook

DATA = Path(__file__).parents[1] / "data"


def upload(name: str) -> SimpleUploadedFile:
    """One of the registers of `tests/data`, as a browser sends it."""
    return as_upload((DATA / name).read_bytes(), name)


def as_upload(data: bytes, name: str = "register.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def register_of(count: int, year: int = 2022) -> bytes:
    """A sound register of so many cases, each of somebody else."""
    rows = [
        {
            **GOOD,
            "Casusnummer": f"{year}-{number:03d}",
            "Datum aanmelding": date(year, 1, 1) + timedelta(days=number % 365),
            "Achternaam": f"Pot {letters(number)}",
            "Geboortedatum": date(2008, 1, 1) + timedelta(days=number * 3 % 1500),
        }
        for number in range(1, count + 1)
    ]
    return workbook(*rows)


def letters(number: int) -> str:
    """A number in letters, because names hold no digits."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize()
