"""Asking for an advice report: the content is frozen at that moment; asking twice for the same gives one report."""

from django.db import transaction
from django.db.models import Max

from analysis.board.models import Analysis
from analysis.versions.actions import fix_version
from analysis.versions.models import Why
from cases.casefile.models import Case
from cases.consent.purposes import Purpose
from cases.consent.queries import require
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.jobs.sending import send_or_wait

from .content import content_of, fingerprint_of
from .models import AdviceReport, Edition
from .tasks import make_report


@transaction.atomic
def request_report(*, by: Person, case: Case, edition: Edition) -> tuple[AdviceReport, bool]:
    """The report of this content, and whether it is a new one; put in the queue when it is new or had failed.

    Holds the case while it counts, so that numbers have no doubles, and the analysis, so that nobody writes in it
    while it is frozen; it is fixed as a version as well. Raises NothingToReport, and ConsentMissing when it may be
    shared with nobody.
    """
    require(case, Purpose.SHARE)
    Case.objects.select_for_update().get(pk=case.pk)
    Analysis.objects.select_for_update(of=("self",)).filter(case=case).first()
    content = content_of(case, edition)
    fingerprint = fingerprint_of(content)
    known = AdviceReport.objects.light().filter(case=case, edition=edition, fingerprint=fingerprint).first()
    if known is not None:
        try_again(by=by, report=known)
        return known, False
    number = (AdviceReport.objects.filter(case=case).aggregate(last=Max("number"))["last"] or 0) + 1
    report = AdviceReport.objects.create(
        case=case,
        number=number,
        edition=edition,
        analysis_version=content["analysis"]["version"],
        fixed_version=fix_version(by=by, analysis=case.analysis, why=Why.ADVISED, note=f"Rapport {number}"),
        fingerprint=fingerprint,
        content=content,
        requested_by=by.user,
    )
    _send(by, report)
    return report, True


@transaction.atomic
def try_again(*, by: Person, report: AdviceReport) -> bool:
    """Put a failed report back in the queue; False when it had not failed (a double click).

    ConsentMissing when it may be shared with nobody any more.
    """
    require(report.case, Purpose.SHARE)
    again = report.start_again()
    if again:
        _send(by, report)
    return again


def _send(by: Person, report: AdviceReport) -> None:
    details = {"number": report.number, "edition": report.edition}
    record(by, "report.requested", case_number=report.case.number, details=details)
    transaction.on_commit(lambda: send_or_wait(make_report, report.pk))
