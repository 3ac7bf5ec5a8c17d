"""Who says what stands on a card, in words."""

from cases.choices.queries import label

from .models import Element

SAID = {
    "ouder": "zegt een ouder",
    "netwerk": "zegt het netwerk",
    "hulpverlener": "zegt de hulpverlening",
    "onderwijs": "zegt school",
    "dossier": "dossier",
    "expert": "expert",
}


def who_says(element: Element, young_person: str) -> str:
    """Who says what stands on a card, as it stands under it: «zegt Ruben», «dossier»."""
    if element.said_by:
        return f"zegt {element.said_by}"
    if element.source == "jeugdige":
        return f"zegt {young_person}"
    return SAID.get(element.source) or label("bron", element.source).lower()
