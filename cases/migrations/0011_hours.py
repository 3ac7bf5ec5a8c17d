"""Hours per person, case and day."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

# Nobody works more than 24 hours on one day, over all cases. Two who write at once wait for each other: the lock is per
# person and day, and every statement after it sees what was committed meanwhile.
A_DAY = """
CREATE FUNCTION cases_hours_of_a_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE others integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('cases_hours'), hashtext(NEW.user_id || ' ' || NEW.day));
  SELECT coalesce(sum(minutes), 0) INTO others FROM cases_hourentry
    WHERE user_id = NEW.user_id AND day = NEW.day AND id <> NEW.id;
  IF others + NEW.minutes > 1440 THEN
    RAISE check_violation USING MESSAGE = 'more than 24 hours on one day', CONSTRAINT = 'hours_of_a_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_hours_of_a_day BEFORE INSERT OR UPDATE OF user_id, day, minutes ON cases_hourentry
  FOR EACH ROW EXECUTE FUNCTION cases_hours_of_a_day();
"""
A_DAY_REVERSE = """
DROP TRIGGER cases_hours_of_a_day ON cases_hourentry;
DROP FUNCTION cases_hours_of_a_day();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_process"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalHourEntry",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("day", models.DateField(verbose_name="dag")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minuten")),
                ("what", models.CharField(blank=True, max_length=200, verbose_name="wat")),
                ("source", models.CharField(blank=True, max_length=20)),
                ("source_id", models.BigIntegerField(blank=True, null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hour entry",
                "verbose_name_plural": "historical hour entrys",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="DismissedProposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=20)),
                ("source_id", models.BigIntegerField()),
                ("dismissed_at", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "source", "source_id"), name="proposal_dismissed_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HourEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="dag")),
                ("minutes", models.PositiveSmallIntegerField(verbose_name="minuten")),
                ("what", models.CharField(blank=True, max_length=200, verbose_name="wat")),
                ("source", models.CharField(blank=True, max_length=20)),
                ("source_id", models.BigIntegerField(blank=True, null=True)),
                (
                    "form_token",
                    models.UUIDField(
                        blank=True, help_text="Vangt een dubbele klik op", null=True, unique=True
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="hours", to="cases.case"
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-pk"],
                "indexes": [
                    models.Index(fields=["case", "-day", "-id"], name="hours_by_day"),
                    models.Index(fields=["user", "day"], name="hours_of_a_person"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                        name="hours_within_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", ""), ("source_id", None)),
                            models.Q(models.Q(("source", ""), _negated=True), ("source_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="hours_whole_source",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        fields=("user", "source", "source_id"),
                        name="hours_confirmed_once",
                    ),
                ],
            },
        ),
        migrations.RunSQL(A_DAY, A_DAY_REVERSE),
    ]
