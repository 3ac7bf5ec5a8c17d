"""Small makers of test data, through the same actions as the application."""

from datetime import date
from itertools import count
from typing import Any

from analysis.board.models import Analysis, Element, Link
from cases.casefile.actions import YoungPersonData, open_case
from cases.casefile.models import Case, Phase
from cases.consent.models import OtherBasis
from cases.consent.purposes import Purpose
from expertteam.access.person import Person

_counter = count(1)


def make_case(by: Person, *, consent: bool = True, **given: Any) -> Case:
    """An accepted case of the person's team; name, birth date, referral fields and case fields can be given.

    `first_name`, `last_name`, `birth_date`, `gender` and `referral` (a dict) are taken out; the rest goes to `Case`.
    With `consent` there is a ground for every purpose and party, whoever is around the young person; without it
    nobody was asked anything yet.
    """
    serial = next(_counter)
    young_person = YoungPersonData(
        given.pop("first_name", "Ruben"),
        given.pop("last_name", f"Oosterhuis {serial}"),
        given.pop("birth_date", date(2010, 9, 14)),
        given.pop("gender", "jongen"),
    )
    referral = {
        "referred_on": date(2026, 2, 11),
        "asker": "lokaal_team_gemeente",
        "question_kind": "meedenken_va",
        "municipality": "GM1952",
        "voice_young_person": "Ik wil dat iedereen even ophoudt met moeten.",
        **given.pop("referral", {}),
    }
    given.setdefault("phase", Phase.ANALYSIS)
    given.setdefault("owner", by.user)
    case = open_case(by=by, young_person=young_person, referral=referral, event="case.registered", **given)
    if consent:
        allow_everything(by, case)
    return case


def allow_everything(by: Person, case: Case) -> None:
    """A ground for every purpose, in one query."""
    values = {
        "case": case, "kind": "anders", "reason": "Afgesproken in de test.", "decided_by": str(by),
        "decided_on": date(2000, 1, 1), "recorded_by": by.user,
    }  # fmt: skip
    OtherBasis.objects.bulk_create(OtherBasis(purpose=purpose, **values) for purpose in Purpose)


def make_analysis(case: Case) -> Analysis:
    """A small analysis: one complaint in a ring with what keeps it going, and one protective element."""
    analysis = Analysis.objects.create(case=case, version=1)
    wanted = [
        ("klacht", "jeugdige", "Ligt de hele dag op de bank"),
        ("in_stand_houdend", "hulpverlening", "Steeds nieuwe doelen: het moet"),
        ("beschermend", "school", "Sleutelt graag aan fietsen"),
    ]
    complaint, pressure, strength = (
        Element.objects.create(
            analysis=analysis, kind=kind, domain=domain, source="ouder", text=text, position=place
        )
        for place, (kind, domain, text) in enumerate(wanted)
    )
    Link.objects.create(analysis=analysis, source=complaint, target=pressure, kind="versterkt", position=0)
    Link.objects.create(
        analysis=analysis, source=pressure, target=complaint, kind="houdt_in_stand", position=1
    )
    Link.objects.create(analysis=analysis, source=strength, target=complaint, kind="dempt", position=2)
    return analysis
