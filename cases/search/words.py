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
    """`words` as typed; `query` is how the database asks for all of them, `each` how it asks for one."""

    term: str
    words: list[str]
    query: str
    each: dict[str, str]

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
    words = split(typed)
    if not words:
        return Asked(tidy(typed), [], "", {})
    statement = "SELECT cases_search_query(%s)::text" + ", cases_search_query(ARRAY[%s])::text" * len(words)
    with connection.cursor() as cursor:
        cursor.execute(statement, [words, *words])
        together, *each = cursor.fetchone()
    content = {word: one for word, one in zip(words, each, strict=True) if one and one in together}
    return Asked(tidy(typed), words, together, content)
