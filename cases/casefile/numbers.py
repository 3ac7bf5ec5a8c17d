"""Case numbers: per team and year of referral, without gaps or doubles however many people register at once."""

import re

from django.db import connection

from expertteam.accounts.models import Team

from .models import CaseNumberCounter

NUMBER = re.compile(r"([0-9]{4})-([0-9]{3,6})")


def written(year: int, sequence: int) -> str:
    """The number as people write it: `2025-014`, and `2025-1000` past the thousand."""
    return f"{year}-{sequence:03d}"


def read_number(text: str) -> tuple[int, int] | None:
    """(year, sequence) of a written number, or None when it is not one."""
    match = NUMBER.fullmatch(text.strip())
    return (int(match[1]), int(match[2])) if match and int(match[2]) > 0 else None


def next_sequence(team: Team, year: int) -> int:
    """Take the next number. Holds the row until the transaction ends: a case that fails gives its number back."""
    return _move_counter(team, year, "t.last + 1", 1)


def take_sequence(team: Team, year: int, sequence: int) -> None:
    """A number was given elsewhere (a register): go on counting behind it."""
    _move_counter(team, year, f"GREATEST(t.last, {int(sequence)})", int(sequence))


def _move_counter(team: Team, year: int, expression: str, first: int) -> int:
    table = CaseNumberCounter._meta.db_table
    with connection.cursor() as cursor:
        # Table and expression are our own; values travel as parameters.
        cursor.execute(
            f"INSERT INTO {table} AS t (team_id, year, last) VALUES (%s, %s, %s) "  # nosec B608
            f"ON CONFLICT (team_id, year) DO UPDATE SET last = {expression} RETURNING last",
            [team.pk, year, first],
        )
        return int(cursor.fetchone()[0])
