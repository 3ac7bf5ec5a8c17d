"""The rules of `situation.py` as a function of the database, to count and filter many cases in one statement.

`cases_consent_state(case, purpose, party, day)` gives «gegeven», «geweigerd», «verlopen» or «open», the same as
`judge(…).summary`; tests/cases/consent/test_database_agrees.py holds the two against each other.
"""

from datetime import date

from django.db.models import CharField, DateField, F, Func, Value

BIRTHDAY = """
CREATE FUNCTION cases_birthday(born date, years int) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN to_char(born, 'MMDD') = '0229' AND to_char(born + make_interval(years => years), 'MMDD') = '0228'
    THEN (born + make_interval(years => years))::date + 1 ELSE (born + make_interval(years => years))::date END
$$;
"""
STATE = """
CREATE FUNCTION cases_consent_state(the_case bigint, the_purpose text, the_party bigint, on_day date)
RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE COST 2000 AS $$
DECLARE
  about record; elder record; word record;
  counted_on date; since date; years int; elders int := 0;
  shares boolean := false; guardian boolean := false;
  refused boolean := false; lapsed boolean := false; missing boolean := false; said_no boolean := false;
BEGIN
  IF EXISTS (SELECT FROM cases_otherbasis b WHERE b.case_id = the_case AND b.purpose = the_purpose
             AND (b.party_id IS NULL OR b.party_id = the_party)
             AND b.decided_on <= on_day AND (b.ended_on IS NULL OR b.ended_on > on_day)) THEN
    RETURN 'gegeven';
  END IF;
  SELECT y.birth_date, c.phase, k.closed_on, c.legal_basis = 'overgenomen_register' AS register,
         coalesce(r.legal_frame, '') IN ('voogdij', 'voorlopige_voogdij') AS guardianship
    INTO about
    FROM cases_case c JOIN cases_youngperson y ON y.id = c.young_person_id
    LEFT JOIN cases_referral r ON r.case_id = c.id LEFT JOIN cases_closure k ON k.case_id = c.id
   WHERE c.id = the_case;
  counted_on := on_day;
  IF the_purpose = 'monitor' AND about.phase = 'afgesloten' THEN
    counted_on := least(about.closed_on, on_day);
  END IF;
  years := date_part('year', age(counted_on, about.birth_date));
  IF years >= 12 THEN
    since := cases_birthday(about.birth_date, CASE WHEN years >= 18 THEN 18 WHEN years >= 16 THEN 16 ELSE 12 END);
    SELECT s.answer, s.said_on INTO word FROM cases_consent s
     WHERE s.case_id = the_case AND s.purpose = the_purpose AND s.party_id IS NOT DISTINCT FROM the_party
       AND s.participant_id IS NULL AND s.said_on <= on_day
     ORDER BY s.said_on DESC, s.id DESC LIMIT 1;
    IF NOT FOUND THEN
      missing := true;
    ELSE
      said_no := word.answer <> 'gegeven' AND word.said_on >= cases_birthday(about.birth_date, 12);
      IF word.said_on < since THEN lapsed := true;
      ELSIF word.answer <> 'gegeven' THEN refused := true;
      END IF;
    END IF;
  END IF;
  IF years < 16 THEN
    FOR elder IN
      SELECT p.person_key, bool_or(p.parental_authority = 'gedeeld') AS shares,
             bool_or(p.parental_authority = 'voogd' OR p.role = 'voogd') AS guardian
        FROM cases_participant p
       WHERE p.case_id = the_case AND p.role <> 'jeugdige' AND (p.ended_on IS NULL OR p.ended_on > counted_on)
         AND (p.parental_authority IN ('voogd', 'ja', 'gedeeld')
              OR (p.role = 'voogd' AND p.parental_authority <> 'nee'))
       GROUP BY p.person_key
    LOOP
      elders := elders + 1;
      shares := shares OR elder.shares;
      guardian := guardian OR elder.guardian;
      SELECT s.answer INTO word FROM cases_consent s JOIN cases_participant p ON p.id = s.participant_id
       WHERE s.case_id = the_case AND s.purpose = the_purpose AND s.party_id IS NOT DISTINCT FROM the_party
         AND p.person_key = elder.person_key AND s.answer <> 'onbereikbaar' AND s.said_on <= on_day
       ORDER BY s.said_on DESC, s.id DESC LIMIT 1;
      IF FOUND THEN
        IF word.answer <> 'gegeven' THEN
          refused := true;
          said_no := true;
        END IF;
      ELSE
        SELECT s.decided_by INTO word FROM cases_consent s JOIN cases_participant p ON p.id = s.participant_id
         WHERE s.case_id = the_case AND s.purpose = the_purpose AND s.party_id IS NOT DISTINCT FROM the_party
           AND p.person_key = elder.person_key AND s.said_on <= on_day
         ORDER BY s.said_on DESC, s.id DESC LIMIT 1;
        IF NOT FOUND OR word.decided_by = '' THEN
          missing := true;
        END IF;
      END IF;
    END LOOP;
    IF elders = 0 OR (elders = 1 AND shares) OR (about.guardianship AND NOT guardian) THEN
      missing := true;
    END IF;
  END IF;
  IF NOT (refused OR lapsed OR missing) OR (about.register AND NOT said_no) THEN
    RETURN 'gegeven';
  END IF;
  RETURN CASE WHEN refused THEN 'geweigerd' WHEN missing THEN 'open' ELSE 'verlopen' END;
END $$;
"""
# What somebody says, a party and a basis belong to the case of that person and that party.
SAME_CASE = """
CREATE FUNCTION cases_consent_same_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE value jsonb := to_jsonb(NEW);
BEGIN
  IF NEW.party_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM cases_consentparty q
       WHERE q.id = NEW.party_id AND q.case_id = NEW.case_id AND q.purpose = NEW.purpose)
  THEN
    RAISE check_violation USING MESSAGE = 'a party of another case or purpose';
  END IF;
  IF value ->> 'participant_id' IS NOT NULL AND NOT EXISTS (
      SELECT FROM cases_participant p
       WHERE p.id = (value ->> 'participant_id')::bigint AND p.case_id = NEW.case_id AND p.role <> 'jeugdige')
  THEN
    RAISE check_violation USING MESSAGE = 'somebody of another case, or the young person as somebody else';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_consent_fits BEFORE INSERT OR UPDATE ON cases_consent
  FOR EACH ROW EXECUTE FUNCTION cases_consent_same_case();
CREATE TRIGGER cases_otherbasis_fits BEFORE INSERT OR UPDATE ON cases_otherbasis
  FOR EACH ROW EXECUTE FUNCTION cases_consent_same_case();
"""
FORWARD = BIRTHDAY + STATE + SAME_CASE
REVERSE = """
DROP TRIGGER cases_otherbasis_fits ON cases_otherbasis;
DROP TRIGGER cases_consent_fits ON cases_consent;
DROP FUNCTION cases_consent_same_case();
DROP FUNCTION cases_consent_state(bigint, text, bigint, date);
DROP FUNCTION cases_birthday(date, int);
"""


class ConsentState(Func):
    """How consent for a purpose stands on a day, of the cases in a queryset: `ConsentState("monitor", day)`.

    `case`, `party` and `F(…)` for the purpose are columns of the rows at hand.
    """

    function = "cases_consent_state"
    output_field = CharField()

    def __init__(self, purpose: str | F, day: date, *, case: str = "pk", party: str = "") -> None:
        about = F(party) if party else Value(None)
        what = purpose if isinstance(purpose, F) else Value(str(purpose))
        super().__init__(F(case), what, about, Value(day, output_field=DateField()))


class Birthday(Func):
    """The day of a birthday: `Birthday("young_person__birth_date", 16)`."""

    function = "cases_birthday"
    output_field = DateField()

    def __init__(self, born: str, age: int) -> None:
        super().__init__(F(born), Value(age))
