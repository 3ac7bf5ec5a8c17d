"""Fixing a version of the analysis: what stands there now stays readable as it is, whatever changes afterwards."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from analysis.board.models import Analysis
from analysis.board.queries import board_of
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .content import content_of, state_of
from .models import FixedVersion, Occasion, Why


class NothingToFix(Exception):
    """There is nothing on the board, so a version would be empty."""


@transaction.atomic
def fix_version(
    *, by: Person, analysis: Analysis, why: str, note: str = "", at: datetime | None = None
) -> FixedVersion:
    """Fix the analysis as it stands now; when nothing changed since the last version, that one, with this occasion.

    `why` is a code of `Why`; `at` is for what is written down afterwards. Draws first, and then holds the analysis, so
    that numbers have no doubles. Raises NothingToFix when the board is empty.
    """
    drawn = _drawn(analysis)
    row = (
        Analysis.objects.select_for_update(of=("self",))
        .select_related("case__young_person")
        .get(pk=analysis.pk)
    )
    board = board_of(row.case, row)
    state = state_of(board)
    if state.is_empty:
        raise NothingToFix
    fingerprint = state.fingerprint
    last = row.fixed_versions.light().first()
    if last is not None and last.fingerprint == fingerprint:
        fix_again(by=by, version=last, why=Why(why), note=note)
        return last
    version = FixedVersion.objects.create(
        analysis=row,
        number=(row.fixed_versions.aggregate(last=Max("number"))["last"] or 0) + 1,
        content=drawn.get(fingerprint) or content_of(board, state),
        fingerprint=fingerprint,
        analysis_version=row.version,
        fixed_by=by.user,
        fixed_at=at or timezone.now(),
        why=Why(why),
        note=note,
    )
    details = {"version": version.number, "why": Why(why).label}
    record(by, "version.fixed", case_number=row.case.number, details=details)
    return version


def _drawn(analysis: Analysis) -> dict[str, dict[str, Any]]:
    """Fingerprint → content, made before the analysis is held: drawing takes long, and others go on writing."""
    row = Analysis.objects.select_related("case__young_person").get(pk=analysis.pk)
    board = board_of(row.case, row)
    state = state_of(board)
    known = row.fixed_versions.light().first()
    if state.is_empty or (known is not None and known.fingerprint == state.fingerprint):
        return {}
    return {state.fingerprint: content_of(board, state)}


@transaction.atomic
def fix_again(*, by: Person, version: FixedVersion, why: Why, note: str = "") -> None:
    """Write down that a version was fixed for this as well; nothing when that was said of it today."""
    day = timezone.localdate()
    if version.why == why and timezone.localdate(version.fixed_at) == day and version.note in (note, ""):
        return
    said = {"by": by.user, "note": note}
    _, new = Occasion.objects.get_or_create(version=version, why=why, day=day, defaults=said)
    if new:
        details = {"version": version.number, "why": why.label}
        record(by, "version.fixed_again", case_number=version.analysis.case.number, details=details)
