"""Who the people around a young person are, across cases: families, secret addresses, who left, one casusregisseur."""

import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

YES_NO = [("ja", "ja"), ("nee", "nee")]

# Names without capitals and accents, for suggestions; an index needs a function that never changes its mind.
FOLDED = """
CREATE FUNCTION cases_folded(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, value))
$$;
CREATE INDEX participant_by_folded_name ON cases_participant USING gin (cases_folded(name) gin_trgm_ops);
"""
FOLDED_REVERSE = """
DROP INDEX participant_by_folded_name;
DROP FUNCTION cases_folded(text);
"""
# Rows that were there already are all different people.
OWN_KEYS = "UPDATE cases_participant SET person_key = gen_random_uuid();"
SAME_CASE = """
CREATE FUNCTION cases_spoken_for_same_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM cases_participant p
             WHERE p.id IN (NEW.speaker_id, NEW.person_id) AND p.case_id <> NEW.case_id) THEN
    RAISE check_violation USING MESSAGE = 'somebody speaks only for people of the same case';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_spokenfor_same_case BEFORE INSERT OR UPDATE ON cases_spokenfor
  FOR EACH ROW EXECUTE FUNCTION cases_spoken_for_same_case();
"""
SAME_CASE_REVERSE = """
DROP TRIGGER cases_spokenfor_same_case ON cases_spokenfor;
DROP FUNCTION cases_spoken_for_same_case();
"""


def on_both(name, make):
    """Add a field to the rows and to their history."""
    return [migrations.AddField(model, name, make()) for model in ("participant", "historicalparticipant")]


def past(related_name, to):
    """A foreign key of a historical row: it stays when what it points to is gone."""
    return models.ForeignKey(
        blank=True, null=True, db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING,
        related_name=related_name, to=to,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_timeline_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "youngperson",
            "family",
            models.UUIDField(
                blank=True, db_index=True, null=True, help_text="Broers en zussen dragen hetzelfde kenmerk"
            ),
        ),
        migrations.AddField(
            "participant", "person_key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)
        ),
        migrations.RunSQL(OWN_KEYS, migrations.RunSQL.noop),
        *on_both("phone_secret", lambda: models.BooleanField("geheim nummer", default=False)),
        *on_both("address", lambda: models.CharField("adres", blank=True, max_length=300)),
        *on_both("address_secret", lambda: models.BooleanField("geheim adres", default=False)),
        *on_both("invited", lambda: models.CharField(
            "uitgenodigd", blank=True, choices=YES_NO, max_length=3)),
        *on_both("at_table", lambda: models.CharField(
            "aan tafel", blank=True, choices=YES_NO, max_length=3)),
        *on_both("table_reason", lambda: models.CharField(
            "toelichting bij de tafel", blank=True, max_length=300)),
        *on_both("started_on", lambda: models.DateField("betrokken sinds", blank=True, null=True)),
        *on_both("ended_on", lambda: models.DateField("niet meer betrokken sinds", blank=True, null=True)),
        migrations.RemoveConstraint("participant", "participant_once"),
        *[migrations.AddConstraint("participant", constraint) for constraint in (
            models.UniqueConstraint(
                fields=["case", "name", "role"], condition=Q(ended_on=None), name="participant_once"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(role="casusregisseur", ended_on=None), name="participant_one_director"),
            models.CheckConstraint(
                condition=Q(address_secret=False) | Q(address=""), name="participant_secret_address_elsewhere"),
            models.CheckConstraint(
                condition=Q(phone_secret=False) | Q(phone=""), name="participant_secret_phone_elsewhere"),
            models.CheckConstraint(
                condition=Q(invited__in=["", "ja", "nee"]) & Q(at_table__in=["", "ja", "nee"]),
                name="participant_yes_or_no"),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="participant_ends_after_start"),
            models.CheckConstraint(
                condition=~Q(role="jeugdige") | Q(ended_on=None), name="participant_child_never_leaves"),
        )],
        migrations.RunSQL(FOLDED, FOLDED_REVERSE),
        migrations.CreateModel(
            name="SecretContact",
            fields=[
                ("participant", models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="secret",
                    serialize=False, to="cases.participant")),
                ("address", models.CharField("geheim adres", blank=True, max_length=300)),
                ("phone", models.CharField("geheim nummer", blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="SpokenFor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case")),
                ("person", models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="spoken_by", to="cases.participant")),
                ("speaker", models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="speaks_for", to="cases.participant")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("speaker", "person"), name="spoken_for_once"),
                    models.CheckConstraint(
                        condition=~Q(speaker=F("person")), name="spoken_for_somebody_else"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSpokenFor",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(
                    choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                ("case", past("+", "cases.case")),
                ("history_user", models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+",
                    to=settings.AUTH_USER_MODEL)),
                ("person", past("+", "cases.participant")),
                ("speaker", past("+", "cases.participant")),
            ],
            options={
                "verbose_name": "historical spoken for",
                "verbose_name_plural": "historical spoken fors",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunSQL(SAME_CASE, SAME_CASE_REVERSE),
    ]  # fmt: skip
