"""Reading what is needed to choose an edition."""

from dataclasses import dataclass

from cases.casefile.models import Case

from .content import NothingToReport, content_of, fingerprint_of
from .models import AdviceReport, Edition
from .shown import missing

WHAT = {
    Edition.FAMILY: "In gewone woorden: de vraag, onze verklaring, de tekening, het advies en de afspraken.",
    Edition.PROFESSIONALS: "Hetzelfde, en daarbij alle kaartjes met wie het zegt, de verbanden, profiel en klimaat.",
}


@dataclass(frozen=True)
class EditionChoice:
    """One edition: what is in it, what is missing, and the report that already says exactly this."""

    edition: Edition
    what: str
    missing: list[str]
    same: AdviceReport | None

    @property
    def label(self) -> str:
        return self.edition.label.capitalize()


def editions_of(case: Case) -> list[EditionChoice]:
    """The editions one can ask for; none when there is nothing to report."""
    try:
        return [_choice(case, edition) for edition in Edition]
    except NothingToReport:
        return []


def _choice(case: Case, edition: Edition) -> EditionChoice:
    content = content_of(case, edition, draw=False)
    fingerprint = fingerprint_of(content)
    same = AdviceReport.objects.light().filter(case=case, edition=edition, fingerprint=fingerprint).first()
    return EditionChoice(edition, WHAT[edition], missing(content), same)


def reports_of(case: Case) -> list[AdviceReport]:
    """Every issued report, the newest first."""
    return list(AdviceReport.objects.light().filter(case=case))
