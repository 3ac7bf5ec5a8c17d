"""Who has to agree, as the page says it."""

import pytest

from cases.consent.rules import Around
from cases.consent.words import consent_in_words, listed

GUARDIAN = [Around("", "voogd")]
BOTH = [Around("Anja Oosterhuis", "ouder", "ja"), Around("Henk Oosterhuis", "ouder", "ja")]


@pytest.mark.parametrize(
    ("age", "around", "first"),
    [
        (11, [], "Fenna is 11: de ouders met gezag geven toestemming."),
        (11, GUARDIAN, "Fenna is 11: de voogd geeft toestemming."),
        (11, BOTH, "Fenna is 11: Anja Oosterhuis en Henk Oosterhuis geven toestemming."),
        (11, BOTH[:1], "Fenna is 11: Anja Oosterhuis geeft toestemming."),
        (12, [], "Fenna is 12: Fenna én de ouders met gezag beslissen samen."),
        (15, BOTH, "Fenna is 15: Fenna én Anja Oosterhuis en Henk Oosterhuis beslissen samen."),
        (16, BOTH, "Fenna is 16: Fenna beslist zelf."),
        (18, [], "Fenna is 18 en volwassen: Fenna beslist zelf."),
    ],
)
def test_the_first_sentence_says_who_decides(age: int, around: list[Around], first: str) -> None:
    assert consent_in_words(age, "Fenna", around)[0] == first


def test_from_sixteen_talking_with_the_parents_is_still_named() -> None:
    assert consent_in_words(16, "Fenna", [])[1] == "Praten met de ouders blijft wel goed werk."


def test_without_a_name_it_still_reads() -> None:
    assert (
        consent_in_words(13, "", [])[0]
        == "De jongere is 13: de jongere én de ouders met gezag beslissen samen."
    )


@pytest.mark.parametrize(
    ("names", "text"), [(["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C")]
)
def test_names_are_listed_as_people_do(names: list[str], text: str) -> None:
    assert listed(names) == text
