"""Finding cases by name or number, typing errors forgiven. The term is a name: it never stands in an address."""

import re
import secrets

from django.contrib.postgres.search import TrigramWordSimilarity
from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.db.models import Q, QuerySet

from .models import Case
from .numbers import written
from .text import folded

LIKENESS = 0.45
LIKENESS_OF_SEVERAL = 0.39  # words that all have to fit may each fit a little less
LONGEST_TERM = 100
KEPT_TERMS = 10
SESSION_KEY = "case_searches"
SHORTEST_FUZZY_WORD = 3
_NUMBER = re.compile(r"(\d{4})[-/. ]?(\d{1,6})")


def tidy(typed: str) -> str:
    """A term as it is kept: single spaces, a hundred characters at most, nothing a database cannot hold."""
    return " ".join(typed.replace("\x00", " ").split())[:LONGEST_TERM]


def remember(session: SessionBase, term: str) -> str:
    """Keep a term in the session; the key that comes back may stand in an address, it says nothing."""
    kept = session.get(SESSION_KEY, {})
    for key, known in kept.items():
        if known == term:
            return str(key)
    key = secrets.token_hex(4)
    session[SESSION_KEY] = dict([*kept.items(), (key, term)][-KEPT_TERMS:])
    return key


def recalled(session: SessionBase, key: str) -> str | None:
    """The term behind a key; None when it is gone (another browser, logged out since)."""
    term = session.get(SESSION_KEY, {}).get(key)
    return str(term) if term is not None else None


def words_of(term: str) -> list[str]:
    """Words to look for; a number typed carelessly (2025-14, 2025/014) becomes the number as we write it."""
    number = _NUMBER.fullmatch(" ".join(term.split()))
    if number and int(number[2]):
        return [written(int(number[1]), int(number[2]))]
    return folded(term).split()


def matching(cases: QuerySet[Case], term: str, written_in: list[int]) -> QuerySet[Case]:
    """The cases named so: every word of the term, or something very much like it. And the cases `written_in`.

    Must be evaluated inside a transaction after `forgive_typing_errors`.
    """
    named = Q()
    for word in words_of(term):
        found = Q(search_text__contains=word)
        if len(word) >= SHORTEST_FUZZY_WORD and not any(c.isdigit() for c in word):
            found |= Q(search_text__trigram_word_similar=word)
        named &= found
    likeness = TrigramWordSimilarity(folded(term), "search_text")
    return cases.filter(named | Q(pk__in=written_in)).annotate(likeness=likeness)


def forgive_typing_errors(term: str) -> None:
    """Set how much alike each word must be for this term, until the transaction ends (one statement)."""
    likeness = LIKENESS_OF_SEVERAL if len(words_of(term)) > 1 else LIKENESS
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(likeness)])
