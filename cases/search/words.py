"""What somebody typed, as words."""

import re
import unicodedata
from dataclasses import dataclass

from django.db import connection

from cases.casefile.search import tidy, words_of

MOST_WORDS = 8
SHORTEST_FUZZY_WORD = 4
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Asked:
    """`words` as typed; `query` is how the database asks for all of them, `each` how it asks for one.

    `begun` is the same with words that only begin so: it finds more, and a common word costs the index much more.
    """

    term: str
    words: list[str]
    query: str
    each: dict[str, str]
    begun: "Asked | None" = None

    @property
    def longer(self) -> "Asked":
        return self.begun or self

    @property
    def fuzzy(self) -> list[str]:
        """Words in which a typing error can be forgiven."""
        return [
            word for word in self.each if len(word) >= SHORTEST_FUZZY_WORD and not any(map(str.isdigit, word))
        ]


def split(typed: str) -> list[str]:
    """The words, at most eight; a number typed carelessly (2025-14) as we write it."""
    term = tidy(unicodedata.normalize("NFC", typed))
    number = words_of(term)
    written = number[0] if len(number) == 1 and any(map(str.isdigit, number[0])) else term
    return _WORD.findall(written)[:MOST_WORDS]


def asked_of(typed: str) -> Asked:
    """One query. `query` is empty when nothing was typed that can be looked for: emoji, a dash."""
    term, words = tidy(typed), split(typed)
    if not words:
        return Asked(term, [], "", {})
    ways = [
        f"cases_search_query(%s, {way})::text" for way in ("false", "true") for _ in range(len(words) + 1)
    ]
    asked = [words, *([word] for word in words)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(ways)}", [*asked, *asked])
        found = cursor.fetchone()
    whole, begun = found[: len(asked)], found[len(asked) :]
    return Asked(
        term, words, whole[0], content(words, *whole), Asked(term, words, begun[0], content(words, *begun))
    )


def content(words: list[str], together: str, *each: str) -> dict[str, str]:
    """The words that count: those that everybody uses are not in the query of all of them."""
    return {word: one for word, one in zip(words, each, strict=True) if one and one in together}
