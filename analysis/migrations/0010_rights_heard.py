"""A changed right is announced at commit, so that an open stream of the board ends at once."""

from django.db import migrations

ANNOUNCE = """
CREATE FUNCTION analysis_announce_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM pg_notify('analysis_rechten', OLD.user_id::text);
  ELSE
    PERFORM pg_notify('analysis_rechten', NEW.user_id::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER grant_announced AFTER INSERT OR UPDATE OR DELETE ON cases_casegrant
  FOR EACH ROW EXECUTE FUNCTION analysis_announce_rights();
CREATE TRIGGER conflict_announced AFTER INSERT OR UPDATE OR DELETE ON cases_conflictofinterest
  FOR EACH ROW EXECUTE FUNCTION analysis_announce_rights();
CREATE TRIGGER membership_announced AFTER INSERT OR UPDATE OR DELETE ON accounts_membership
  FOR EACH ROW EXECUTE FUNCTION analysis_announce_rights();
"""
ANNOUNCE_REVERSE = """
DROP TRIGGER membership_announced ON accounts_membership;
DROP TRIGGER conflict_announced ON cases_conflictofinterest;
DROP TRIGGER grant_announced ON cases_casegrant;
DROP FUNCTION analysis_announce_rights();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("analysis", "0009_sharing"),
        ("cases", "0018_meetings"),
        ("accounts", "0001_initial"),
    ]

    operations = [migrations.RunSQL(ANNOUNCE, ANNOUNCE_REVERSE)]
