"""How wide a text is in Source Sans 3, and where to break it into lines. Pure; widths in px at the size asked for.

The widths are the advance widths of the font itself (units of 1/1000 em, Source Sans 3 version 3.052), for the
printable ASCII characters. A letter with an accent is as wide as the letter; anything else is guessed on the wide
side, so that a box is rather too large than too small.
"""

import unicodedata
from functools import lru_cache

# fmt: off
_REGULAR = (
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
    497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
    647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
    496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
    241, 303, 497,
)
_SEMIBOLD = (
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513, 513, 513, 513, 513,
    513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745,
    657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564,
    507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324,
    255, 324, 513,
)
# fmt: on
_TYPOGRAPHIC = {
    "“": 482,
    "”": 482,
    "‘": 275,
    "’": 275,
    "…": 964,
    "–": 500,
    "—": 800,
    "•": 325,
    "€": 513,
    "·": 275,
}
_WIDE, _OTHER = 1100, 660


@lru_cache(maxsize=1024)
def _advance(char: str, bold: bool) -> int:
    base = unicodedata.normalize("NFD", char)[0]
    if " " <= base <= "~":
        return (_SEMIBOLD if bold else _REGULAR)[ord(base) - 32]
    if char in _TYPOGRAPHIC:
        return _TYPOGRAPHIC[char]
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    wide = unicodedata.east_asian_width(char) in {"W", "F"} or ord(char) > 0xFFFF
    return _WIDE if wide else _OTHER


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text on one line, in px, for a font size in px."""
    return sum(_advance(char, bold) for char in text) * size / 1000


@lru_cache(2048)
def wrapped(text: str, width: float, size: float, bold: bool = False, lines: int = 3) -> tuple[str, ...]:
    """The text on at most `lines` lines of `width` px, evenly filled; what does not fit ends in an ellipsis."""
    full = _broken(text, width, size, bold)
    if len(full) > lines:
        return (*full[: lines - 1], _cut(" ".join(full[lines - 1 : lines + 1]), width, size, bold))
    low, high = width / 2, width
    while high - low > 2:
        middle = (low + high) / 2
        fits = (
            len(_broken(text, middle, size, bold)) == len(full) and _longest_word(text, size, bold) <= middle
        )
        low, high = (low, middle) if fits else (middle, high)
    return _broken(text, high, size, bold)


def _longest_word(text: str, size: float, bold: bool) -> float:
    return max((text_width(word, size, bold) for word in text.split()), default=0)


def _broken(text: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, width, size, bold):
            if lines and text_width(f"{lines[-1]} {piece}", size, bold) <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return tuple(lines)


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """The word, or its pieces when it is wider than a whole line."""
    pieces = [""]
    for char in word:
        if pieces[-1] and text_width(pieces[-1] + char, size, bold) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _cut(line: str, width: float, size: float, bold: bool) -> str:
    while line and text_width(f"{line}…", size, bold) > width:
        line = line[:-1]
    return line.rstrip(" ,;:.") + "…"
