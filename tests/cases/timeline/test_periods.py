"""Gaps without help, pile-ups and the pressure cooker, with vague dates taken for what they are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.timeline.periods import cookers_in, gaps_in, pile_ups_in
from cases.timeline.spans import Span, days_in, left_open, span_of, union
from cases.timeline.telling import length, stands_out
from expertteam.ui.dates import VagueDate

from .lines import BIRTH, TODAY, spans


def sentences(text: str) -> list[str]:
    told = stands_out(spans(text), birth=BIRTH, today=TODAY)
    return [one.sentence for one in (*told.gaps, *told.piles, *told.cookers)]


def test_a_gap_between_two_days_is_sure() -> None:
    first, last = gaps_in(spans("1-1-2020 – 31-3-2020 hulp\n1-9-2020 – 1-10-2020 therapie"), TODAY)
    assert first.is_sure and first.sure == first.widest == (date(2020, 4, 1), date(2020, 8, 31))
    assert last.after is None and last.widest[1] == TODAY


def test_a_vague_edge_makes_it_longer_only_perhaps() -> None:
    (gap, _) = gaps_in(spans("2016-2018 hulp\n2020-2021 therapie"), TODAY)
    assert gap.is_sure and gap.sure == (date(2019, 1, 1), date(2019, 12, 31))
    assert gap.widest == (date(2018, 1, 2), date(2020, 12, 30))
    assert "minstens 1 jaar, misschien 3 jaar" in sentences("2016-2018 hulp\n2020-2021 therapie")[0]


def test_a_gap_that_is_there_only_when_the_dates_fall_so_is_perhaps() -> None:
    (gap, _) = gaps_in(spans("2016-2018 hulp\n2019-2021 therapie"), TODAY)
    assert not gap.is_sure and gap.sure is None
    assert "misschien een tijd niemand, hooguit 2 jaar" in sentences("2016-2018 hulp\n2019-2021 therapie")[0]


def test_help_that_followed_in_the_same_year_leaves_no_gap() -> None:
    assert len(gaps_in(spans("2016-2018 hulp\n2018-2025 therapie\nsinds 2025 EMDR"), TODAY)) == 0


def test_an_end_nobody_wrote_down_makes_no_certain_gap() -> None:
    (gap,) = gaps_in(spans("2019 therapie"), TODAY)
    assert not gap.is_sure and "weten we niet tot wanneer" in sentences("2019 therapie")[0]
    (sure,) = gaps_in(spans("12-5-2019 intake"), TODAY)
    assert sure.is_sure, "one day is one day"


def test_no_help_no_gap_and_nothing_before_the_first() -> None:
    assert gaps_in(spans("2012 verhuisd\nsinds 2013 school"), TODAY) == []
    assert gaps_in(spans("2012 verhuisd\nsinds 2020 hulp"), TODAY) == []


def test_a_stay_elsewhere_is_somebody_there_and_being_at_home_is_not() -> None:
    assert gaps_in(spans("2019 – 2020 hulp\n2020 – heden leefgroep"), TODAY) == []
    assert gaps_in(spans("2019 – 2020 hulp\n2020 – heden thuis"), TODAY)[0].is_sure


def test_help_at_once_says_how_many_and_since_when() -> None:
    text = "jan 2020 – dec 2020 EMDR\nmrt 2020 – sep 2020 speltherapie\nmei 2020 – aug 2020 gezinshulp"
    (pile,) = pile_ups_in(spans(text))
    assert pile.is_sure and pile.most == 3 and len(pile.helps) == 3
    assert "‘EMDR’, ‘Speltherapie’ en ‘Gezinshulp’" in sentences(text)[-1]


def test_never_more_than_two_of_three_at_once() -> None:
    text = "jan 2020 – dec 2020 EMDR\nfeb 2020 – mei 2020 speltherapie\njul 2020 – nov 2020 gezinshulp"
    assert [pile.most for pile in pile_ups_in(spans(text))] == [2, 2]


def test_a_hand_over_is_no_pile_up() -> None:
    assert pile_ups_in(spans("2016-2018 EMDR\n2018-2020 speltherapie")) == []
    assert pile_ups_in(spans("mei 2020 – jun 2020 EMDR\njun 2020 – sep 2020 speltherapie")) == []


def test_overlap_only_when_the_dates_fall_so_is_perhaps() -> None:
    (pile,) = pile_ups_in(spans("2016-2018 EMDR\nfeb 2018 – jun 2018 speltherapie"))
    assert not pile.is_sure
    assert "misschien" in sentences("2016-2018 EMDR\nfeb 2018 – jun 2018 speltherapie")[1]


def test_a_move_right_before_a_pile_up_is_told() -> None:
    text = "15-2-2020 verhuisd naar Assen\nmrt 2020 – dec 2020 EMDR\nmrt 2020 – dec 2020 speltherapie"
    (pile,) = pile_ups_in(spans(text))
    assert [one.text for one in pile.moves] == ["Verhuisd naar Assen"]
    assert "Vlak ervoor: ‘Verhuisd naar Assen’ (15 februari 2020)." in sentences(text)[-1]


COOKER = """
sep 2020 – nov 2022 voortgezet onderwijs
nov 2022 gaat niet meer naar school
nov 2021 – jan 2023 gezinsbegeleiding
2 mei 2023 – 14 juli 2023 opname op een behandelgroep
"""


def test_the_pressure_cooker_before_a_placement() -> None:
    (cooker,) = cookers_in(spans(COOKER))
    told = [(one.span.text, one.ended) for one in cooker.happenings]
    assert cooker.is_sure and told == [
        ("Voortgezet onderwijs", True),
        ("Gaat niet meer naar school", False),
        ("Gezinsbegeleiding", True),
    ]
    assert "‘Gezinsbegeleiding’ stopte (januari 2023)" in sentences(COOKER)[-1]


def test_a_vague_placement_makes_a_cooker_perhaps() -> None:
    (cooker,) = cookers_in(spans(COOKER.replace("2 mei 2023 – 14 juli 2023", "2023 – 2024")))
    assert (
        not cooker.is_sure
        and "misschien veel tegelijk"
        in sentences(COOKER.replace("2 mei 2023 – 14 juli 2023", "2023 – 2024"))[-1]
    )


def test_two_things_or_a_stay_at_home_cook_nothing() -> None:
    assert cookers_in(spans("nov 2022 verhuisd\njan 2023 – 2024 hulp\nmei 2023 opname")) == []
    assert cookers_in(spans(COOKER.replace("opname op een behandelgroep", "weer thuis"))) == []


DAYS = st.dates(date(2015, 1, 1), TODAY)
PERIODS = st.lists(st.tuples(DAYS, DAYS).map(lambda two: (min(two), max(two))), max_size=8)


@given(PERIODS)
def test_what_is_covered_and_what_is_open_are_the_whole_window(periods: list[tuple[date, date]]) -> None:
    window = (date(2015, 1, 1), TODAY)
    parts = sorted([*union(periods), *left_open(periods, window)])
    assert sum(days_in(part) for part in parts) == days_in(window)
    assert all(a[1] + timedelta(days=1) == b[0] for a, b in zip(parts, parts[1:], strict=False))


PRECISIONS = st.sampled_from(["day", "month", "year"])


def vague(day: date, precision: str) -> VagueDate:
    first = {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[precision]
    return VagueDate(first, precision)  # type: ignore[arg-type]


@given(st.lists(st.tuples(DAYS, DAYS, PRECISIONS, st.booleans()), min_size=1, max_size=7))
def test_a_sure_gap_holds_however_the_dates_fall(given_help: list[tuple[date, date, str, bool]]) -> None:
    """Nobody can have been there on a day that is called surely without help, and the widest holds the sure part."""
    helps: list[Span] = []
    for key, (one, other, precision, goes_on) in enumerate(given_help):
        start, end = vague(min(one, other), precision), vague(max(one, other), precision)
        helps.append(
            span_of(
                key=key, kind="hulp", text="Hulp", start=start, end=None if goes_on else end, ongoing=goes_on,
                today=TODAY,
            )
        )  # fmt: skip
    for gap in gaps_in(helps, TODAY):
        assert gap.widest[0] <= gap.widest[1] <= TODAY
        if gap.sure:
            assert gap.widest[0] <= gap.sure[0] <= gap.sure[1] <= gap.widest[1]
            assert not any(one.first <= gap.sure[1] and one.last >= gap.sure[0] for one in helps)
    for pile in pile_ups_in(helps):
        assert pile.most <= len(pile.helps) and pile.most >= 2


def test_a_vague_first_help_beside_a_sure_one() -> None:
    """The first help may have begun on the day another surely began: there is nothing open before it."""
    assert (
        gaps_in(
            spans("sinds jan 2015 hulp van iemand\n1 jan 2015 – 1 feb 2015 hulp thuis"), date(2015, 2, 20)
        )
        == []
    )


def test_lengths_as_people_say_them() -> None:
    said = [length(days) for days in (1, 10, 42, 92, 365, 500)]
    assert said == ["1 dag", "10 dagen", "6 weken", "3 maanden", "1 jaar", "1 jaar en 4 maanden"]
