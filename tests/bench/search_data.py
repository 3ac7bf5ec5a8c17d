"""Many cases with what is written in them: invented names, Dutch words, rare ones and common ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import connection

from cases.casefile.models import Case, Phase
from cases.people.models import YoungPerson
from expertteam.access.person import Person

_LINES = (Path(__file__).parent / "invented_words.txt").read_text().splitlines()
FIRST, STEMS, ENDS, COMMON = (line.split() for line in _LINES)
# Dutch makes its rarer words out of its common ones.
WORDS = [*COMMON, *(one + other for one in COMMON for other in COMMON)]

INDEXES = ["search_names", "search_texts", "search_names_alike", "search_texts_alike"]

_WORDS = """
CREATE TEMPORARY TABLE IF NOT EXISTS bench_word ON COMMIT DROP AS
  SELECT (place - 1)::int AS place, word FROM unnest(%(words)s::text[]) WITH ORDINALITY AS one(word, place);
"""
# A word is taken the more often the earlier it stands in the list; every text also holds one word of its own.
_TEXTS = """
WITH place AS (
  SELECT c.team_id AS team, c.id, p.last_name, s.*
  FROM cases_case c JOIN cases_youngperson p ON p.id = c.young_person_id,
  (VALUES (1, 'mensen', 'case.read', true, 0), (2, 'mensen', 'case.read', true, 0),
    (3, 'aanmelding', 'case.read', false, 60), (4, 'tijdlijn', 'case.read', false, 8),
    (5, 'tijdlijn', 'case.read', false, 8), (6, 'actie', 'case.read', false, 7),
    (7, 'kaartje', 'analysis.read', false, 6), (8, 'kaartje', 'analysis.read', false, 6),
    (9, 'verklaring', 'analysis.read', false, 40)) s (place, kind, rule, named, length)
  WHERE c.team_id = %(team)s
), picked AS MATERIALIZED (
  SELECT id, place, floor(power(random(), 3) * %(many)s)::int AS word FROM place, generate_series(1, length) n
), written AS (
  SELECT picked.id, picked.place, string_agg(w.word, ' ') AS words
  FROM picked JOIN bench_word w ON w.place = picked.word GROUP BY 1, 2
), made AS (
  SELECT team, id, place, kind, rule, named, CASE WHEN named
    THEN (%(first)s::text[])[1 + (random() * 19)::int] || ' ' || last_name || ' · Praktijk ' || last_name
    ELSE words || ' woord' || md5((id * 10 + place)::text) END AS text
  FROM place LEFT JOIN written USING (id, place)
)
INSERT INTO cases_searchentry (team_id, case_id, kind, source_id, rule, named, text, vector, letters)
SELECT team, id, kind, id * 10 + place, rule, named, text,
  to_tsvector(CASE WHEN named THEN 'cases_names' ELSE 'cases_dutch' END::regconfig, cases_search_words(text)),
  CASE WHEN named THEN ''::tsvector ELSE cases_search_letters(cases_search_words(text)) END
FROM made
"""


def fill_with_texts(by: Person, count: int) -> None:
    """So many cases with nine texts each; the case's own name and number come from the triggers."""
    people = YoungPerson.objects.bulk_create(
        (
            YoungPerson(
                team=by.team, first_name=FIRST[n % 20], birth_date=date(2004, 1, 1) + timedelta(days=n * 7 % 5500),
                last_name=family_name(n),
            )
            for n in range(count)
        ),
        batch_size=5000,
    )  # fmt: skip
    Case.objects.bulk_create(
        (
            Case(
                team=by.team, year=2020 + n % 7, sequence=n, number=f"{2020 + n % 7}-{n:06d}", young_person=person,
                phase=Phase.ANALYSIS, owner=by.user, matching_requested=n % 50 == 0,
            )
            for n, person in enumerate(people, start=1)
        ),
        batch_size=5000,
    )  # fmt: skip
    with connection.cursor() as cursor, indexes_made_afterwards(cursor):
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(_WORDS, {"words": WORDS})
        cursor.execute(_TEXTS, {"first": FIRST, "many": len(WORDS), "team": by.team.pk})
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def indexes_made_afterwards(cursor: Any) -> Iterator[None]:
    """Filling a table without its indexes, and making them at the end, takes a tenth of the time."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE indexname = ANY(%s)", [INDEXES])
    known = dict(cursor.fetchall())
    for name in known:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for definition in known.values():
        cursor.execute(definition)
    cursor.execute("ANALYZE")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def family_name(n: int) -> str:
    """Six hundred names, and from there on double ones."""
    first = STEMS[n % 30] + ENDS[n // 30 % 20]
    return f"{first} {STEMS[n // 600 % 30]}ma" if n >= 600 else first
