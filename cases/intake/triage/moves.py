"""Which decision about an aanmelding is possible when, and what it does to the case. Pure: a table to test against."""

from cases.casefile.models import Phase
from cases.intake.models import Decision

PHASE_AFTER = {
    Decision.ACCEPTED: Phase.ANALYSIS,
    Decision.WAITING: Phase.WAITING,
    Decision.REFERRED_ON: Phase.REFERRED_ON,
    Decision.DECLINED: Phase.DECLINED,
}
STANDS = {
    Phase.FOLLOWING: "Deze casus wordt al gevolgd, dus het besluit over de aanmelding staat vast.",
    Phase.CLOSED: "Deze casus is afgesloten, dus het besluit over de aanmelding staat vast.",
}


def why_not(phase: str) -> str:
    """Why nothing can be decided about an aanmelding in this phase; an empty text when it can."""
    return STANDS.get(Phase(phase), "")
