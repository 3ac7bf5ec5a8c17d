"""The invented documents of the demo, taken in as if somebody had chosen them."""

import json
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from cases.casefile.models import Case
from cases.documents.actions import DocumentData, add_document, change_document
from cases.documents.incoming import judge
from expertteam.access.person import Person
from expertteam.ui.dates import VagueDate
from monitor.demo.cases import DATA

FILES = DATA / "documenten"


def ensure_documents(by: Person, today: date) -> int:
    """Documents for the cases of the person's team that never had one; returns how many were new."""
    made = 0
    wishes: dict[str, list[dict[str, Any]]] = json.loads(
        (DATA / "documenten.json").read_text(encoding="utf-8")
    )
    for key, several in wishes.items():
        case = Case.objects.filter(team=by.team, source_key=f"demo:{key}").first()
        if case is not None and not case.documents.exists():
            for wish in several:
                keep(by, case, wish, today)
                made += 1
    return made


def keep(by: Person, case: Case, wish: dict[str, Any], today: date) -> None:
    """One file, judged like any other, with what is said of it."""
    upload = SimpleUploadedFile(wish["bestand"], (FILES / wish["bestand"]).read_bytes())
    day = today - timedelta(days=wish["dagen_geleden"])
    dated = VagueDate(day.replace(day=1) if wish["precies"] == "month" else day, wish["precies"])
    data = DocumentData(wish["soort"], dated, wish["van"], wish["toelichting"])
    document, _ = add_document(by=by, case=case, file=judge(upload), data=data)
    change_document(by=by, document=document, title=wish["naam"], data=data)
