"""Reading the fixed versions of an analysis."""

from django.db.models import Q

from analysis.board.models import Analysis

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
