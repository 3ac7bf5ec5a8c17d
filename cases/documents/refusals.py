"""Why a file is not taken in, in words that say what to do. The code goes into the trace, the words to the person."""


class Refused(ValueError):
    """This file is not taken in. `code` says why (never a name or a text), `words` say it in Dutch."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code, self.words = code, words


UNKNOWN = Refused(
    "soort",
    "dit soort bestand nemen we niet aan. Maak er een pdf van, of kies een docx, xlsx, pptx, odt, jpg of png.",
)
EMPTY = Refused("leeg", "dit bestand is leeg. Kies een ander bestand.")
PASSWORD = Refused(
    "wachtwoord",
    "hier zit een wachtwoord op. Haal het wachtwoord eraf, bewaar het bestand en kies het opnieuw.",
)
MACROS = Refused(
    "macro", "hier zitten macro’s in: stukjes programma. Maak er een pdf van, of bewaar het zonder macro’s."
)
OLD_OFFICE = Refused(
    "oud",
    "dit is een oud Office-bestand (doc, xls of ppt). Bewaar het als docx, xlsx, pptx of pdf en kies het opnieuw.",
)
PHONE_PHOTO = Refused(
    "heic", "dit is een foto in het formaat van een iPhone (HEIC). Bewaar de foto als jpg en kies hem."
)
BOMB = Refused(
    "bom", "dit bestand pakt zichzelf zo groot uit dat het niet klopt. Vraag de afzender om een pdf."
)
DAMAGED = Refused(
    "kapot", "dit bestand is beschadigd of niet af. Kijk of je het kunt openen, en bewaar het dan opnieuw."
)
TOO_MANY_PIXELS = Refused(
    "pixels", "deze afbeelding is te groot om te bekijken. Bewaar haar kleiner en kies haar opnieuw."
)
INFECTED = Refused(
    "virus", "de virusscanner vond hier iets gevaarlijks in. Open het niet en bel de afzender."
)


def too_large(limit: int) -> Refused:
    """Over the limit, in bytes."""
    words = (
        f"dit bestand is groter dan {limit // 1024**2} MB. Maak het kleiner (bij een scan: zwart-wit of een lagere "
        "kwaliteit) of knip het in delen."
    )
    return Refused("groot", words)
