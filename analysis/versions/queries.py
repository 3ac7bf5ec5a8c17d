"""Reading the fixed versions of an analysis."""

from datetime import date

from django.db.models import Q

from analysis.board.models import Analysis
from cases.casefile.models import Case

from .models import FixedVersion, FixedVersionQuerySet, Occasion, Why


def on_purpose(analysis: Analysis) -> FixedVersionQuerySet:
    """The versions somebody fixed on purpose, the last first.

    A version that was only kept because an earlier one came back is not on purpose.
    """
    meant = ~Q(why=Why.BEFORE_RESTORE) | Q(pk__in=Occasion.objects.values("version"))
    return FixedVersion.objects.filter(meant, analysis=analysis)


def latest_fixed(analysis: Analysis) -> FixedVersion | None:
    """The last version somebody fixed on purpose, with its content; None when there is none."""
    return on_purpose(analysis).select_related("fixed_by").first()


def discussed_on(case: Case, day: date) -> FixedVersion | None:
    """The version that was fixed because the case was discussed that day, without its content; None without one."""
    again = Occasion.objects.filter(why=Why.DISCUSSED, day=day).values("version")
    fixed = Q(why=Why.DISCUSSED, fixed_at__date=day) | Q(pk__in=again)
    return FixedVersion.objects.filter(fixed, analysis__case=case).light().first()
