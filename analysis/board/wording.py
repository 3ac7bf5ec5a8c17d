"""People's own texts, made fit to stand inside our sentences and pictures. Pure."""

import re
import unicodedata

_LONG = 160
_RIGHT_TO_LEFT = {"R", "AL"}
_NOT_PRINTED = {"Cc", "Cs", "Zl", "Zp"}


def clean(text: str) -> str:
    """One line of printable text: control characters (not allowed in XML) go, runs of white space become a space."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(char) in _NOT_PRINTED else char for char in text)
        text = text.replace("\ufffe", "").replace("\uffff", "")
    return " ".join(text.split())


def shortened(text: str, length: int) -> str:
    """At most `length` characters, cut at a word where that is possible, with an ellipsis."""
    if len(text) <= length:
        return text
    room = text[: length - 1]
    at_word = room.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > length // 2 else room).rstrip(" ,;:.") + "…"


def quoted(text: str, length: int = _LONG) -> str:
    """The text between Dutch quotation marks, without its full stop, and with quotes inside it made single.

    A text with right-to-left letters is isolated, so that it does not turn the sentence around it.
    """
    bare = shortened(clean(text).rstrip(".").rstrip() or "(nog leeg)", length)
    bare = re.sub(r'"([^"]*)"', r"‘\1’", bare).replace("“", "‘").replace("”", "’").replace('"', "’")
    if not bare.isascii() and any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in bare):
        bare = f"\u2068{bare}\u2069"
    return f"“{bare}”"
