"""What somebody types in the forms of this room."""

from typing import Any
from uuid import uuid4


def referral(**given: Any) -> dict[str, Any]:
    """An aanmelding with what is needed and no more; the rest can be given."""
    return {
        "form_token": str(uuid4()),
        "referred_on": "2-3-2026",
        "asker": "lokaal_team_gemeente",
        "first_name": "Fenna",
        "last_name": "Hoekstra",
        "birth_date": "14 mrt 2011",
        "municipality": "GM1952",
        "question_kind": "meedenken_va",
        "voice_young_person": "Ik wil naar huis.",
        **given,
    }


def everything(**given: Any) -> dict[str, Any]:
    """An aanmelding with every answer filled in."""
    return referral(
        referrer_name="Fokje Tiemersma",
        referrer_function="Casemanager",
        referrer_organisation="Gemeente Midden-Groningen",
        referrer_phone="0598 12 34 56",
        referrer_email="fokje@gemeente.example",
        gender="meisje",
        residence="leefgroep",
        transfer="ja",
        education="geen",
        school_problems="onbekend",
        legal_frame="ondertoezichtstelling",
        question_line="Waar kan Fenna wonen?",
        voice_parents="Laat haar dichtbij blijven.",
        voice_referrer="Wat zien wij over het hoofd?",
        tried_before="Twee leefgroepen.\nEen behandelgroep.",
        bottlenecks=["wachtlijst", "visieverschil"],
        prior_analysis="ja",
        prior_analysis_by="verwijzer_of_hulpverlening",
        kind="procesregie",
        urgency="spoed",
        matching_requested="on",
        **given,
    )


def consultation(**given: Any) -> dict[str, Any]:
    """A short consultation."""
    return {
        "form_token": str(uuid4()),
        "asked_on": "2-3-2026",
        "asker": "onderwijs",
        "question": "Mag een school een leerling thuis laten zonder plan?",
        "answer": "Nee, overleg met de leerplichtambtenaar en het samenwerkingsverband.",
        "minutes": "15",
        **given,
    }
