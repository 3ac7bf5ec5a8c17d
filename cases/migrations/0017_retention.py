"""How long a team keeps, what was warned about and stopped, and what was destroyed."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_search"),
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalRetentionPolicy",
            fields=[
                ("months", models.PositiveSmallIntegerField(default=6, verbose_name="maanden na het einde")),
                (
                    "warning_days",
                    models.PositiveSmallIntegerField(default=30, verbose_name="dagen waarschuwing vooraf"),
                ),
                ("fingerprint", models.BooleanField(default=False, verbose_name="vingerafdruk bewaren")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical retention policy",
                "verbose_name_plural": "historical retention policys",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="RetentionPolicy",
            fields=[
                (
                    "team",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="retention",
                        serialize=False,
                        to="accounts.team",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(default=6, verbose_name="maanden na het einde")),
                (
                    "warning_days",
                    models.PositiveSmallIntegerField(default=30, verbose_name="dagen waarschuwing vooraf"),
                ),
                ("fingerprint", models.BooleanField(default=False, verbose_name="vingerafdruk bewaren")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("months__gte", 1), ("months__lte", 240)), name="retention_months"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("warning_days__gte", 7)), name="retention_warning_days"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionRelease",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="retention_release",
                        serialize=False,
                        to="cases.case",
                    ),
                ),
                ("released_at", models.DateTimeField(auto_now_add=True)),
                (
                    "released_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RetentionWarning",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="retention_warning",
                        serialize=False,
                        to="cases.case",
                    ),
                ),
                ("warned_on", models.DateField()),
                ("destroy_on", models.DateField(verbose_name="wordt vernietigd op")),
            ],
            options={
                "indexes": [models.Index(fields=["destroy_on"], name="retention_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("destroy_on__gt", models.F("warned_on"))),
                        name="retention_warned_before",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseFingerprint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("case_number", models.CharField(max_length=12)),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.team"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("team", "digest", "case_number"), name="fingerprint_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Destruction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("bekijken", "wacht op jouw akkoord"),
                            ("wacht", "wacht op een vrije plek"),
                            ("bezig", "wordt gemaakt"),
                            ("klaar", "klaar"),
                            ("mislukt", "niet gelukt"),
                        ],
                        default="wacht",
                        max_length=10,
                    ),
                ),
                ("progress", models.PositiveSmallIntegerField(default=0, help_text="0 tot 100")),
                (
                    "step",
                    models.CharField(
                        blank=True, help_text="Wat er nu gebeurt, in gewone woorden", max_length=120
                    ),
                ),
                (
                    "error",
                    models.CharField(
                        blank=True, help_text="Wat er misging, in gewone woorden", max_length=500
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("alive_until", models.DateTimeField(blank=True, null=True)),
                ("requested_at", models.DateTimeField(auto_now_add=True)),
                ("queued_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("case_number", models.CharField(max_length=12, verbose_name="casusnummer")),
                ("ended_on", models.DateField(verbose_name="geëindigd op")),
                ("warned_on", models.DateField(verbose_name="gewaarschuwd op")),
                ("months", models.PositiveSmallIntegerField(verbose_name="bewaartermijn in maanden")),
                ("rows", models.JSONField(default=dict)),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="destructions",
                        to="accounts.team",
                    ),
                ),
            ],
            options={
                "ordering": ["-requested_at", "-pk"],
                "indexes": [models.Index(fields=["team", "-finished_at"], name="destroyed_by_team")],
                "constraints": [
                    models.UniqueConstraint(fields=("team", "case_number"), name="destroyed_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionHold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="reden")),
                ("held_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retention_holds",
                        to="cases.case",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "held_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["held_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("case",), name="retention_held_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="retention_hold_has_reason"
                    ),
                ],
            },
        ),
    ]
