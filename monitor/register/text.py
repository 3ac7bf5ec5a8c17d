"""Text as people type it, made comparable. Pure."""

import re
import unicodedata
from functools import lru_cache

_BETWEEN_WORDS = re.compile(r"[\s\-‐-―/\\.,:()’'`\"_+]+")
# Control signs, soft hyphens, zero-width and direction marks, lone surrogates: never typed on purpose.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_BLANK_MARKS = frozenset({"-", "--", "–", "—", "/", ".", "n.v.t.", "n.v.t", "nvt"})


def tidy(text: str) -> str:
    """The text in one Unicode form, without invisible characters and with single spaces."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


@lru_cache(maxsize=4096)
def comparable(text: str) -> str:
    """A form in which capitals, accents, hyphens, dots and spaces make no difference.

    A question mark stays: "vrouwelijk?" is a doubt, not an answer.
    """
    plain = unicodedata.normalize("NFKD", tidy(text).casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def is_blank_mark(text: str) -> bool:
    """Whether people type this to say that a cell is left empty: -, n.v.t."""
    return tidy(text).casefold() in _BLANK_MARKS
