"""A place as it is shown: codes in words, and what nobody asked said as such."""

from dataclasses import dataclass
from datetime import date

from cases.choices.queries import label, labels

from .models import Place


@dataclass(frozen=True)
class Offered:
    """One thing a place offers or does not, and how, in their words."""

    name: str
    words: str = ""


@dataclass(frozen=True)
class Exclusion:
    """What a place says it excludes, and what it does."""

    name: str
    says: bool
    excludes: bool
    accepts: bool

    @property
    def sentence(self) -> str:
        """What they say beside what they do."""
        if self.accepts:
            return "zeggen van niet, in de praktijk toch welkom" if self.says else "in de praktijk welkom"
        if self.excludes:
            both = "niet welkom, volgens henzelf en in de praktijk"
            return both if self.says else "in de praktijk niet welkom, al zeggen ze dat niet"
        return "niet welkom volgens henzelf; in de praktijk nog niet gevraagd"


@dataclass(frozen=True)
class ShownPlace:
    """A place on the day somebody looks."""

    place: Place
    day: date

    @property
    def must_be_checked(self) -> bool:
        return self.place.must_be_checked(self.day)

    @property
    def where(self) -> str:
        """`Winschoten (Oldambt)`; one of both when the other is not known or says the same."""
        town, municipality = self.place.town, label("gemeente", self.place.municipality)
        return (
            f"{town} ({municipality})"
            if town and municipality and town != municipality
            else town or municipality
        )

    @property
    def climate(self) -> list[Offered]:
        """What is there, and how they do it."""
        return self.offered(self.place.climate_yes)

    @property
    def no_climate(self) -> list[Offered]:
        """What was asked and is not there."""
        return self.offered(self.place.climate_no)

    def offered(self, codes: list[str]) -> list[Offered]:
        words = self.place.climate_words
        return [
            Offered(name, words.get(code, "")) for code, name in labels("klimaat").items() if code in codes
        ]

    @property
    def unasked(self) -> list[str]:
        """What of the climate nobody asked; «anders» is no question."""
        known = {*self.place.climate_yes, *self.place.climate_no, "anders"}
        return [name for code, name in labels("klimaat").items() if code not in known]

    @property
    def exclusions(self) -> list[Exclusion]:
        place = self.place
        found = [
            Exclusion(
                name, code in place.says_excludes, code in place.does_exclude, code in place.does_accept
            )
            for code, name in labels("uitsluiting").items()
        ]
        return [one for one in found if one.says or one.excludes or one.accepts]
