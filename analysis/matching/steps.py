"""The next step in looking for a place, from how the list stands: pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .models import Outcome
from .queries import ASK_AGAIN_AFTER, Listed


@dataclass(frozen=True)
class Step:
    """What to do now: a button (its anchor on the page) and a sentence."""

    button: str
    anchor: str
    sentence: str


def next_step(listed: Sequence[Listed], day: date) -> Step | None:
    """The one thing to do now; None when somebody lives somewhere."""
    running = next((one for one in listed if one.open), None)
    if running and running.open:
        waits = day - running.open.asked_on > ASK_AGAIN_AFTER and running.open.outcome == Outcome.WAITING
        said = "Er is al twee weken geen antwoord: vraag het na." if waits else "Leg vast wat ervan kwam."
        return Step("Antwoord vastleggen", f"plek-{running.candidate.place_id}", said)
    if any(one.placed and not (one.placed.placed_to and one.placed.placed_to < day) for one in listed):
        return None
    fresh = next((one for one in listed if not one.attempts), None)
    if fresh:
        return Step("Plek vragen", f"plek-{fresh.candidate.place_id}", "Bel, en leg vast wat je vroeg.")
    if listed:
        return Step("Volgende plek", "passend", "Kies hieronder de volgende plek.")
    return Step("Plek kiezen", "passend", "Kies hieronder een plek en zet hem op de lijst.")
