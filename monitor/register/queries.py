"""What a brought-in register means for the team, in words for the page."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from cases.choices.queries import all_answers
from expertteam.accounts.models import Team

from .comparing import Comparison, compare
from .models import RegisterImport
from .reading import Reading, read_register

MOST_SHOWN = 100


def read(data: bytes) -> Reading:
    """Read a workbook with the answers of this installation and the date of today."""
    return read_register(data, all_answers(), today=timezone.localdate())


def summary_of(team: Team, reading: Reading) -> dict[str, Any]:
    """What was understood, as the page shows it before anything is written."""
    comparison = compare(team, reading.rows)
    return {
        "sheet": reading.sheet_name,
        "rows": len(reading.rows),
        "years": sorted(Counter(row.referred_on.year for row in reading.rows).items()),
        "new": len(comparison.new),
        "same": len(comparison.same),
        "different": [
            {"number": row.case_number, "row": row.row, "changes": [asdict(change) for change in changes]}
            for row, changes in comparison.different
        ],
        "warnings": [{"place": w.place, "message": w.message, "found": w.found} for w in reading.warnings][
            :MOST_SHOWN
        ],
        "waiting": waiting_lines(comparison),
        "understood": [asdict(spelling) for spelling in reading.understood][:MOST_SHOWN],
        "ignored": list(reading.ignored_columns),
    }


def waiting_lines(comparison: Comparison) -> list[str]:
    """A sentence per earlier number that is not there yet."""
    return [
        f"Casus {number} noemt {earlier} als eerdere casus. Die is er nog niet: "
        "het nummer blijft bewaard en wordt gekoppeld zodra die casus er is."
        for number, earlier in comparison.waiting
    ]


def counts_only(job: RegisterImport) -> dict[str, Any]:
    """What may stay of a summary once the register was taken over: numbers, no texts about people."""
    kept = ("sheet", "rows", "years", "new", "same")
    return {**{key: job.summary.get(key) for key in kept}, "different": len(job.summary.get("different", []))}
