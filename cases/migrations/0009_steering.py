"""Owners, reminders and escalation of actions; answers from outside."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import cases.steering.models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_outside"),
        ("mail", "0001_outbox"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("klaar", "het is klaar"),
                            ("later", "nog niet klaar"),
                            ("kan_niet", "het lukt niet"),
                        ],
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                ("new_date", models.DateField(blank=True, null=True, verbose_name="nieuwe datum")),
                ("text", models.CharField(blank=True, max_length=1000, verbose_name="toelichting")),
                ("by_manager", models.BooleanField(default=False, verbose_name="van de leidinggevende")),
                ("form_token", models.UUIDField(help_text="Vangt een dubbele klik op", unique=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                ("noted_at", models.DateTimeField(blank=True, null=True, verbose_name="gezien op")),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ActionReminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("vooraf", "vooraf"),
                            ("op_de_dag", "op de dag zelf"),
                            ("erna", "erna"),
                            ("uitgesteld", "na uitstel"),
                            ("met_de_hand", "met de hand"),
                            ("voorgelegd", "voorgelegd aan de leidinggevende"),
                        ],
                        max_length=20,
                    ),
                ),
                ("day", models.DateField()),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-sent_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="MailDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recipient", models.CharField(max_length=64)),
                ("day", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="ReminderSettings",
            fields=[
                (
                    "team",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="reminder_settings",
                        serialize=False,
                        to="accounts.team",
                    ),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(),
                        default=cases.steering.models.usual_days,
                        size=None,
                        verbose_name="dagen rond de afgesproken dag",
                    ),
                ),
                (
                    "escalate_after",
                    models.PositiveSmallIntegerField(
                        default=14, verbose_name="dagen te laat voor het opschalen"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="action",
            name="created_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField(
            model_name="action",
            name="done_on",
            field=models.DateField(blank=True, null=True, verbose_name="klaar op"),
        ),
        migrations.AddField(
            model_name="action",
            name="escalated_on",
            field=models.DateField(blank=True, null=True, verbose_name="voorgelegd aan de leidinggevende op"),
        ),
        migrations.AddField(
            model_name="action",
            name="manager_email",
            field=models.EmailField(
                blank=True, max_length=254, verbose_name="e-mailadres van de leidinggevende"
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="manager_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="leidinggevende"),
        ),
        migrations.AddField(
            model_name="action",
            name="manager_organisation",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="organisatie van de leidinggevende"
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="owner_email",
            field=models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
        ),
        migrations.AddField(
            model_name="action",
            name="owner_organisation",
            field=models.CharField(blank=True, max_length=200, verbose_name="organisatie"),
        ),
        migrations.AddField(
            model_name="action",
            name="owner_participant",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="actions",
                to="cases.participant",
                verbose_name="betrokkene",
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="owner_user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="collega",
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="reminders",
            field=models.CharField(
                choices=[
                    ("team", "zoals het team afsprak"),
                    ("kort", "er kort bovenop"),
                    ("dag", "alleen op de dag zelf"),
                    ("geen", "geen mail"),
                ],
                default="team",
                max_length=10,
                verbose_name="herinneringen",
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="snooze_reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom uitgesteld"),
        ),
        migrations.AddField(
            model_name="action",
            name="snoozed_until",
            field=models.DateField(blank=True, null=True, verbose_name="uitgesteld tot"),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="created_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="done_on",
            field=models.DateField(blank=True, null=True, verbose_name="klaar op"),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="escalated_on",
            field=models.DateField(blank=True, null=True, verbose_name="voorgelegd aan de leidinggevende op"),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="manager_email",
            field=models.EmailField(
                blank=True, max_length=254, verbose_name="e-mailadres van de leidinggevende"
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="manager_name",
            field=models.CharField(blank=True, max_length=200, verbose_name="leidinggevende"),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="manager_organisation",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="organisatie van de leidinggevende"
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="owner_email",
            field=models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="owner_organisation",
            field=models.CharField(blank=True, max_length=200, verbose_name="organisatie"),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="owner_participant",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cases.participant",
                verbose_name="betrokkene",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="owner_user",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="collega",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="reminders",
            field=models.CharField(
                choices=[
                    ("team", "zoals het team afsprak"),
                    ("kort", "er kort bovenop"),
                    ("dag", "alleen op de dag zelf"),
                    ("geen", "geen mail"),
                ],
                default="team",
                max_length=10,
                verbose_name="herinneringen",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="snooze_reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="waarom uitgesteld"),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="snoozed_until",
            field=models.DateField(blank=True, null=True, verbose_name="uitgesteld tot"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("status", "open")), fields=["due_on"], name="action_open_by_due"
            ),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("status", "open")), fields=["owner_user"], name="action_open_by_user"
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("reminders__in", ["team", "kort", "dag", "geen"])),
                name="action_known_series",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("owner_user", None),
                    models.Q(("owner_email", ""), ("owner_participant", None)),
                    _connector="OR",
                ),
                name="action_one_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("escalated_on", None), models.Q(("manager_name", ""), _negated=True), _connector="OR"
                ),
                name="action_escalated_to_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_on", None), models.Q(("status", "open"), _negated=True), _connector="OR"
                ),
                name="action_done_is_not_open",
            ),
        ),
        migrations.AddField(
            model_name="actionanswer",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="cases.action"
            ),
        ),
        migrations.AddField(
            model_name="actionanswer",
            name="noted_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="gezien door",
            ),
        ),
        migrations.AddField(
            model_name="actionreminder",
            name="action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="sent_reminders", to="cases.action"
            ),
        ),
        migrations.AddField(
            model_name="actionreminder",
            name="mail",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="mail.outgoingmail",
            ),
        ),
        migrations.AddField(
            model_name="mailday",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.team"
            ),
        ),
        migrations.AddConstraint(
            model_name="remindersettings",
            constraint=models.CheckConstraint(
                condition=models.Q(("escalate_after__gte", 1), ("escalate_after__lte", 365)),
                name="escalate_within_a_year",
            ),
        ),
        migrations.AddIndex(
            model_name="actionanswer",
            index=models.Index(
                condition=models.Q(("noted_at", None)), fields=["at"], name="answer_not_noted"
            ),
        ),
        migrations.AddConstraint(
            model_name="actionanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["klaar", "later", "kan_niet"])), name="answer_known_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="actionanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "later"), _negated=True), ("new_date__isnull", False), _connector="OR"
                ),
                name="answer_later_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "klaar"), models.Q(("text", ""), _negated=True), _connector="OR"),
                name="answer_not_done_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("noted_at", None), ("noted_by", None)),
                    models.Q(("noted_at__isnull", False), ("noted_by__isnull", False)),
                    _connector="OR",
                ),
                name="answer_noted_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionreminder",
            constraint=models.UniqueConstraint(fields=("action", "kind", "day"), name="reminder_once"),
        ),
        migrations.AddConstraint(
            model_name="actionreminder",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["vooraf", "op_de_dag", "erna", "uitgesteld", "met_de_hand", "voorgelegd"])
                ),
                name="reminder_known_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="mailday",
            constraint=models.UniqueConstraint(
                fields=("team", "recipient", "day"), name="reminder_mail_once_a_day"
            ),
        ),
    ]
