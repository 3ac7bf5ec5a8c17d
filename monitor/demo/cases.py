"""The invented cases of the demo: files with dates relative to today, all in the current year."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from analysis.loading.reading import read_case
from analysis.loading.writing import known_answers, load_case
from cases.casefile.actions import grant_case
from cases.casefile.models import Case, Phase
from cases.intake.models import Decision
from expertteam.access.person import Person
from expertteam.accounts.models import User

from .boards import compare
from .consent import give_consent

DATA = Path(__file__).parent / "data"
DAY, YEAR, BORN = (
    re.compile(r"\{d([+-]\d+)\}"),
    re.compile(r"\{j-(\d+)\}"),
    re.compile(r"\{geboren (\d+) (\d+)\}"),
)


def case_files(team: str, today: date) -> Iterator[dict[str, Any]]:
    """The case files of a team with real dates: `{d-40}` 40 days ago, `{j-2}` two years ago, `{geboren 15 200}`."""
    for path in sorted(DATA.glob(f"{team}-*.json")):
        yield json.loads(dated(path.read_text(encoding="utf-8"), today))


def dated(text: str, today: date) -> str:
    """The text with real dates. A day in the past never lies before 1 January: the demo belongs to this year."""
    first = date(today.year, 1, 1)

    def day(match: re.Match[str]) -> str:
        return max(today + timedelta(days=int(match[1])), first).isoformat()

    def born(match: re.Match[str]) -> str:
        return (today - timedelta(days=round(int(match[1]) * 365.25) + int(match[2]))).isoformat()

    text = YEAR.sub(lambda match: str(today.year - int(match[1])), DAY.sub(day, text))
    return BORN.sub(born, text)


def ensure_cases(by: Person, today: date) -> int:
    """Load the cases of the person's team that are not there yet; returns how many were new."""
    made = 0
    for file in case_files(by.team.code, today):
        key = f"demo:{file['demo']['sleutel']}"
        if Case.objects.filter(team=by.team, source_key=key).exists():
            continue
        reading = read_case(file, known_answers(), today)
        if reading.case is None:
            raise ValueError(f"{key}: {'; '.join(map(str, reading.problems))}")
        arrange(by, load_case(by=by, file=reading.case, source_key=key), file["demo"], today)
        made += 1
    return made


def arrange(by: Person, case: Case, wish: dict[str, Any], today: date) -> None:
    """Bring a loaded case where the demo wants it: its phase, who may see it, how it ended."""
    case.phase = Phase(wish["fase"])
    case.owner = None if case.phase == Phase.TRIAGE else by.user
    case.kind = "" if case.phase == Phase.TRIAGE else "procesregie"
    case.matching_requested = wish.get("bemiddeling", False)
    case.save()
    if case.phase in (Phase.TRIAGE, Phase.WAITING):
        undecide(case)
    else:
        give_consent(by, case, wish.get("toestemming", {}), today)
    compare(by, case, wish.get("verklaringen", {}))
    for user in User.objects.filter(email__in=wish.get("gegeven_aan", [])):
        grant_case(by=by, case=case, user=user)
    if "afsluiting" in wish:
        close(case, wish["afsluiting"], today)


def undecide(case: Case) -> None:
    """A referral on which nobody has decided yet, or that waits for information."""
    referral = case.referral
    waiting = case.phase == Phase.WAITING
    referral.decision = Decision.WAITING if waiting else ""
    referral.decision_reason = "Het perspectiefbesluit van de voogd ontbreekt nog." if waiting else ""
    if not waiting:
        referral.decided_on, referral.decided_by = None, None
    referral.save()


def close(case: Case, wish: dict[str, Any], today: date) -> None:
    """How the case ended."""
    closure = case.closure
    closure.closed_on = max(today - timedelta(days=wish["dagen_geleden"]), case.referral.referred_on)
    closure.at_table, closure.hours = wish["aan_tafel"], Decimal(wish["uren"])
    closure.satisfaction_family, closure.satisfaction_professionals = (
        wish["tevreden_gezin"],
        wish["tevreden_hulp"],
    )
    closure.effects, closure.costs, closure.contributions = wish["effecten"], wish["kosten"], wish["bijdrage"]
    closure.save()
