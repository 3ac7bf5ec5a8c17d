"""The SQL of the figures: what counts, and the same answers for all cases of a year or for one case that goes.

The statements are put together from constants of this app only; values travel as parameters.
"""

from collections.abc import Sequence

from .indicators import INDICATORS, Form, Indicator

CASES = """
  FROM cases_referral r
  JOIN cases_case c ON c.id = r.case_id
  JOIN cases_youngperson y ON y.id = c.young_person_id
  LEFT JOIN cases_closure k ON k.case_id = c.id
  LEFT JOIN analysis_analysis a ON a.case_id = c.id
"""
ADVISED = """
  LEFT JOIN LATERAL (SELECT min(p.finished_at)::date AS day FROM analysis_advicereport p
                      WHERE p.case_id = c.id AND p.status = 'klaar') d ON true
"""
# Not turned away, and with consent for the monitor or another legal basis (cases/consent/database.py).
COUNTS = """c.phase <> ALL(%(not_counted)s)
   AND cases_consent_state(c.id, 'monitor', NULL, %(today)s) = 'gegeven'"""
OF_THESE_YEARS = f"""
 WHERE c.team_id = %(team)s AND {COUNTS} AND r.referred_on >= %(first)s AND r.referred_on <= %(last)s
"""
KEPT = """
  FROM monitor_keptcase m
"""
KEPT_OF_THESE_YEARS = """
 WHERE m.team_id = %(team)s
   AND m.year BETWEEN date_part('year', %(first)s::date) AND date_part('year', %(last)s::date)
"""
# The first conversation in a meeting; a day is a day of our own time zone.
MET = """
  LEFT JOIN LATERAL (SELECT min(i.starts_at AT TIME ZONE 'Europe/Amsterdam')::date AS day FROM cases_agendaitem i
                      WHERE i.case_id = c.id AND i.state = 'besproken') m ON true
"""
DURATIONS = """
SELECT date_part('year', r.referred_on)::int AS year, k.closed_on - r.referred_on AS to_closing,
       d.day - r.referred_on AS to_advice,
       CASE WHEN m.day >= r.referred_on THEN m.day - r.referred_on END AS to_meeting
"""
TOTALS = f"""
SELECT t.year, count(*), count(t.to_closing), percentile_cont(0.5) WITHIN GROUP (ORDER BY t.to_closing),
       count(t.to_advice), percentile_cont(0.5) WITHIN GROUP (ORDER BY t.to_advice),
       count(t.to_meeting), percentile_cont(0.5) WITHIN GROUP (ORDER BY t.to_meeting), 0
  FROM ({DURATIONS} {CASES} {ADVISED} {MET} {OF_THESE_YEARS}
        UNION ALL
        SELECT m.year, m.days_to_closing, m.days_to_advice, m.days_to_meeting {KEPT} {KEPT_OF_THESE_YEARS}) AS t
 GROUP BY 1
UNION ALL
SELECT date_part('year', q.asked_on)::int, 0, 0, NULL, 0, NULL, 0, NULL, count(*)
  FROM cases_consultation q
 WHERE q.team_id = %(team)s AND q.asked_on >= %(first)s AND q.asked_on <= %(last)s
 GROUP BY 1
"""  # nosec B608
ONE_CASE = f"{DURATIONS} {CASES} {ADVISED} {MET} WHERE c.id = %(case)s AND {COUNTS}"  # nosec B608


def answers_of_cases(indicators: Sequence[Indicator] = INDICATORS) -> str:
    """A row per answer of every case: FROM and JOIN, with `v.key` and `v.code`."""
    answers = " UNION ALL ".join(
        f"SELECT '{i.key}', " + (f"unnest({i.source})" if i.form == Form.SEVERAL else f"({i.source})::text")
        for i in indicators
    )
    return f"{CASES} CROSS JOIN LATERAL ({answers}) AS v(key, code)"


def counting_statement(indicators: Sequence[Indicator] = INDICATORS) -> str:
    """All indicators in one statement: (year, key, code, number of cases), of cases and of what was kept of others."""
    return (
        "SELECT t.year, t.key, t.code, sum(t.n)::int FROM ("  # nosec B608
        "SELECT date_part('year', r.referred_on)::int AS year, v.key, v.code, count(*) AS n "
        f"{answers_of_cases(indicators)} {OF_THESE_YEARS} AND v.code <> '' GROUP BY 1, 2, 3 "
        "UNION ALL "
        f"SELECT m.year, e.key, v.code, count(*) {KEPT} CROSS JOIN LATERAL jsonb_each(m.answers) AS e(key, codes) "
        "CROSS JOIN LATERAL jsonb_array_elements_text(e.codes) AS v(code) "
        f"{KEPT_OF_THESE_YEARS} GROUP BY 1, 2, 3"
        ") AS t GROUP BY 1, 2, 3"
    )


def answers_of_one() -> str:
    """(key, code) of every answer of case `%(case)s`."""
    return f"SELECT v.key, v.code {answers_of_cases()} WHERE c.id = %(case)s AND v.code <> ''"  # nosec B608
