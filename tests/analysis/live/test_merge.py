"""Two changes of one text: what is apart goes together, what overlaps is said, and no word goes silently."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from expertteam.texts.merge import PIECES, _pairs, merge, merge_both, split, words

from .make_examples import EXAMPLES, FILE

TABLE: list[dict[str, Any]] = json.loads(FILE.read_text())
WORDS = st.sampled_from(["een", "twee", "drie", "🐴", "👨‍👩‍👧", "حزين", "moe,", "Moe", "‏"])
GAPS = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0"])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=9).map(lambda rows: "".join(w + g for w, g in rows)) | st.lists(
    st.tuples(GAPS, WORDS), max_size=9
).map(lambda rows: "".join(g + w for g, w in rows))  # fmt: skip
ANYTHING = st.text(max_size=40)


@pytest.mark.parametrize("row", TABLE, ids=[row["name"] for row in TABLE])
def test_the_table_the_browser_is_held_to_as_well(row: dict[str, Any]) -> None:
    assert merge(row["base"], row["mine"], row["theirs"]) == row["merged"]


def test_the_table_holds_every_example() -> None:
    assert [row["name"] for row in TABLE] == [name for name, *_ in EXAMPLES]
    assert 9 < sum(row["merged"] is None for row in TABLE) < len(TABLE) - 10


def test_what_people_expect() -> None:
    assert merge("op de bank", "Ruben op de bank", "op de bank thuis") == "Ruben op de bank thuis"
    assert merge("op de bank", "op de grond", "op de vloer") is None
    assert merge_both("op de bank", "op de grond", "op de vloer") == "op de vloer grond"
    assert merge_both("", "moe", "boos", "\n") == "boos\nmoe"
    assert merge_both("ligt op de bank", "ligt op de bank thuis", "ligt op de bank overdag na school") == (
        "ligt op de bank overdag na school thuis"
    )


@given(ANYTHING, ANYTHING)
def test_one_side_alone_is_taken_as_it_is(base: str, mine: str) -> None:
    assert merge(base, mine, base) == mine
    assert merge(base, base, mine) == mine
    assert merge(base, mine, mine) == mine


@given(TEXTS, TEXTS, TEXTS)
def test_it_does_not_matter_who_comes_first(base: str, mine: str, theirs: str) -> None:
    assert merge(base, mine, theirs) == merge(base, theirs, mine)


def added(base: str, text: str) -> Counter[str]:
    """The words a side wrote, by the comparison the merge itself uses."""
    b, t = split(base), split(text)
    stayed = set(_pairs(b, t).values())
    return Counter(words([piece for place, piece in enumerate(t) if place not in stayed]))


def new(base: str, text: str) -> Counter[str]:
    """The words a side has more of than the base had: whoever only moved spaces wrote none."""
    return Counter(words(split(text))) - Counter(words(split(base)))


def kept(base: str, mine: str, theirs: str) -> Counter[str]:
    """The words of the base that both sides left alone."""
    b = split(base)
    both = _pairs(b, split(mine)).keys() & _pairs(b, split(theirs)).keys()
    return Counter(words([b[place] for place in both]))


@given(TEXTS, TEXTS, TEXTS)
@example("een twee", "een drie twee", "een twee vier")
@example("een ", " een", "")
@example("een ", "twee ", "twee een ")
def test_no_word_of_either_side_goes_and_none_comes_twice(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    if merged is None:
        return
    stands, stayed = Counter(words(split(merged))), kept(base, mine, theirs)
    mine_new, theirs_new = added(base, mine), added(base, theirs)
    for word in stands.keys() | mine_new.keys() | theirs_new.keys() | stayed.keys():
        at_least = max(new(base, mine)[word], new(base, theirs)[word])
        at_most = Counter(words(split(base)))[word] + mine_new[word] + theirs_new[word]
        assert stayed[word] + at_least <= stands[word] <= at_most, word


@given(TEXTS, TEXTS, TEXTS)
@example("een ", " een", "")
def test_both_keeps_every_word_whatever_overlaps(base: str, mine: str, theirs: str) -> None:
    stands = Counter(words(split(merge_both(base, mine, theirs))))
    for side in (mine, theirs):
        for word, count in new(base, side).items():
            assert stands[word] >= count, word


@given(TEXTS, TEXTS, TEXTS)
def test_words_are_never_glued_together(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    if merged is not None:
        known = {*split(base), *split(mine), *split(theirs)}
        assert set(words(split(merged))) <= known


@given(st.lists(st.sampled_from("abcdefgh"), min_size=3, max_size=12, unique=True), st.data())
def test_changes_with_a_word_between_them_go_together(letters: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(letters) - 3))
    second = data.draw(st.integers(first + 2, len(letters) - 1))
    mine, theirs, both = list(letters), list(letters), list(letters)
    mine[first] = both[first] = "MIJN woord"
    theirs[second] = both[second] = ""
    assert merge(" ".join(letters), " ".join(mine), " ".join(theirs)) == " ".join(both)


@given(ANYTHING)
def test_pieces_make_the_text_again(text: str) -> None:
    assert "".join(split(text)) == text == "".join(PIECES.findall(text))


def test_two_long_texts_that_share_nothing_are_seen_as_replaced_and_take_no_minute() -> None:
    base, other = (" ".join(f"{letter}{n}" for n in range(2000)) for letter in "ab")
    assert merge(base, other, base + " eind") is None
    assert merge(base, other, base) == other
