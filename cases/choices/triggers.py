"""SQL for migrations: the database itself refuses a code that is not an answer to the question of its column."""

from django.db import models
from django.db.migrations import RunSQL

from .fields import CodeField, CodeListField

FUNCTION = """
CREATE FUNCTION cases_check_codes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE pair text; part text[]; value jsonb; wrong text;
BEGIN
  FOREACH pair IN ARRAY TG_ARGV LOOP
    part := string_to_array(pair, '=');
    value := to_jsonb(NEW) -> part[1];
    IF jsonb_typeof(value) <> 'array' THEN
      value := jsonb_build_array(value);
    END IF;
    SELECT v INTO wrong FROM jsonb_array_elements_text(value) v
      WHERE v <> '' AND NOT EXISTS (SELECT 1 FROM cases_choice c WHERE c.question = part[2] AND c.code = v) LIMIT 1;
    IF wrong IS NOT NULL THEN
      RAISE check_violation USING MESSAGE = format('%s is no answer to %s', wrong, part[2]);
    END IF;
  END LOOP;
  RETURN NEW;
END $$;
CREATE FUNCTION cases_keep_choice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.code <> OLD.code OR NEW.question <> OLD.question THEN
    RAISE check_violation USING MESSAGE = 'a code is retired, never changed or deleted';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_choice_kept BEFORE DELETE OR UPDATE ON cases_choice
  FOR EACH ROW EXECUTE FUNCTION cases_keep_choice();
"""
FUNCTION_REVERSE = """
DROP TRIGGER cases_choice_kept ON cases_choice;
DROP FUNCTION cases_keep_choice();
DROP FUNCTION cases_check_codes();
"""


def code_columns(model: type[models.Model]) -> dict[str, str]:
    """Column → question of every coded field of a model."""
    fields = model._meta.concrete_fields
    return {str(f.column): f.question for f in fields if isinstance(f, CodeField | CodeListField)}


def check_codes(table: str, columns: dict[str, str]) -> RunSQL:
    """Migration step that guards the coded columns of a table."""
    arguments = ", ".join(f"'{column}={question}'" for column, question in columns.items())
    only = ", ".join(columns)
    return RunSQL(
        f"CREATE TRIGGER {table}_codes BEFORE INSERT OR UPDATE OF {only} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION cases_check_codes({arguments});",
        f"DROP TRIGGER {table}_codes ON {table};",
    )
