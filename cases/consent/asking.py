"""What must be asked in one case, in short: for Vandaag, the header and the overview."""

from dataclasses import dataclass
from datetime import date

from cases.casefile.models import Case

from .coming import Coming, next_change
from .page import Page, page_of
from .purposes import Purpose
from .queries import standing_of
from .shown import Lack, lacks
from .situation import State


@dataclass(frozen=True)
class Asks:
    """The matrix, what is missing per person of what was asked, and the birthday within six weeks (or None)."""

    page: Page
    lacks: list[Lack]
    coming: Coming | None

    @property
    def stops(self) -> bool:
        """Whether the case may not be discussed now."""
        return not self.page.standing.verdict(Purpose.DISCUSS).allowed

    @property
    def refused(self) -> bool:
        """Whether somebody the law asks said no to discussing."""
        return self.page.standing.verdict(Purpose.DISCUSS).summary == "geweigerd"

    @property
    def lapsed(self) -> bool:
        """Whether a birthday came since it was asked."""
        return any(one.state == State.LAPSED for one in self.page.lacking)


def asks_of(case: Case, day: date) -> Asks:
    """Four queries, or none for a case with everything of `PREFETCH`."""
    page = page_of(standing_of(case, day))
    coming = next_change(case.young_person.birth_date, day, case.young_person.first_name)
    asked = [one for row in page.rows for one in row.missing]
    return Asks(page, lacks(asked), coming if coming and coming.soon else None)
