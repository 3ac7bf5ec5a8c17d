"""The timeline says who told it, what help was for, who was there, and whether it still goes on.

A date may also be an age: the year from one birthday to the next.
"""

import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT, CheckConstraint, Q, UniqueConstraint

from cases.choices.fields import CodeField
from cases.choices.triggers import check_codes

TABLE = "cases_timelineevent"
CODES = {"kind": "gebeurtenis_soort", "mark": "markering"}
STATUS = [
    ("bekijken", "wacht op jouw akkoord"), ("wacht", "wacht op een vrije plek"), ("bezig", "wordt gemaakt"),
    ("klaar", "klaar"), ("mislukt", "niet gelukt"),
]
BEFORE = ["year", "season", "month", "day"]
NOW = ["year", "age", "season", "month", "day"]
WORDS = [
    ("year", "het jaar"), ("age", "de leeftijd"), ("season", "het seizoen"), ("month", "de maand"), ("day", "de dag"),
]


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
        migrations.AlterField(model, "starts_precision", models.CharField("hoe precies van", max_length=6, default="day", choices=WORDS)),
        migrations.AlterField(model, "ends_precision", models.CharField("hoe precies tot", max_length=6, blank=True, choices=WORDS)),
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
    dependencies = [("cases", "0006_consent"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

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
        migrations.CreateModel(
            "TimelinePoster",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("status", models.CharField(choices=STATUS, default="wacht", max_length=10)),
                ("progress", models.PositiveSmallIntegerField(default=0, help_text="0 tot 100")),
                ("step", models.CharField(blank=True, max_length=120, help_text="Wat er nu gebeurt, in gewone woorden")),
                ("error", models.CharField(blank=True, max_length=500, help_text="Wat er misging, in gewone woorden")),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("alive_until", models.DateTimeField(blank=True, null=True)),
                ("requested_at", models.DateTimeField(auto_now_add=True)),
                ("queued_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("fingerprint", models.CharField(max_length=64)),
                ("pdf", models.BinaryField(blank=True, null=True)),
                ("case", models.ForeignKey("cases.case", on_delete=CASCADE, related_name="posters")),
                ("requested_by", models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=PROTECT, related_name="+")),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    UniqueConstraint(fields=["case", "fingerprint"], name="poster_content_once"),
                    CheckConstraint(condition=~Q(status="klaar") | ~Q(pdf=None), name="poster_done_has_pdf"),
                ],
            },
        ),
    ]
