"""When an analysis is shared: a table."""

import pytest

from analysis.sharing.rules import Party, Said, State, counted, in_words, state_of

RUBEN, ANJA, HENK, GEA = "Ruben", "Anja", "Henk", "Gea"
DECISIVE = {RUBEN, ANJA, HENK}


def parties(**verdicts: str) -> list[Party]:
    return [Party(name, name in DECISIVE, verdict) for name, verdict in verdicts.items()]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, State.OPEN),
        ({RUBEN: "", ANJA: ""}, State.OPEN),
        ({RUBEN: "ja", ANJA: "ja", HENK: "deels", GEA: "ja"}, State.SHARED),
        ({RUBEN: "deels", ANJA: "deels", HENK: "deels"}, State.SHARED),
        ({RUBEN: "ja"}, State.SHARED),
        ({RUBEN: "ja", ANJA: ""}, State.PARTLY),
        ({RUBEN: "", ANJA: "", GEA: "ja"}, State.PARTLY),
        ({RUBEN: "ja", ANJA: "ja", GEA: ""}, State.PARTLY),
        ({RUBEN: "ja", ANJA: "ja", GEA: "nee"}, State.PARTLY),
        ({RUBEN: "nee", ANJA: "ja", GEA: "ja"}, State.NOT),
        ({RUBEN: "ja", ANJA: "nee", GEA: ""}, State.NOT),
        ({RUBEN: "", ANJA: "nee"}, State.NOT),
    ],
)
def test_state(answers: dict[str, str], expected: State) -> None:
    assert state_of(parties(**answers)) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({RUBEN: "", ANJA: ""}, []),
        ({RUBEN: "nee", ANJA: "ja"}, ["Ruben zegt nee.", "Anja herkent zich erin."]),
        (
            {RUBEN: "ja", ANJA: "ja", HENK: "deels", GEA: ""},
            [
                "Henk herkent zich er deels in.",
                "Ruben en Anja herkennen zich erin.",
                "Gea heeft nog niet geantwoord.",
            ],
        ),
        (
            {RUBEN: "nee", ANJA: "nee", HENK: "", GEA: ""},
            ["Ruben en Anja zeggen nee.", "Henk en Gea hebben nog niet geantwoord."],
        ),
        ({RUBEN: "ja", ANJA: "ja", HENK: "ja"}, ["Ruben, Anja en Henk herkennen zich erin."]),
    ],
)
def test_words(answers: dict[str, str], expected: list[str]) -> None:
    assert in_words(parties(**answers)) == expected


@pytest.mark.parametrize(
    ("said", "newest", "expected"),
    [
        ([], 0, ""),
        ([], 3, ""),
        ([(0, "ja")], 0, "ja"),
        ([(0, "ja")], 1, ""),
        ([(0, "nee")], 1, "nee"),
        ([(1, "ja")], 1, "ja"),
        ([(1, "deels")], 2, ""),
        ([(1, "nee")], 2, "nee"),
        ([(1, "nee"), (2, "ja")], 2, "ja"),
        ([(1, "ja"), (2, "nee")], 2, "nee"),
        ([(1, "nee"), (2, "ja")], 3, ""),
        ([(2, "ja"), (1, "nee")], 2, "ja"),
        ([(1, "ja"), (2, "nee")], 3, "nee"),
        ([(3, "ja")], 2, "ja"),
    ],
)
def test_which_answer_counts(said: list[tuple[int, str]], newest: int, expected: str) -> None:
    assert counted([Said(*one) for one in said], newest) == expected


def test_who_answered_an_earlier_version_is_named() -> None:
    asked = [Party(RUBEN, True, "ja"), Party(ANJA, True, "", True), Party(GEA)]
    assert in_words(asked) == [
        "Ruben herkent zich erin.",
        "Anja antwoordde op een eerdere versie, en nog niet op de nieuwste.",
        "Gea heeft nog niet geantwoord.",
    ]
    assert state_of(asked) == State.PARTLY
