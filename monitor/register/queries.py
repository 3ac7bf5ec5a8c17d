"""What a brought-in register means for the team, in words for the page."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from cases.choices.queries import all_answers
from expertteam.accounts.models import Team

from .columns import COLUMNS
from .comparing import Comparison, compare
from .models import RegisterImport
from .problems import Problem
from .reading import Reading, Understanding, read_register

MOST_SHOWN = 100


def read(data: bytes) -> Reading:
    """Read a workbook with the answers of this installation and the date of today."""
    return read_register(data, all_answers(), today=timezone.localdate())


def summary_of(team: Team, reading: Reading) -> dict[str, Any]:
    """What was understood, as the page shows it before anything is written."""
    comparison = compare(team, reading.rows)
    remarks = [*waiting_lines(comparison), *(remark_line(warning) for warning in reading.warnings)]
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
        "remarks": remarks[:MOST_SHOWN],
        "more_remarks": max(0, len(remarks) - MOST_SHOWN),
        "understood": spellings_of(reading.understood),
    }


def spellings_of(understood: Collection[Understanding]) -> list[dict[str, Any]]:
    """Per column and answer how it was typed: `{"column", "label", "typed": [{"text", "count"}]}`.

    In the order of the columns, the answer read most often first; at most MOST_SHOWN spellings of an answer.
    """
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for one in understood:
        found.setdefault((one.column, one.label), []).append({"text": one.typed, "count": one.count})
    place = {column.name: number for number, column in enumerate(COLUMNS)}
    ordered = sorted(found.items(), key=lambda item: (place[item[0][0]], -how_often(item[1])))
    return [
        {"column": column, "label": label, "typed": typed[:MOST_SHOWN]} for (column, label), typed in ordered
    ]


def how_often(typed: Sequence[dict[str, Any]]) -> int:
    return sum(spelling["count"] for spelling in typed)


def remark_line(warning: Problem) -> str:
    """A remark that does not stand in the way, as one sentence or two."""
    found = f" Er staat ‘{warning.found}’." if warning.found else ""
    return f"{warning.place}: {warning.message}{found}"


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
