"""Looking back: what was there at a knot, and what at a success."""

from cases.timeline.retrospect import look_back

from .lines import BIRTH, spans

LIFE = """
sep 2013 – jul 2020 speciaal basisonderwijs, succes
jan 2015 – 2019 ambulante hulp bij Molendrift
maart 2020 school dicht, knooppunt
nov 2021 – jan 2023 gezinsbegeleiding
sep 2020 – dec 2023 voortgezet onderwijs
nov 2022 gaat niet meer naar school, knooppunt
2024 – 2025 pleeggezin, schakelmoment
2025 hulp
"""


def test_what_was_there_and_how_long_between() -> None:
    back = look_back(spans(LIFE), BIRTH)
    first, second = back.knots
    assert [one.span.text for one in first.help] == []
    assert [(one.span.text, one.is_sure) for one in second.help] == [("Gezinsbegeleiding", True)]
    assert [one.span.text for one in second.others] == ["Voortgezet onderwijs"]
    assert (first.since, second.since) == ("", "ongeveer 2 jaar en 8 maanden")
    assert [one.span.text for one in back.successes] == ["Speciaal basisonderwijs"] and len(back.turns) == 1


def test_what_a_vague_date_leaves_open_is_perhaps() -> None:
    back = look_back(spans("2019 – 2020 EMDR\n2020 vastgelopen, knooppunt"), BIRTH)
    assert [one.is_sure for one in back.knots[0].help] == [False]


def test_side_by_side_only_when_there_are_both() -> None:
    shares = {one.label: (one.knots, one.successes) for one in look_back(spans(LIFE), BIRTH).shares}
    assert shares == {"hulp": (1, 0), "school": (2, 1)}
    assert look_back(spans("2020 school dicht, knooppunt"), BIRTH).shares == ()
    assert not look_back(spans("2020 school dicht"), BIRTH)
