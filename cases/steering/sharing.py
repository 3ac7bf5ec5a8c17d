"""Whether somebody outside the team may be mailed about an action: only when sharing with them is allowed.

The young person, and who decides for a child under sixteen, need nobody's consent to hear what they said they would do
themselves; with everybody else sharing must be allowed, by their own name or that of their organisation.
"""

from datetime import date

from django.utils import timezone

from cases.casefile.models import Case
from cases.consent.purposes import Purpose
from cases.consent.queries import Standing, missing_in, standing_of
from cases.consent.rules import DECIDES, YOUNG_PERSON, Around, authority_of
from cases.people.models import Participant
from expertteam.ui.dates import age_on

from .models import Action


class Sharing:
    """What is missing on a day, asked once per case."""

    def __init__(self, day: date | None = None) -> None:
        self.day = day or timezone.localdate()
        self.standings: dict[int, Standing] = {}

    def with_owner(self, action: Action) -> list[str]:
        """What is missing before the owner may be mailed, in sentences; empty for a colleague, and when it may."""
        owner = action.owner_participant
        if action.is_inside or (owner is not None and self.is_family(action.case, owner)):
            return []
        organisation = action.owner_organisation or (owner.organisation if owner else "")
        return self.missing(action.case, [action.owner_name, organisation])

    def with_manager(self, action: Action) -> list[str]:
        """The same for the manager: by name, or as somebody of their organisation (of the owner, if none is said)."""
        names = [action.manager_name, action.manager_organisation or action.owner_organisation]
        return self.missing(action.case, names)

    def missing(self, case: Case, names: list[str]) -> list[str]:
        if case.pk not in self.standings:
            self.standings[case.pk] = standing_of(case, self.day)
        found = missing_in(self.standings[case.pk], Purpose.SHARE, names)
        return [one.sentence for one in found]

    def is_family(self, case: Case, owner: Participant) -> bool:
        """The young person, or who has authority over a child that does not decide alone yet; not who left."""
        if owner.role == YOUNG_PERSON:
            return True
        if owner.ended_on and owner.ended_on <= self.day:
            return False
        under = age_on(case.young_person.birth_date, self.day) < DECIDES
        around = Around(
            owner.name, owner.role, owner.parental_authority, str(owner.person_key), owner.ended_on
        )
        return under and bool(authority_of(around))
