"""Reading the fixed versions of an analysis."""

from django.db.models import Q

from analysis.board.models import Analysis

from .models import FixedVersion, Occasion, Why


def latest_fixed(analysis: Analysis) -> FixedVersion | None:
    """The last version somebody fixed on purpose, with its content; None when there is none.

    A version that was only kept because an earlier one came back is not on purpose.
    """
    on_purpose = ~Q(why=Why.BEFORE_RESTORE) | Q(pk__in=Occasion.objects.values("version"))
    return analysis.fixed_versions.filter(on_purpose).select_related("fixed_by").first()
