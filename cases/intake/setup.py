"""What this room adds to the site."""

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab
from expertteam.jobs.daily import register_daily

from .drafts.forgetting import forget_old_drafts
from .models import Referral
from .today import add_lists

VOICES = {
    "voice_young_person": "de vraag volgens de jongere",
    "voice_parents": "de vraag volgens de ouders",
    "voice_referrer": "de vraag volgens de aanmelder",
    "referrer_phone": "telefoon van de aanmelder",
    "referrer_email": "e-mailadres van de aanmelder",
    "referrer_organisation": "organisatie van de aanmelder",
    "referrer_function": "functie van de aanmelder",
}


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Aanmelding", "cases:referral", "case.read", place=20)
    add_source(Source(Referral, of_case, labels=VOICES))
    add_lists()
    register_daily("concepten", "Oude concepten weggooien", forget_old_drafts, hour=3)
