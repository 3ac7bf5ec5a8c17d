"""What the history of a case tells of its analysis."""

from typing import Any

from django.db import models

from analysis.sharing.models import Endorsement
from cases.casefile.history_sources import Source
from cases.casefile.models import Case
from cases.choices.queries import label
from cases.people.models import Participant

from .models import Advice, Analysis, Dissent, Element, Explanation, Link
from .wording import shortened

SHORT = 40
READ = "analysis.read"


def _of_analysis(case: Case) -> dict[str, Any]:
    return {"analysis__case_id": case.pk}


def last_known(model: type[models.Model], ids: set[int], name: str) -> dict[int, str]:
    """What rows were called last, also those that are gone; one query."""
    rows = model.history.model.objects.filter(id__in=ids)  # type: ignore[attr-defined]
    return dict(rows.order_by("id", "-history_id").distinct("id").values_list("id", name))


def link_titles(rows: list[Any]) -> dict[int, str]:
    """«ligt op de bank versterkt dringen aan», per history_id."""
    texts = last_known(Element, {end for row in rows for end in (row.source_id, row.target_id)}, "text")
    names = {pk: shortened(text, SHORT) for pk, text in texts.items()}
    return {
        row.history_id: f"{names.get(row.source_id, '…')} – {label('link_soort', row.kind).lower()} – "
        f"{names.get(row.target_id, '…')}"
        for row in rows
    }


def party_titles(rows: list[Any]) -> dict[int, str]:
    """Who an answer is of, per history_id."""
    names = last_known(Participant, {row.participant_id for row in rows}, "name")
    return {row.history_id: names.get(row.participant_id, "iemand") for row in rows}


SOURCES = (
    Source(Analysis, lambda case: {"case_id": case.pk}, changed="de analyse", rule=READ),
    Source(
        Element,
        _of_analysis,
        created="legde het kaartje ‘{title}’ neer",
        changed="het kaartje ‘{title}’",
        deleted="haalde het kaartje ‘{title}’ weg",
        title_field="text",
        rule=READ,
    ),
    Source(
        Link,
        _of_analysis,
        created="legde het verband ‘{title}’",
        changed="het verband ‘{title}’",
        deleted="haalde het verband ‘{title}’ weg",
        titles=link_titles,
        untold=frozenset({"source", "target"}),
        rule=READ,
    ),
    Source(
        Explanation,
        _of_analysis,
        created="schreef de verklaring ‘{title}’",
        changed="de verklaring ‘{title}’",
        deleted="haalde de verklaring ‘{title}’ weg",
        title_field="text",
        rule=READ,
    ),
    Source(
        Dissent,
        _of_analysis,
        created="schreef op dat {title} een verklaring anders ziet",
        changed="hoe {title} een verklaring anders ziet",
        deleted="haalde weg dat {title} een verklaring anders ziet",
        title_field="said_by",
        untold=frozenset({"explanation"}),
        rule=READ,
    ),
    Source(
        Advice,
        _of_analysis,
        created="schreef het advies ‘{title}’",
        changed="het advies ‘{title}’",
        deleted="haalde het advies ‘{title}’ weg",
        title_field="text",
        rule=READ,
    ),
    Source(
        Endorsement,
        _of_analysis,
        created="schreef op wat {title} van de analyse vindt",
        changed="het antwoord van {title} op de analyse",
        deleted="haalde het antwoord van {title} op de analyse weg",
        titles=party_titles,
        untold=frozenset({"participant"}),
        rule=READ,
    ),
)
