"""For what consent is asked (domain.md, «Toestemming»), and what somebody can say."""

from django.db import models


class Purpose(models.TextChoices):
    """One thing the team wants to do; asked apart from the others."""

    DISCUSS = "bespreken", "bespreken in het team"
    REQUEST = "informatie_opvragen", "informatie opvragen"
    SHARE = "delen", "delen"
    MONITOR = "monitor", "meetellen in de jaarmonitor"


PER_PARTY = (Purpose.REQUEST.value, Purpose.SHARE.value)
"""Asked for each party by name."""


class Answer(models.TextChoices):
    """What somebody said, or that nothing could be heard of them."""

    GIVEN = "gegeven", "ja"
    REFUSED = "geweigerd", "nee"
    WITHDRAWN = "ingetrokken", "ingetrokken"
    UNREACHABLE = "onbereikbaar", "niet te bereiken"


def in_words(purpose: str, party: str = "") -> str:
    """The purpose as part of a sentence: «om informatie op te vragen bij De Toren»."""
    return {
        Purpose.DISCUSS: "om de casus in het team te bespreken",
        Purpose.REQUEST: f"om informatie op te vragen bij {party}" if party else "om informatie op te vragen",
        Purpose.SHARE: f"om te delen met {party}" if party else "om te delen",
        Purpose.MONITOR: "om mee te tellen in de jaarmonitor",
    }[Purpose(purpose)]


def short(purpose: str, party: str = "") -> str:
    """The purpose as a heading: «Delen met De Toren»."""
    return {
        Purpose.DISCUSS: "Bespreken in het team",
        Purpose.REQUEST: f"Informatie opvragen bij {party}" if party else "Informatie opvragen",
        Purpose.SHARE: f"Delen met {party}" if party else "Delen",
        Purpose.MONITOR: "Meetellen in de jaarmonitor",
    }[Purpose(purpose)]
