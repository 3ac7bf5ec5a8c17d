"""The database refuses unknown codes, links between two analyses, and `helpt` towards a problem; a finished report stays."""

from django.db import migrations

from cases.choices.triggers import check_codes

LINKS = """
CREATE FUNCTION analysis_check_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE from_analysis bigint; to_analysis bigint; to_kind text;
BEGIN
  SELECT analysis_id INTO from_analysis FROM analysis_element WHERE id = NEW.source_id;
  SELECT analysis_id, kind INTO to_analysis, to_kind FROM analysis_element WHERE id = NEW.target_id;
  IF from_analysis <> NEW.analysis_id OR to_analysis <> NEW.analysis_id THEN
    RAISE check_violation USING MESSAGE = 'a link stays within one analysis';
  END IF;
  IF NEW.kind = 'helpt' AND to_kind <> 'beschermend' THEN
    RAISE check_violation USING MESSAGE = 'helpt points only to a protective element';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER analysis_link_sound BEFORE INSERT OR UPDATE ON analysis_link
  FOR EACH ROW EXECUTE FUNCTION analysis_check_link();
CREATE FUNCTION analysis_check_element_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> 'beschermend' AND EXISTS (SELECT 1 FROM analysis_link WHERE target_id = NEW.id AND kind = 'helpt') THEN
    RAISE check_violation USING MESSAGE = 'helpt points only to a protective element';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER analysis_element_sound BEFORE UPDATE OF kind ON analysis_element
  FOR EACH ROW EXECUTE FUNCTION analysis_check_element_kind();
"""
LINKS_REVERSE = """
DROP TRIGGER analysis_element_sound ON analysis_element;
DROP FUNCTION analysis_check_element_kind();
DROP TRIGGER analysis_link_sound ON analysis_link;
DROP FUNCTION analysis_check_link();
"""
REPORTS = """
CREATE FUNCTION analysis_keep_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'klaar' OR NEW.content IS DISTINCT FROM OLD.content OR NEW.number <> OLD.number THEN
    RAISE check_violation USING MESSAGE = 'an issued report is never overwritten';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER analysis_report_kept BEFORE UPDATE ON analysis_advicereport
  FOR EACH ROW EXECUTE FUNCTION analysis_keep_report();
"""
REPORTS_REVERSE = """
DROP TRIGGER analysis_report_kept ON analysis_advicereport;
DROP FUNCTION analysis_keep_report();
"""


class Migration(migrations.Migration):
    dependencies = [("analysis", "0001_initial"), ("cases", "0002_answers")]

    operations = [
        check_codes(
            "analysis_analysis",
            {
                "harmful_care": "schadelijke_zorg",
                "positive_pattern": "positief_patroon",
                "profile": "profiel",
                "climate": "klimaat",
            },
        ),
        check_codes("analysis_element", {"kind": "element_soort", "domain": "domein", "source": "bron"}),
        check_codes("analysis_link", {"kind": "link_soort"}),
        check_codes("analysis_explanation", {"certainty": "zekerheid"}),
        check_codes("analysis_advice", {"life_area": "leefgebied"}),
        migrations.RunSQL(LINKS, LINKS_REVERSE),
        migrations.RunSQL(REPORTS, REPORTS_REVERSE),
    ]
