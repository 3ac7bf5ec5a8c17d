"""Typing errors in texts: what is written that begins, or ends, as long as possible like the word that was typed.

One error leaves the beginning or the end of a word as it was. The index holds every word of a text from both sides, so
the longest beginning that occurs is found in a few small steps; of the words found the most similar one is taken, when
it is similar enough. Only what the person may find is looked at, so a correction tells nothing about other cases.
"""

from dataclasses import replace
from typing import Any

from cases.casefile.text import folded

from .excerpts import alike, tokens
from .scope import Scope
from .words import Asked, asked_of

LIKE_ENOUGH, SURELY = 0.4, 0.6
SHORTEST_PART = 3
LOOKED_AT = 40
_WRITTEN = """
SELECT e.text FROM {table} e
WHERE NOT e.named AND {scope} AND e.letters @@ %s::tsquery LIMIT {most}
"""


def corrected(cursor: Any, scope: Scope, asked: Asked) -> Asked | None:
    """The same search with words that are written somewhere; None when there is nothing to correct."""
    better = {word: correction(cursor, scope, word) for word in asked.fuzzy}
    changed = [better.get(word) or word for word in asked.words]
    if changed == asked.words:
        return None
    return replace(asked_of(" ".join(changed)), term=asked.term)


def correction(cursor: Any, scope: Scope, word: str) -> str:
    """The written word that is most like this one; empty when it is written as it is, or nothing is like it."""
    letters = folded(word)
    if written(cursor, scope, letters):
        return ""
    best = ""
    for way, typed in (("", letters), ("~", letters[::-1])):
        for length in range(len(typed) - 1, max(SHORTEST_PART, len(typed) // 2) - 1, -1):
            part = typed[:length]
            if texts := written(cursor, scope, way + part):
                found = {one for text in texts for one in tokens(text) if fits(one, part, way)} | {best}
                best = max(found, key=lambda token: (alike(token, letters), token))
                break
        if alike(best, letters) >= SURELY:
            break
    return best if alike(best, letters) >= LIKE_ENOUGH else ""


def fits(token: str, part: str, way: str) -> bool:
    """Whether a word begins, or with `~` ends, like this."""
    return token.endswith(part[::-1]) if way else token.startswith(part)


def written(cursor: Any, scope: Scope, beginning: str) -> list[str]:
    """Some texts with a word that begins like this."""
    table, condition, values = scope.rows()
    statement = _WRITTEN.format(table=table, scope=condition, most=LOOKED_AT)
    cursor.execute(statement, [*values, f"'{beginning}':*"])
    return [row[0] for row in cursor.fetchall()]
