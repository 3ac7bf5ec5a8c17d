"""The widths are those of the font that is shipped, and no line is wider than its box."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from expertteam.ui.measure import text_width, wrapped

FONTS = Path(__file__).parents[3] / "static" / "fonts"
ASCII = "".join(chr(code) for code in range(32, 127))


@pytest.mark.parametrize(("weight", "bold"), [(400, False), (600, True)])
def test_widths_are_those_of_the_shipped_font(weight: int, bold: bool) -> None:
    font = TTFont(FONTS / f"source-sans-3-latin-{weight}-normal.woff2")
    glyphs, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for char in ASCII + "éëïöüàçÉ":
        assert text_width(char, 1000, bold) == pytest.approx(
            advances[glyphs[ord(char)]][0] * 1000 / em, abs=1
        )


def test_lines_are_filled_evenly() -> None:
    assert wrapped("Is het overzicht kwijt en kan niets meer besluiten", 170, 14) == (
        "Is het overzicht kwijt en",
        "kan niets meer besluiten",
    )


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrapped("woord " * 80, 150, 14)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_word_wider_than_a_line_is_broken() -> None:
    assert (
        "".join(wrapped("Arbeidsongeschiktheidsverzekering", 100, 14)) == "Arbeidsongeschiktheidsverzekering"
    )


def test_nothing() -> None:
    assert wrapped("", 150, 14) == ()
    assert text_width("", 14) == 0


@given(st.text(), st.integers(60, 200), st.booleans())
def test_no_line_is_too_wide(text: str, width: int, bold: bool) -> None:
    lines = wrapped(text, width, 14, bold)
    assert len(lines) <= 3
    assert all(text_width(line, 14, bold) <= width for line in lines)


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=8), min_size=1, max_size=8))
def test_short_texts_keep_every_word(words: list[str]) -> None:
    assert " ".join(wrapped(" ".join(words), 150, 14, lines=9)) == " ".join(words)
