"""SQL of the migration: how words are read, and the functions with which the database keeps what can be found.

Two ways of reading: `cases_dutch` for texts (Dutch stems, no stop words), `cases_names` for names (letter by letter);
both without accents. Everything that is not a letter or a digit separates words, so «vader/moeder» is two of them.
"""

CONFIGURATIONS = """
CREATE TEXT SEARCH CONFIGURATION cases_dutch (COPY = pg_catalog.dutch);
ALTER TEXT SEARCH CONFIGURATION cases_dutch
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;
CREATE TEXT SEARCH CONFIGURATION cases_names (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION cases_names
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
"""
CONFIGURATIONS_REVERSE = """
DROP TEXT SEARCH CONFIGURATION cases_names;
DROP TEXT SEARCH CONFIGURATION cases_dutch;
"""

FUNCTIONS = """
CREATE FUNCTION cases_search_words(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(normalize($1, NFC), '[^[:alnum:]]+', ' ', 'g')
$$;

-- The words of a text as they are written, and back to front behind a ~.
CREATE FUNCTION cases_search_letters(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT array_to_tsvector(coalesce(array_agg(DISTINCT way), '{}'))
  FROM unnest(tsvector_to_array(to_tsvector('cases_names', words))) AS one(word),
    LATERAL (VALUES (word), ('~' || reverse(word))) AS both_ways(way)
  WHERE length(word) >= 4
$$;

-- Fields of a row, one after the other.
CREATE FUNCTION cases_search_gather(kept jsonb, fields text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(kept ->> field, ' · ' ORDER BY place), '')
  FROM unnest(string_to_array(fields, ',')) WITH ORDINALITY AS one(field, place)
  WHERE coalesce(kept ->> field, '') <> ''
$$;

CREATE FUNCTION cases_search_put(
  a_kind text, a_source bigint, a_case bigint, a_rule text, is_named boolean, names text, texts text, codes text
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  labels text := translate(codes, '_', ' ');
  words text := cases_search_words(concat_ws(' ', texts, labels));
  shown text := concat_ws(' · ', nullif(names, ''), nullif(texts, ''), nullif(labels, ''));
BEGIN
  IF names = '' AND texts = '' THEN
    DELETE FROM cases_searchentry WHERE kind = a_kind AND source_id = a_source;
    RETURN;
  END IF;
  INSERT INTO cases_searchentry AS e (team_id, case_id, kind, source_id, rule, named, text, vector, letters)
  SELECT c.team_id, c.id, a_kind, a_source, a_rule, is_named, shown,
    setweight(to_tsvector('cases_names', cases_search_words(names)), 'A') || to_tsvector('cases_dutch', words),
    CASE WHEN is_named THEN ''::tsvector ELSE cases_search_letters(cases_search_words(names) || ' ' || words) END
  FROM cases_case c WHERE c.id = a_case
  ON CONFLICT (kind, source_id) DO UPDATE SET team_id = excluded.team_id, case_id = excluded.case_id,
    rule = excluded.rule, named = excluded.named, text = excluded.text, vector = excluded.vector,
    letters = excluded.letters;
END $$;

-- `how`: kind, rule, named, names, texts, codes, column of the key, column of the case, table in between.
CREATE FUNCTION cases_search_read(kept jsonb, how text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE a_case bigint := (kept ->> how[8])::bigint;
BEGIN
  IF how[9] <> '' THEN
    EXECUTE format('SELECT case_id FROM %I WHERE id = $1', how[9]) INTO a_case USING a_case;
  END IF;
  PERFORM cases_search_put(
    how[1], (kept ->> how[7])::bigint, a_case, how[2], how[3]::boolean,
    cases_search_gather(kept, how[4]), cases_search_gather(kept, how[5]), cases_search_gather(kept, how[6]));
END $$;

CREATE FUNCTION cases_search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE how text[] := TG_ARGV[0:8];
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM cases_searchentry WHERE kind = how[1] AND source_id = (to_jsonb(OLD) ->> how[7])::bigint;
  ELSE
    PERFORM cases_search_read(to_jsonb(NEW), how);
  END IF;
  RETURN NULL;
END $$;

-- What somebody typed, word for word; `begun` also finds words that begin so. Words that everybody uses only count when
-- there are no others.
CREATE FUNCTION cases_search_query(typed text[], begun boolean) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE word text; stem tsquery; letters tsquery; asked tsquery; common tsquery;
BEGIN
  FOREACH word IN ARRAY typed LOOP
    letters := plainto_tsquery('cases_names', word);
    stem := plainto_tsquery('cases_dutch', word);
    IF numnode(stem) = 0 THEN
      common := CASE WHEN common IS NULL THEN letters ELSE common && letters END;
      CONTINUE;
    END IF;
    IF begun AND length(word) >= 3 THEN
      letters := to_tsquery('cases_names', word || ':*');
    END IF;
    asked := CASE WHEN asked IS NULL THEN stem || letters ELSE asked && (stem || letters) END;
  END LOOP;
  RETURN coalesce(asked, common, ''::tsquery);
END $$;
"""
FUNCTIONS_REVERSE = """
DROP FUNCTION cases_search_query(text[], boolean);
DROP FUNCTION cases_search_follow() CASCADE;
DROP FUNCTION cases_search_read(jsonb, text[]);
DROP FUNCTION cases_search_put(text, bigint, bigint, text, boolean, text, text, text);
DROP FUNCTION cases_search_gather(jsonb, text);
DROP FUNCTION cases_search_letters(text);
DROP FUNCTION cases_search_words(text);
"""

# The case itself: number and name of the young person, who stands in another table.
CASES = """
CREATE FUNCTION cases_search_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM cases_searchentry WHERE case_id = OLD.id;
    RETURN OLD;
  END IF;
  PERFORM cases_search_put('casus', NEW.id, NEW.id, 'case.read', true,
    p.first_name || ' ' || p.last_name || ' · ' || NEW.number, '', '')
  FROM cases_youngperson p WHERE p.id = NEW.young_person_id;
  RETURN NULL;
END $$;
CREATE FUNCTION cases_search_young_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM cases_search_put('casus', c.id, c.id, 'case.read', true,
    NEW.first_name || ' ' || NEW.last_name || ' · ' || c.number, '', '')
  FROM cases_case c WHERE c.young_person_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER search_case AFTER INSERT OR UPDATE OF number, young_person_id, team_id ON cases_case
  FOR EACH ROW EXECUTE FUNCTION cases_search_case();
CREATE TRIGGER search_case_gone BEFORE DELETE ON cases_case
  FOR EACH ROW EXECUTE FUNCTION cases_search_case();
CREATE TRIGGER search_young_person AFTER UPDATE OF first_name, last_name ON cases_youngperson
  FOR EACH ROW EXECUTE FUNCTION cases_search_young_person();
SELECT cases_search_put('casus', c.id, c.id, 'case.read', true,
  p.first_name || ' ' || p.last_name || ' · ' || c.number, '', '')
FROM cases_case c JOIN cases_youngperson p ON p.id = c.young_person_id;
"""
CASES_REVERSE = """
DROP TRIGGER search_young_person ON cases_youngperson;
DROP TRIGGER search_case_gone ON cases_case;
DROP TRIGGER search_case ON cases_case;
DROP FUNCTION cases_search_young_person();
DROP FUNCTION cases_search_case();
"""
