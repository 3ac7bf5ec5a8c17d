"""Who has to agree, by age and authority (domain.md, «Toestemming»)."""

import json
from pathlib import Path

import pytest

from cases.consent.rules import Around, ConsentNeeded, authority_of, consent_needed

RUBEN = ConsentNeeded("Jeugdige", "Ruben")
ANJA = ConsentNeeded("Ouder met gezag", "Anja")
HENK = ConsentNeeded("Ouder met gezag", "Henk")
PARENTS = [Around("Anja", "ouder", "ja"), Around("Henk", "ouder", "gedeeld"), Around("Gea", "hulpverlener")]


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (0, [ANJA, HENK]),
        (11, [ANJA, HENK]),
        (12, [RUBEN, ANJA, HENK]),
        (15, [RUBEN, ANJA, HENK]),
        (16, [RUBEN]),
        (18, [RUBEN]),
        (27, [RUBEN]),
    ],
)
def test_the_age_decides_who_has_to_agree(age: int, expected: list[ConsentNeeded]) -> None:
    assert consent_needed(age, "Ruben", PARENTS) == expected


@pytest.mark.parametrize(
    ("role", "authority", "who"),
    [
        ("ouder", "ja", "Ouder met gezag"),
        ("ouder", "gedeeld", "Ouder met gezag"),
        ("ouder", "nee", ""),
        ("ouder", "onbekend", ""),
        ("ouder", "", ""),
        ("ouder", "voogd", "Voogd"),
        ("voogd", "", "Voogd"),
        ("voogd", "onbekend", "Voogd"),
        ("voogd", "nee", ""),
        ("pleegouder", "", ""),
        ("pleegouder", "voogd", "Voogd"),
        ("gi", "voogd", "Voogd"),
        ("gi", "", ""),
        ("belangrijke_ander", "gedeeld", "Ouder met gezag"),
        ("hulpverlener", "", ""),
        ("jeugdige", "ja", ""),
    ],
)
def test_authority_decides_and_not_the_role_alone(role: str, authority: str, who: str) -> None:
    assert authority_of(Around("Anja", role, authority)) == who


def test_a_parent_without_authority_is_not_asked() -> None:
    around = [Around("Anja", "ouder", "ja"), Around("Henk", "ouder", "nee")]
    assert consent_needed(9, "Ruben", around) == [ANJA]


def test_a_guardian_is_asked_instead_of_parents_without_authority() -> None:
    around = [Around("Anja", "ouder", "nee"), Around("Mevrouw Smit", "gi", "voogd")]
    assert consent_needed(13, "Ruben", around) == [RUBEN, ConsentNeeded("Voogd", "Mevrouw Smit")]


@pytest.mark.parametrize("age", [3, 14])
def test_nobody_known_yet_still_asks_for_somebody_with_authority(age: int) -> None:
    assert consent_needed(age, "Ruben", [])[-1] == ConsentNeeded("Ouder met gezag", "")


def test_the_worked_case_gives_what_it_expects() -> None:
    case = json.loads((Path(__file__).parents[2] / "data/casus/bankzitter.json").read_text())
    roles = {"Ouder": "ouder", "Jeugdige": "jeugdige"}
    around = [
        Around(one["naam"], roles.get(one["rol"], "hulpverlener"), "ja" if one.get("gezag") else "")
        for one in case["betrokkenen"]
    ]
    expected = case["verwacht"]
    needed = consent_needed(expected["leeftijd_bij_aanmelding"], "Ruben Oosterhuis", around)
    assert [one.who for one in needed] == expected["toestemming_nodig_van"]
