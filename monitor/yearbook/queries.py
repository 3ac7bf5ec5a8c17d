"""Which years there are, and the files made of one."""

from django.db.models import Count
from django.db.models.functions import ExtractYear

from cases.casefile.models import Case
from expertteam.accounts.models import Team

from .models import Kind, YearFile


def years_of(team: Team) -> list[tuple[int, int]]:
    """(year, number of cases) of every year with counted cases, newest first."""
    counted = Case.objects.filter(team=team).counted().order_by()
    years = counted.annotate(of=ExtractYear("referral__referred_on")).values_list("of")
    return [(int(year), count) for year, count in years.annotate(n=Count("pk")).order_by("-of")]


def newest_files(team: Team, year: int) -> list[YearFile]:
    """The newest file of each kind of this year, without its content."""
    files = (
        YearFile.objects.filter(team=team, year=year)
        .defer("file", "content")
        .order_by("kind", "-requested_at")
    )
    newest = {file.kind: file for file in reversed(files.distinct("kind"))}
    return [newest[kind.value] for kind in Kind if kind.value in newest]
