"""Whatever was said by whomever: consent of somebody without authority never counts, and a no is never lost."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.consent.purposes import Answer, Purpose
from cases.consent.rules import YOUNG_PERSON, Around
from cases.consent.situation import NO, Said, Situation, asked_of, judge

from .situations import TODAY

KEYS = ["anja", "henk", "smit", "bea"]
ROLES = ["ouder", "pleegouder", "voogd", "belangrijke_ander", "hulpverlener", "jeugdige"]
AUTHORITY = ["", "ja", "nee", "gedeeld", "voogd", "onbekend"]
DAYS = st.dates(date(2020, 1, 1), TODAY + timedelta(days=30))

arounds = st.lists(
    st.builds(
        Around,
        st.sampled_from(["Anja", "Henk"]),
        st.sampled_from(ROLES),
        st.sampled_from(AUTHORITY),
        st.sampled_from(KEYS),
        st.none() | DAYS,
    ),
    max_size=4,
).map(tuple)
words = st.lists(
    st.builds(
        Said,
        st.sampled_from([*KEYS, YOUNG_PERSON]),
        st.just(Purpose.DISCUSS.value),
        st.sampled_from([one.value for one in Answer]),
        DAYS,
        st.none(),
        st.booleans(),
    ),
    max_size=12,
).map(tuple)
situations = st.builds(
    Situation,
    st.just("Ruben"),
    st.dates(date(2004, 1, 1), date(2026, 11, 1)),
    arounds,
    words,
    st.just(()),
    st.booleans(),
)


def allowed(about: Situation) -> bool:
    return judge(about, Purpose.DISCUSS, TODAY).allowed


@given(situations, words)
def test_words_of_who_is_not_asked_change_nothing(about: Situation, more: tuple[Said, ...]) -> None:
    asked = {one.key for one in asked_of(about, TODAY)}
    strangers = tuple(one for one in more if one.key not in asked)
    mixed = replace(about, said=(*about.said, *strangers))
    assert judge(mixed, Purpose.DISCUSS, TODAY) == judge(about, Purpose.DISCUSS, TODAY)


@given(situations)
def test_without_a_basis_everybody_asked_said_yes_or_was_gone_on_without(about: Situation) -> None:
    verdict = judge(replace(about, register=False), Purpose.DISCUSS, TODAY)
    assert verdict.allowed == all(cell.enough for cell in verdict.cells)
    for cell in verdict.cells:
        spoken = [one for one in about.said if one.key == cell.needed.key and one.on <= TODAY]
        yes = [one for one in spoken if one.answer == Answer.GIVEN]
        gone_on = [one for one in spoken if one.answer == Answer.UNREACHABLE and one.decided]
        assert not cell.enough or yes or (gone_on and cell.needed.key != YOUNG_PERSON)


@given(situations)
def test_a_no_of_anybody_asked_stops_it_whatever_the_register(about: Situation) -> None:
    asked = asked_of(about, TODAY)
    no = tuple(Said(one.key, Purpose.DISCUSS, Answer.REFUSED, TODAY) for one in asked[:1] if one.key)
    assert not no or not allowed(replace(about, said=(*about.said, *no)))


@given(situations)
def test_silence_never_undoes_a_no(about: Situation) -> None:
    silent = tuple(Said(key, Purpose.DISCUSS, Answer.UNREACHABLE, TODAY, None, True) for key in KEYS)
    before = {cell.needed.key for cell in judge(about, Purpose.DISCUSS, TODAY).cells if cell.state in NO}
    after = judge(replace(about, said=(*about.said, *silent)), Purpose.DISCUSS, TODAY).cells
    assert before == {cell.needed.key for cell in after if cell.state in NO}


@given(situations)
def test_the_order_of_writing_down_matters_only_within_a_day(about: Situation) -> None:
    by_day = tuple(sorted(about.said, key=lambda one: one.on))
    assert judge(replace(about, said=by_day), Purpose.DISCUSS, TODAY) == judge(about, Purpose.DISCUSS, TODAY)
