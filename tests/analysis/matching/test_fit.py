"""What fits, in words and in order: pure, no database."""

from dataclasses import fields, replace

import pytest

from analysis.matching.fit import Answer, Match, Need, Offer, match, matches
from analysis.matching.touching import touches
from cases.choices.seed_analysis import CLIMATE

NAMES = {one.code: one.label for one in CLIMATE}
JESSE = Need(
    ("vast_gezicht", "weinig_eisen", "dicht_bij_huis"), ("Sleutelt graag aan fietsen",), 15, "GM1952"
)
FARM = Offer(
    1, "Boerderij", frozenset({"vast_gezicht"}), municipality="GM1952", age_from=12, age_to=18,
    climate_words={"vast_gezicht": "dezelfde twee begeleiders"},
)  # fmt: skip


def told(offer: Offer, need: Need = JESSE) -> list[str]:
    one = match(need, offer, NAMES)
    return [reason.sentence for reason in (*one.reasons, one.age)]


def test_reasons_in_words() -> None:
    assert told(FARM) == [
        "Vast gezicht: past, dezelfde twee begeleiders",
        "Weinig eisen: onbekend, vraag het na",
        "Dicht bij huis: past, zelfde gemeente",
        "Leeftijd: past, 12 tot en met 18 jaar",
    ]
    assert match(JESSE, FARM, NAMES).summary == "2 van de 3 past, 1 onbekend"


def test_what_is_not_there_says_so() -> None:
    offer = replace(
        FARM, climate_no=frozenset({"weinig_eisen"}), climate_words={"weinig_eisen": "dagprogramma moet"}
    )
    assert told(offer)[1] == "Weinig eisen: past niet, dagprogramma moet"


def test_what_nobody_asked_is_unknown_even_when_the_professionals_could_carry_it() -> None:
    offer = replace(
        FARM, climate_yes=frozenset(), climate_words={}, conditions=frozenset({"vaste_bezetting"})
    )
    assert told(offer)[0] == "Vast gezicht: onbekend, vraag het na, er is wel een vaste bezetting"


@pytest.mark.parametrize(
    ("municipality", "sentence"),
    [
        ("GM1952", "Dicht bij huis: past, zelfde gemeente"),
        ("GM0014", "Dicht bij huis: past, ongeveer 15 km"),
        ("GM0080", "Dicht bij huis: past niet, ongeveer 65 km"),
        ("", "Dicht bij huis: onbekend, vraag het na"),
    ],
)
def test_near_home(municipality: str, sentence: str) -> None:
    assert told(replace(FARM, municipality=municipality))[2] == sentence


def test_home_that_is_not_known_makes_near_unknown() -> None:
    assert told(FARM, replace(JESSE, municipality=""))[2] == "Dicht bij huis: onbekend, vraag het na"


@pytest.mark.parametrize(
    ("ages", "sentence"),
    [
        ((12, 18), "Leeftijd: past, 12 tot en met 18 jaar"),
        ((15, 15), "Leeftijd: past, 15 tot en met 15 jaar"),
        ((16, None), "Leeftijd: past niet, pas vanaf 16 jaar"),
        ((None, 14), "Leeftijd: past niet, tot en met 14 jaar"),
        ((12, None), "Leeftijd: past, vanaf 12 jaar"),
        ((None, 18), "Leeftijd: past, 0 tot en met 18 jaar"),
        ((None, None), "Leeftijd: onbekend, vraag het na"),
    ],
)
def test_age(ages: tuple[int | None, int | None], sentence: str) -> None:
    assert told(replace(FARM, age_from=ages[0], age_to=ages[1]))[-1] == sentence


def in_order(*offers: Offer) -> list[str]:
    return [one.offer.name for one in matches(JESSE, offers, NAMES)]


def test_order_is_what_the_page_says() -> None:
    both = frozenset({"vast_gezicht", "weinig_eisen"})
    best = replace(FARM, name="alles past", climate_yes=both)
    unknown = replace(FARM, name="één onbekend")
    refused = replace(FARM, name="één past niet", climate_no=frozenset({"weinig_eisen"}))
    nothing = replace(FARM, name="niets gevraagd", climate_yes=frozenset())
    too_old = replace(best, name="leeftijd kan niet", age_from=16)
    assert in_order(too_old, nothing, refused, unknown, best) == [
        "alles past", "één onbekend", "één past niet", "niets gevraagd", "leeftijd kan niet"
    ]  # fmt: skip


def test_the_shortest_wait_decides_and_an_unknown_one_comes_last() -> None:
    offers = [replace(FARM, name=str(weeks), waiting_weeks=weeks) for weeks in (None, 12, 0)]
    assert in_order(*offers) == ["0", "12", "None"]


def test_without_a_known_climate_only_age_speaks() -> None:
    one = match(replace(JESSE, climate=()), FARM, NAMES)
    assert one.reasons == () and one.summary == "" and one.age.answer == Answer.YES


def test_something_else_has_to_be_read() -> None:
    assert told(FARM, replace(JESSE, climate=("anders",)))[0].startswith("Anders: onbekend, vraag het na")


def test_a_strength_that_comes_back_is_a_hint_and_no_reason() -> None:
    offer = replace(FARM, note="Er is een fietsenwerkplaats op het erf.")
    one, without = match(JESSE, offer, NAMES), match(JESSE, FARM, NAMES)
    assert [touch.strength for touch in one.touches] == ["Sleutelt graag aan fietsen"]
    assert one.reasons == without.reasons and not without.touches


@pytest.mark.parametrize(
    ("strength", "said", "touching"),
    [
        ("Sleutelt graag aan fietsen", "een fietsenwerkplaats", True),
        ("Bouwt aan een eigen spel", "spellen bouwen op de computer", True),
        ("Is dol op paarden", "een paard en twee geiten", True),
        ("Oom Harm komt elke week langs en vraagt niets", "de eerste weken hoeft er niets", False),
        ("Bouwt 's nachts", "bereikbaar, ook 's nachts", False),
        ("Helpt graag anderen en is altijd samen", "Er is altijd iemand", False),
        ("Het gezin eet elke avond samen", "altijd hetzelfde gezin", False),
        ("Zingt", "", False),
    ],
)
def test_words_that_come_back(strength: str, said: str, touching: bool) -> None:
    assert bool(touches([strength], [said])) == touching


def test_what_is_not_there_touches_nothing() -> None:
    words = {"dieren_en_buiten": "vroeger waren er fietsen"}
    offer = replace(FARM, climate_no=frozenset(words), climate_words=words)
    assert match(JESSE, offer, NAMES).touches == ()


def test_there_is_no_place_for_labels() -> None:
    assert {one.name for one in fields(Need)} == {"climate", "strengths", "age", "municipality"}
    assert not any("exclu" in one.name or "profile" in one.name for one in (*fields(Offer), *fields(Match)))
