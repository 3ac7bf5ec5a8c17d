"""A year of a team: opening the cases of the files in data/year, in the order in which they came in."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cases.casefile.actions import YoungPersonData, open_case
from cases.casefile.models import Case, Phase
from cases.intake.models import Decision
from expertteam.access.person import Person

FOLDER = Path(__file__).parent.parent / "data" / "year"
DECIDED_AFTER = 4
DECISIONS = {
    Phase.WAITING: Decision.WAITING,
    Phase.REFERRED_ON: Decision.REFERRED_ON,
    Phase.DECLINED: Decision.DECLINED,
}
NOT_SAID = "—"


@dataclass(frozen=True)
class Day:
    """Days of the demo: `ago(3)` is three days before today, `born(14, 120)` fourteen years and 120 days."""

    today: date

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def born(self, years: int, days: int) -> date:
        return self.today - timedelta(days=round(years * 365.25) + days)


def year_files(team: str) -> Iterator[dict[str, Any]]:
    """The cases of a team, the oldest first, so that numbers follow the days."""
    found = [case for path in sorted(FOLDER.glob(f"{team}-*.json")) for case in json.loads(path.read_text())]
    yield from sorted(found, key=lambda case: -case["aangemeld"])


def open_demo_case(by: Person, owner: Person, file: dict[str, Any], day: Day) -> Case:
    """The case with its aanmelding, and what its owner decided; a case that is going to be closed is still open."""
    phase = Phase(file["fase"])
    first, last = file["naam"]
    person = YoungPersonData(first, last, day.born(*file["geboren"]), file["geslacht"])
    running = phase in (Phase.ANALYSIS, Phase.FOLLOWING, Phase.CLOSED)
    return open_case(
        by=by,
        young_person=person,
        referral={**asked(file, day), **decided(owner, file, phase, day)},
        event="case.loaded",
        phase=Phase.FOLLOWING if phase == Phase.CLOSED else phase,
        kind=file["soort"],
        urgency=file["urgentie"],
        owner=owner.user if running else None,
        matching_requested=False,
        source_key=f"demo:jaar-{file['sleutel']}",
    )


def asked(file: dict[str, Any], day: Day) -> dict[str, Any]:
    """The aanmelding as fields of `Referral`."""
    name, function, organisation = file["aanmelder"]
    voices = ("voice_young_person", "voice_parents", "voice_referrer")
    return {
        "referred_on": day.ago(file["aangemeld"]),
        "asker": file["wie"],
        "referrer_name": name,
        "referrer_function": function,
        "referrer_organisation": organisation,
        "municipality": file["gemeente"],
        "residence": file["verblijf"],
        "education": file["onderwijs"],
        "school_problems": file["school_problemen"],
        "legal_frame": file["kader"],
        "transfer": "ja" if file["vraag"] == "doorstroom_in_verblijf" else "nee",
        "question_kind": file["vraag"],
        "tried_before": file["geprobeerd"],
        "bottlenecks": file["knelpunten"],
        "prior_analysis": file["va_vooraf"],
        "prior_analysis_by": file.get("va_door", ""),
        "re_referral": "nee",
        **{
            field: "" if text == NOT_SAID else text
            for field, text in zip(voices, file["stemmen"], strict=True)
        },
    }


def decided(by: Person, file: dict[str, Any], phase: Phase, day: Day) -> dict[str, Any]:
    """What was decided about the aanmelding; nothing while it still waits for that."""
    if phase == Phase.TRIAGE:
        return {}
    return {
        "decision": DECISIONS.get(phase, Decision.ACCEPTED),
        "decision_reason": file.get("reden", ""),
        "referred_to": file.get("naar", ""),
        "decided_on": day.ago(max(file["aangemeld"] - DECIDED_AFTER, 0)),
        "decided_by": by.user,
    }
