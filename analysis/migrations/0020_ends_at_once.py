"""Logging out, a new password and a login that is switched off are heard at commit; a conflict remembers few saves."""

from django.db import migrations, models

ANNOUNCE = """
CREATE FUNCTION analysis_announce_login() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'django_session' THEN
    PERFORM pg_notify('analysis_rechten', 'sessie:' || OLD.session_key);
  ELSE
    PERFORM pg_notify('analysis_rechten', NEW.id::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER session_end_announced AFTER DELETE ON django_session
  FOR EACH ROW EXECUTE FUNCTION analysis_announce_login();
CREATE TRIGGER login_announced AFTER UPDATE OF is_active, password ON accounts_user
  FOR EACH ROW WHEN (OLD.is_active IS DISTINCT FROM NEW.is_active OR OLD.password IS DISTINCT FROM NEW.password)
  EXECUTE FUNCTION analysis_announce_login();
"""
ANNOUNCE_REVERSE = """
DROP TRIGGER login_announced ON accounts_user;
DROP TRIGGER session_end_announced ON django_session;
DROP FUNCTION analysis_announce_login();
"""
SHORTEN = """
UPDATE analysis_conflict SET ops = ops[cardinality(ops) - 199 : cardinality(ops)] WHERE cardinality(ops) > 200;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("analysis", "0010_rights_heard"),
        ("accounts", "0001_initial"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(ANNOUNCE, ANNOUNCE_REVERSE),
        migrations.RunSQL(SHORTEN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="conflict",
            constraint=models.CheckConstraint(condition=models.Q(("ops__len__lte", 200)), name="conflict_few_ops"),
        ),
    ]
