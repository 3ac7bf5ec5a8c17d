"""Many cases with what is written in them: invented names, Dutch words, rare ones and common ones."""

from datetime import date, timedelta
from pathlib import Path

from django.db import connection

from cases.casefile.models import Case, Phase
from cases.people.models import YoungPerson
from expertteam.access.person import Person

_LINES = (Path(__file__).parent / "invented_words.txt").read_text().splitlines()
FIRST, STEMS, ENDS, WORDS = (line.split() for line in _LINES)

# A word is taken the more often the earlier it stands in the list; every text also holds one word of its own.
_TEXTS = """
INSERT INTO cases_searchentry (team_id, case_id, kind, source_id, rule, named, text, vector)
SELECT team, id, kind, id * 10 + place, rule, named, text,
  to_tsvector(CASE WHEN named THEN 'cases_names' ELSE 'cases_dutch' END::regconfig, cases_search_words(text))
FROM (
  SELECT c.team_id AS team, c.id, s.place, s.kind, s.rule, s.named, CASE WHEN s.named
    THEN (%(first)s::text[])[1 + (random() * 19)::int] || ' ' || p.last_name || ' · Praktijk ' || p.last_name
    ELSE (SELECT string_agg((%(words)s::text[])[1 + floor(power(random() + (c.id + n) * 0, 2) * 85)::int], ' ')
          FROM generate_series(1, s.length) n) || ' woord' || md5((c.id * 10 + s.place)::text) END AS text
  FROM cases_case c JOIN cases_youngperson p ON p.id = c.young_person_id,
  (VALUES (1, 'mensen', 'case.read', true, 0), (2, 'mensen', 'case.read', true, 0),
    (3, 'aanmelding', 'case.read', false, 60), (4, 'tijdlijn', 'case.read', false, 8),
    (5, 'tijdlijn', 'case.read', false, 8), (6, 'actie', 'case.read', false, 7),
    (7, 'kaartje', 'analysis.read', false, 6), (8, 'kaartje', 'analysis.read', false, 6),
    (9, 'verklaring', 'analysis.read', false, 40)) s (place, kind, rule, named, length)
  WHERE c.team_id = %(team)s
) made
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
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(_TEXTS, {"first": FIRST, "words": WORDS, "team": by.team.pk})
        for index in ("search_names", "search_texts", "search_names_alike", "search_texts_alike"):
            cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])
        cursor.execute("ANALYZE")


def family_name(n: int) -> str:
    """Six hundred names, and from there on double ones."""
    first = STEMS[n % 30] + ENDS[n // 30 % 20]
    return f"{first} {STEMS[n // 600 % 30]}ma" if n >= 600 else first
