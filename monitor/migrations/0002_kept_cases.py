"""What the monitor keeps of a case that was destroyed."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("monitor", "0001_initial"), ("accounts", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="KeptCase",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField(verbose_name="jaar van aanmelding")),
                ("answers", models.JSONField(default=dict, verbose_name="antwoorden")),
                ("days_to_advice", models.PositiveIntegerField(blank=True, null=True, verbose_name="dagen tot het advies")),
                ("days_to_closing", models.PositiveIntegerField(blank=True, null=True, verbose_name="dagen tot de afsluiting")),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["team", "year"], name="kept_case_by_year")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("year__gte", 2000)), name="kept_case_year")
                ],
            },
        )
    ]
