"""The rows of this app that make up the history of a case."""

from .casefile.history_sources import Source, add_source, of_case
from .casefile.models import Case
from .followup.models import Closure
from .intake.models import Referral
from .people.models import Participant, YoungPerson
from .steering.models import Action
from .timeline.models import TimelineEvent

VOICES = {
    "voice_young_person": "de vraag volgens de jongere",
    "voice_parents": "de vraag volgens de ouders",
    "voice_referrer": "de vraag volgens de aanmelder",
    "referrer_phone": "telefoon van de aanmelder",
    "referrer_email": "e-mailadres van de aanmelder",
    "referrer_organisation": "organisatie van de aanmelder",
    "referrer_function": "functie van de aanmelder",
}


def add_sources() -> None:
    """Called once, when the app starts."""
    add_source(Source(Case, lambda case: {"id": case.pk}, created="schreef de casus in"))
    add_source(Source(Referral, of_case, labels=VOICES))
    add_source(Source(YoungPerson, lambda case: {"id": case.young_person_id}))
    add_source(
        Source(
            Participant, of_case, "zette ‘{title}’ bij de mensen", "bij ‘{title}’",
            "haalde ‘{title}’ bij de mensen weg", title_field="name",
        )
    )  # fmt: skip
    add_source(
        Source(
            TimelineEvent, of_case, "zette ‘{title}’ op de tijdlijn", "bij ‘{title}’",
            "haalde ‘{title}’ van de tijdlijn", title_field="text",
        )
    )  # fmt: skip
    add_source(
        Source(
            Action, of_case, "maakte de afspraak ‘{title}’", "bij de afspraak ‘{title}’",
            "haalde de afspraak ‘{title}’ weg", title_field="text",
        )
    )  # fmt: skip
    add_source(Source(Closure, of_case, changed="bij de afsluiting"))
