"""Asking for a file of a year: the figures are frozen when one asks; the same figures are the same file."""

import hashlib
import json
from typing import Any

from django.db import transaction

from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.jobs.sending import send_or_wait
from monitor.figures import YearFigures, figures_of, in_order
from monitor.indicators import INDICATORS, Indicator

from .models import Kind, YearFile
from .tasks import make_year_file

# Raise it when the files look different: then nobody gets one of before.
LAYOUT = 2


def content_of(this: YearFigures, last: YearFigures) -> dict[str, Any]:
    """The figures as they are at this moment, and by which words: what makes one file another file."""
    return {
        "layout": LAYOUT,
        "this": this.as_json(),
        "last": last.as_json(),
        "words": {indicator.key: words_of(indicator, this, last) for indicator in INDICATORS},
    }


def words_of(indicator: Indicator, this: YearFigures, last: YearFigures) -> list[str]:
    """Title, definition and the answers that were given, as a reader sees them."""
    given = {**last.counts[indicator.key], **this.counts[indicator.key]}
    return [indicator.title, indicator.definition, *(label for _, label, _ in in_order(indicator, given))]


def fingerprint_of(content: dict[str, Any]) -> str:
    """SHA-256 of the content, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def request_file(*, by: Person, year: int, kind: Kind) -> YearFile:
    """The file of these figures: made before, on its way, or put in the queue now."""
    content = content_of(*figures_of(by.team, year))
    file, created = YearFile.objects.defer("file").get_or_create(
        team=by.team,
        year=year,
        kind=kind,
        fingerprint=fingerprint_of(content),
        defaults={"content": content, "requested_by": by.user},
    )
    if created:
        record(by, "monitor.requested", details={"year": year, "kind": kind.value})
    if created or file.start_again():
        transaction.on_commit(lambda: send_or_wait(make_year_file, file.pk))
    return file
