"""Merging what two people answered: nothing anybody changed is lost without being shown."""

from hypothesis import given
from hypothesis import strategies as st

from cases.intake.changes import changed, merge

ANSWER = st.one_of(st.text("ab\n", max_size=3), st.booleans(), st.lists(st.sampled_from("xyz"), unique=True))
NAMES = ("one", "two", "three")


def test_mine_stays_theirs_is_taken_and_both_is_a_clash() -> None:
    base = {"one": "a", "two": "a", "three": "a"}
    merged = merge(base, {**base, "two": "b", "three": "b"}, {**base, "one": "c", "three": "c"})
    assert merged.answers == {"one": "c", "two": "b", "three": "c"}
    assert (merged.taken, merged.clashing) == (["two"], ["three"])


def test_the_order_of_several_answers_and_line_ends_are_no_difference() -> None:
    assert changed({"one": ["x", "y"], "two": "a\nb"}, {"one": ["y", "x"], "two": "a\r\nb"}) == []


@given(*[st.fixed_dictionaries(dict.fromkeys(NAMES, ANSWER))] * 3)
def test_whatever_they_changed_is_kept_or_shown(base, theirs, mine) -> None:
    merged = merge(base, theirs, mine)
    for name in changed(base, theirs):
        assert not changed({name: merged.answers[name]}, {name: theirs[name]}) or name in merged.clashing
    for name in changed(base, mine):
        assert merged.answers[name] == mine[name]
    assert not set(merged.taken) & set(merged.clashing)
