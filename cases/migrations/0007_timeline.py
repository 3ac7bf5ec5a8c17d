"""The timeline says who told it, what help was for, who was there, and whether it still goes on.

A date may also be an age: the year from one birthday to the next.
"""

from django.db import migrations, models
from django.db.models import Q

from cases.choices.fields import CodeField
from cases.choices.triggers import check_codes

TABLE = "cases_timelineevent"
CODES = {"kind": "gebeurtenis_soort", "mark": "markering"}
BEFORE = ["year", "season", "month", "day"]
NOW = ["year", "age", "season", "month", "day"]


def precision(name, column, allowed, *, optional=False):
    known = ["", *allowed] if optional else allowed
    return models.CheckConstraint(condition=Q(**{f"{column}__in": known}), name=name)


def limit(name, column, *, optional=False):
    """Take the check away and put one back that knows ages; the other way round when reversed."""
    return [
        migrations.RemoveConstraint("timelineevent", name),
        migrations.AddConstraint("timelineevent", precision(name, column, NOW, optional=optional)),
    ]


def fields(model):
    return [
        migrations.AddField(model, "ongoing", models.BooleanField("loopt nog", default=False)),
        migrations.AddField(model, "goal", models.CharField("doel", max_length=500, blank=True, default=""), preserve_default=False),
        migrations.AddField(model, "present", models.CharField("wie erbij was", max_length=200, blank=True, default=""), preserve_default=False),
        migrations.AddField(model, "source", CodeField("wie dit zegt", question="bron")),
    ]


GUARD = check_codes(TABLE, {**CODES, "source": "bron"})
GUARD_BEFORE = check_codes(TABLE, CODES)


def ages_to_years(apps, schema_editor):
    """Going back: an age becomes the year it began in."""
    for name in ("starts", "ends"):
        rows = apps.get_model("cases", "TimelineEvent").objects.filter(**{f"{name}_precision": "age"})
        for row in rows:
            setattr(row, f"{name}_precision", "year")
            row.save(update_fields=[f"{name}_precision"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_consent")]

    operations = [
        *fields("timelineevent"),
        *fields("historicaltimelineevent"),
        *limit("event_start_precision", "starts_precision"),
        *limit("event_end_precision", "ends_precision", optional=True),
        migrations.RunPython(migrations.RunPython.noop, ages_to_years),
        migrations.AddConstraint(
            "timelineevent",
            models.CheckConstraint(condition=Q(ongoing=False) | Q(ends_on=None), name="event_ongoing_has_no_end"),
        ),
        migrations.RunSQL(GUARD_BEFORE.reverse_sql, GUARD_BEFORE.sql),
        migrations.RunSQL(GUARD.sql, GUARD.reverse_sql),
    ]
