"""Steps, course, core team, journal, hand-over, going up."""

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_steering"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalCoreMember",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("since", models.DateField(verbose_name="sinds")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.participant",
                        verbose_name="wie rond de jongere",
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
                        verbose_name="wie van het team",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical core member",
                "verbose_name_plural": "historical core members",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCourse",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("towards", models.CharField(max_length=200, verbose_name="waar we naartoe werken")),
                ("way", models.CharField(blank=True, max_length=200, verbose_name="hoe we dat doen")),
                ("hold_on", models.CharField(blank=True, max_length=200, verbose_name="wat we vasthouden")),
                ("agreed_on", models.DateField(verbose_name="afgesproken op")),
                ("created_at", models.DateTimeField(blank=True, editable=False)),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical course",
                "verbose_name_plural": "historical courses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGoingUp",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("bovenregionaal", "het bovenregionaal expertisecentrum"),
                            ("cce", "het CCE (Centrum voor Consultatie en Expertise)"),
                        ],
                        max_length=14,
                        verbose_name="waarheen",
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="wie daar")),
                ("question", models.CharField(max_length=500, verbose_name="de vraag")),
                ("summary", models.TextField(max_length=10000, verbose_name="samenvatting")),
                ("asked_on", models.DateField(verbose_name="gevraagd op")),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="antwoord")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="antwoord op")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="afgerond op")),
                ("outcome", models.CharField(blank=True, max_length=500, verbose_name="wat kwam ervan")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie de draad vasthoudt",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical going up",
                "verbose_name_plural": "historical going ups",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHandOver",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("summary", models.TextField(blank=True, max_length=10000, verbose_name="samenvatting")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gevraagd", "wacht op antwoord"),
                            ("aangenomen", "aangenomen"),
                            ("teruggegeven", "teruggegeven"),
                            ("ingetrokken", "ingetrokken"),
                            ("genomen", "zelf genomen"),
                        ],
                        default="gevraagd",
                        max_length=12,
                        verbose_name="hoe het staat",
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="antwoord")),
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
                    "asked_by",
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
                    "giver",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leeg als de casus van niemand was",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="van",
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
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="aan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hand over",
                "verbose_name_plural": "historical hand overs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalJournalEntry",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bellen", "gebeld"),
                            ("mail", "gemaild"),
                            ("gesprek", "gesproken"),
                            ("notitie", "notitie"),
                        ],
                        default="notitie",
                        max_length=8,
                        verbose_name="soort",
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="wat")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minuten")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="wanneer")),
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
                    "author",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical journal entry",
                "verbose_name_plural": "historical journal entrys",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProcessStep",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("intake", "intake en triage"),
                            ("analyse", "gedeelde analyse en plan"),
                            ("volgen", "volgen"),
                            ("afsluiten", "afsluiten"),
                        ],
                        max_length=12,
                        verbose_name="deel",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="stap")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "nog te doen"),
                            ("gedaan", "gedaan"),
                            ("overgeslagen", "overgeslagen"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="hoe het staat",
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="op")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical process step",
                "verbose_name_plural": "historical process steps",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTeamStep",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("intake", "intake en triage"),
                            ("analyse", "gedeelde analyse en plan"),
                            ("volgen", "volgen"),
                            ("afsluiten", "afsluiten"),
                        ],
                        max_length=12,
                        verbose_name="deel",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="stap")),
                ("position", models.PositiveSmallIntegerField(default=0)),
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
                "verbose_name": "historical team step",
                "verbose_name_plural": "historical team steps",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="CoreMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="sinds")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="core_team", to="cases.case"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.participant",
                        verbose_name="wie rond de jongere",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie van het team",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("participant", None), ("user__isnull", False)),
                            models.Q(("participant__isnull", False), ("user", None)),
                            _connector="OR",
                        ),
                        name="core_member_is_one_person",
                    ),
                    models.UniqueConstraint(fields=("case", "participant"), name="core_participant_once"),
                    models.UniqueConstraint(fields=("case", "user"), name="core_user_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("towards", models.CharField(max_length=200, verbose_name="waar we naartoe werken")),
                ("way", models.CharField(blank=True, max_length=200, verbose_name="hoe we dat doen")),
                ("hold_on", models.CharField(blank=True, max_length=200, verbose_name="wat we vasthouden")),
                ("agreed_on", models.DateField(verbose_name="afgesproken op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="courses", to="cases.case"
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-agreed_on", "-pk"],
                "indexes": [models.Index(fields=["case", "-agreed_on", "-id"], name="course_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("towards", ""), _negated=True), name="course_filled"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GoingUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("bovenregionaal", "het bovenregionaal expertisecentrum"),
                            ("cce", "het CCE (Centrum voor Consultatie en Expertise)"),
                        ],
                        max_length=14,
                        verbose_name="waarheen",
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="wie daar")),
                ("question", models.CharField(max_length=500, verbose_name="de vraag")),
                ("summary", models.TextField(max_length=10000, verbose_name="samenvatting")),
                ("asked_on", models.DateField(verbose_name="gevraagd op")),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="antwoord")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="antwoord op")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="afgerond op")),
                ("outcome", models.CharField(blank=True, max_length=500, verbose_name="wat kwam ervan")),
                ("form_token", models.UUIDField(help_text="Vangt een dubbele klik op", unique=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="going_up", to="cases.case"
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie de draad vasthoudt",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_on", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_on", None)),
                        fields=["keeper", "asked_on"],
                        name="going_up_by_keeper",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("question", ""), _negated=True),
                            models.Q(("summary", ""), _negated=True),
                        ),
                        name="going_up_filled",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("to__in", ["bovenregionaal", "cce"])), name="going_up_known_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_on", None), ("answer", "")),
                            models.Q(
                                ("answered_on__gte", models.F("asked_on")),
                                ("answered_on__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="going_up_answer_with_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            models.Q(
                                ("ended_on__gte", models.F("asked_on")),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="going_up_ended_with_outcome",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("summary", models.TextField(blank=True, max_length=10000, verbose_name="samenvatting")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("gevraagd", "wacht op antwoord"),
                            ("aangenomen", "aangenomen"),
                            ("teruggegeven", "teruggegeven"),
                            ("ingetrokken", "ingetrokken"),
                            ("genomen", "zelf genomen"),
                        ],
                        default="gevraagd",
                        max_length=12,
                        verbose_name="hoe het staat",
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="antwoord")),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hand_overs",
                        to="cases.case",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leeg als de casus van niemand was",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="van",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="aan",
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "gevraagd")),
                        fields=["receiver"],
                        name="hand_over_waiting",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "gevraagd")),
                        fields=("case",),
                        name="hand_over_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["gevraagd", "aangenomen", "teruggegeven", "ingetrokken", "genomen"],
                            )
                        ),
                        name="hand_over_known_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("state", "gevraagd")),
                            models.Q(
                                models.Q(("state", "gevraagd"), _negated=True), ("answered_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="hand_over_answered_has_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("giver", None),
                            models.Q(("giver", models.F("receiver")), _negated=True),
                            _connector="OR",
                        ),
                        name="hand_over_to_somebody_else",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JournalDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fields", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField(auto_now=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "user"), name="journal_draft_once")],
            },
        ),
        migrations.CreateModel(
            name="JournalEntry",
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
                            ("bellen", "gebeld"),
                            ("mail", "gemaild"),
                            ("gesprek", "gesproken"),
                            ("notitie", "notitie"),
                        ],
                        default="notitie",
                        max_length=8,
                        verbose_name="soort",
                    ),
                ),
                ("text", models.TextField(max_length=4000, verbose_name="wat")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minuten")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="wanneer")),
                (
                    "form_token",
                    models.UUIDField(
                        blank=True, help_text="Vangt een dubbele klik op", null=True, unique=True
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="journal", to="cases.case"
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["case", "-at", "-id"], name="journal_by_moment"),
                    models.Index(
                        condition=models.Q(("minutes__isnull", False)),
                        fields=["author"],
                        name="journal_with_minutes",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="journal_filled"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["bellen", "mail", "gesprek", "notitie"])),
                        name="journal_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes", None),
                            models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                            _connector="OR",
                        ),
                        name="journal_sane_minutes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcessStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("intake", "intake en triage"),
                            ("analyse", "gedeelde analyse en plan"),
                            ("volgen", "volgen"),
                            ("afsluiten", "afsluiten"),
                        ],
                        max_length=12,
                        verbose_name="deel",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="stap")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "nog te doen"),
                            ("gedaan", "gedaan"),
                            ("overgeslagen", "overgeslagen"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="hoe het staat",
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="op")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="cases.case"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "stage", "text"), name="process_step_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="process_step_filled"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stage__in", ["intake", "analyse", "volgen", "afsluiten"])),
                        name="process_step_known_stage",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_on", None), ("status", "open")),
                            models.Q(("settled_on__isnull", False), ("status", "gedaan")),
                            models.Q(
                                ("settled_on__isnull", False),
                                ("status", "overgeslagen"),
                                models.Q(("note", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="process_step_settled_with_day_and_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("intake", "intake en triage"),
                            ("analyse", "gedeelde analyse en plan"),
                            ("volgen", "volgen"),
                            ("afsluiten", "afsluiten"),
                        ],
                        max_length=12,
                        verbose_name="deel",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="stap")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="accounts.team"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("team", "stage", "text"), name="team_step_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="team_step_filled"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stage__in", ["intake", "analyse", "volgen", "afsluiten"])),
                        name="team_step_known_stage",
                    ),
                ],
            },
        ),
    ]
