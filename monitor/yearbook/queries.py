"""Which years there are, and the files made of one."""

from django.db.models import Case as Choose
from django.db.models import Count, When
from django.db.models.functions import ExtractYear

from cases.casefile.models import Case
from expertteam.accounts.models import Team

from .models import YearFile


def years_of(team: Team) -> list[tuple[int, int]]:
    """(year, number of cases) of every year with counted cases, newest first."""
    counted = Case.objects.filter(team=team).counted().order_by()
    years = counted.annotate(of=ExtractYear("referral__referred_on")).values_list("of")
    return [(int(year), count) for year, count in years.annotate(n=Count("pk")).order_by("-of")]


def without_consent(team: Team, year: int) -> int:
    """How many cases of this year would count if there were consent for it."""
    cases = Case.objects.filter(team=team, referral__referred_on__year=year)
    return cases.lacking_consent("monitor").count()


def newest_files(team: Team, year: int, fingerprint: str) -> list[YearFile]:
    """A file of each kind of this year, without its content: of these figures when there is one, else the newest.

    Each gets `is_current`: whether it was made of the figures with this fingerprint.
    """
    files = YearFile.objects.filter(team=team, year=year).defer("file", "content")
    current = Choose(When(fingerprint=fingerprint, then=True), default=False)
    chosen = files.annotate(is_current=current).order_by("kind", "-is_current", "-requested_at")
    return list(chosen.distinct("kind"))
