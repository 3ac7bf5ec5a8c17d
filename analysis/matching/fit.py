"""What fits between a young person and a place, in words: pure, without a score.

Only what somebody thrives in, what works, age and where home is can be given (`Need`): there is no place in it for
complaints, behaviour or a profile, so they can never decide which place is found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .distance import kilometres
from .touching import Touch, touches

NEAR_KM = 20
HOME = "dicht_bij_huis"
OTHER = "anders"
ORDER = (
    "Eerst de plekken waar de leeftijd kan. Dan: hoe meer er zeker past, hoe hoger. Past er evenveel, dan staat de "
    "plek waar minder niet past bovenaan, en daarna de plek met de kortste wachttijd. Wat onbekend is, telt niet mee: "
    "bel even, dan weet je het."
)

# A climate is carried by what the professionals have: worth saying when nobody asked about the climate itself.
CARRIED_BY = {
    "vast_gezicht": ("vaste_bezetting", "een vaste bezetting"),
    "weinig_eisen": ("ruimte_om_af_te_wijken", "ruimte om van regels af te wijken"),
    "nabijheid_dag_en_nacht": ("achterwacht", "dag en nacht een achterwacht"),
}


class Answer(StrEnum):
    """Whether something fits."""

    YES = "past"
    NO = "past niet"
    UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Need:
    """What a young person needs of a place.

    `climate`: codes of question `klimaat`; `strengths`: the words on protective cards; `age` in whole years;
    `municipality`: CBS code of home, or empty.
    """

    climate: tuple[str, ...]
    strengths: tuple[str, ...]
    age: int
    municipality: str = ""


@dataclass(frozen=True)
class Offer:
    """What a place offers; a climate in neither set is unknown. Ages in whole years, None when nobody asked."""

    place: int
    name: str
    climate_yes: frozenset[str] = frozenset()
    climate_no: frozenset[str] = frozenset()
    climate_words: Mapping[str, str] = field(default_factory=dict)
    conditions: frozenset[str] = frozenset()
    note: str = ""
    municipality: str = ""
    age_from: int | None = None
    age_to: int | None = None
    waiting_weeks: int | None = None


@dataclass(frozen=True)
class Reason:
    """One thing that fits, does not, or is not known: `Vast gezicht: past, dezelfde twee begeleiders`."""

    about: str
    answer: Answer
    words: str = ""

    @property
    def sentence(self) -> str:
        """The whole of it; what is unknown asks to be asked."""
        said = f"{self.answer}, vraag het na" if self.answer == Answer.UNKNOWN else str(self.answer)
        return f"{self.about}: {said}{', ' + self.words if self.words else ''}"


@dataclass(frozen=True)
class Match:
    """A place with its reasons: of the climate in the order of the need, of the age, and what touches a strength."""

    offer: Offer
    reasons: tuple[Reason, ...]
    age: Reason
    touches: tuple[Touch, ...]
    kilometres: int | None

    def count(self, answer: Answer) -> int:
        return sum(one.answer == answer for one in self.reasons)

    @property
    def summary(self) -> str:
        """`2 van de 3 past, 1 onbekend`; nothing when no climate is known to be needed."""
        if not self.reasons:
            return ""
        parts = [f"{self.count(Answer.YES)} van de {len(self.reasons)} past"]
        parts += [f"{n} past niet"] if (n := self.count(Answer.NO)) else []
        parts += [f"{n} onbekend"] if (n := self.count(Answer.UNKNOWN)) else []
        return ", ".join(parts)

    @property
    def distance(self) -> str:
        """How far from home, in words; nothing when that is not known."""
        if self.kilometres is None:
            return ""
        return "zelfde gemeente" if self.kilometres == 0 else f"ongeveer {self.kilometres} km van huis"


def match(need: Need, offer: Offer, names: Mapping[str, str]) -> Match:
    """What of this place fits. `names`: code → label of question `klimaat`."""
    far = kilometres(need.municipality, offer.municipality)
    reasons = tuple(reason_for(code, names.get(code, code), offer, far) for code in need.climate)
    said = (*(text for code, text in offer.climate_words.items() if code in offer.climate_yes), offer.note)
    return Match(offer, reasons, age_reason(need.age, offer), touches(need.strengths, said), far)


def matches(need: Need, offers: Iterable[Offer], names: Mapping[str, str]) -> list[Match]:
    """Every place with its reasons, in the order that `ORDER` explains."""
    return sorted((match(need, offer, names) for offer in offers), key=place_in_order)


def place_in_order(one: Match) -> tuple[bool, int, int, float, str, int]:
    """Lower comes first; see `ORDER`."""
    weeks = one.offer.waiting_weeks
    return (
        one.age.answer == Answer.NO,
        -one.count(Answer.YES),
        one.count(Answer.NO),
        float("inf") if weeks is None else weeks,
        one.offer.name.casefold(),
        one.offer.place,
    )


def reason_for(code: str, name: str, offer: Offer, far: int | None) -> Reason:
    """Whether one climate is there."""
    words = offer.climate_words.get(code, "")
    if code == HOME and far is not None:
        return near_home(name, far)
    if code in offer.climate_yes:
        return Reason(name, Answer.YES, words or carried(code, offer, "er is"))
    if code in offer.climate_no:
        return Reason(name, Answer.NO, words)
    if code == OTHER:
        return Reason(name, Answer.UNKNOWN, "lees in de analyse wat er bedoeld is")
    return Reason(name, Answer.UNKNOWN, words or carried(code, offer, "er is wel"))


def carried(code: str, offer: Offer, opening: str) -> str:
    """What the professionals have that carries this climate, in words; nothing when it is not known."""
    condition, words = CARRIED_BY.get(code, ("", ""))
    return f"{opening} {words}" if condition in offer.conditions else ""


def near_home(name: str, far: int) -> Reason:
    """Near is within twenty kilometres."""
    if far == 0:
        return Reason(name, Answer.YES, "zelfde gemeente")
    return Reason(name, Answer.YES if far <= NEAR_KM else Answer.NO, f"ongeveer {far} km")


def age_reason(age: int, offer: Offer) -> Reason:
    """Whether somebody of this age can come."""
    low, high = offer.age_from, offer.age_to
    if low is not None and age < low:
        return Reason("Leeftijd", Answer.NO, f"pas vanaf {low} jaar")
    if high is not None and age > high:
        return Reason("Leeftijd", Answer.NO, f"tot en met {high} jaar")
    if low is None and high is None:
        return Reason("Leeftijd", Answer.UNKNOWN)
    if high is None:
        return Reason("Leeftijd", Answer.YES, f"vanaf {low} jaar")
    return Reason("Leeftijd", Answer.YES, f"{low or 0} tot en met {high} jaar")
