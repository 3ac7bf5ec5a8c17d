"""What a meeting forgets when a case that stood on its agenda is destroyed."""

from cases.casefile.models import Case
from expertteam.access.person import Person

from .models import Meeting


def forget_places(by: Person, case: Case) -> None:
    """Blank where it was: a meeting at somebody's home would say where they lived. The day and the team stay."""
    Meeting.objects.filter(items__case=case).exclude(place="", link="").update(place="", link="")
