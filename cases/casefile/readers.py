"""Whether somebody who gets something to do in a case can read it."""

from expertteam.access.person import person_in
from expertteam.accounts.models import User

from .models import Case


def cannot_see_yet(user: User, case: Case) -> str:
    """A sentence for who gave a colleague something to do in a case that is not open to them; empty when it is."""
    person = person_in(user, case.team)
    if person and Case.objects.visible_to(person).filter(pk=case.pk).exists():
        return ""
    return f"{user.name} ziet deze casus nog niet. Geef toegang op het Overzicht."
