"""Consent per purpose, party and person; another legal basis; and the rules over them, for many cases at once."""

import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import cases.choices.fields
from cases.choices.seed_consent import CONSENT_QUESTIONS
from cases.choices.triggers import check_codes
from cases.consent.database import FORWARD, REVERSE


def seed(apps, schema_editor):
    choice = apps.get_model("cases", "Choice")
    choice.objects.bulk_create(
        choice(question=question, code=answer.code, label=answer.label, synonyms=list(answer.synonyms), position=place)
        for question, content in CONSENT_QUESTIONS.items()
        for place, answer in enumerate(content.answers, start=1)
    )


def unseed(apps, schema_editor):
    schema_editor.execute("ALTER TABLE cases_choice DISABLE TRIGGER cases_choice_kept")
    apps.get_model("cases", "Choice").objects.filter(question__in=CONSENT_QUESTIONS).delete()
    schema_editor.execute("ALTER TABLE cases_choice ENABLE TRIGGER cases_choice_kept")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ConsentParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('bespreken', 'bespreken in het team'), ('informatie_opvragen', 'informatie opvragen'), ('delen', 'delen'), ('monitor', 'meetellen in de jaarmonitor')], max_length=25, verbose_name='doel')),
                ('name', models.CharField(max_length=200, verbose_name='partij')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consent_parties', to='cases.case')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('bespreken', 'bespreken in het team'), ('informatie_opvragen', 'informatie opvragen'), ('delen', 'delen'), ('monitor', 'meetellen in de jaarmonitor')], max_length=25, verbose_name='doel')),
                ('answer', models.CharField(choices=[('gegeven', 'ja'), ('geweigerd', 'nee'), ('ingetrokken', 'ingetrokken'), ('onbereikbaar', 'niet te bereiken')], max_length=15, verbose_name='antwoord')),
                ('said_on', models.DateField(verbose_name='gezegd op')),
                ('how', models.CharField(blank=True, choices=[('papier', 'op papier'), ('mondeling', 'mondeling'), ('mail', 'per mail')], max_length=10, verbose_name='hoe')),
                ('note', models.CharField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='wie besloot verder te gaan')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='cases.case')),
                ('participant', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='consents', to='cases.participant', verbose_name='wie')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='consents', to='cases.consentparty', verbose_name='partij')),
            ],
            options={
                'ordering': ['said_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalConsent',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('bespreken', 'bespreken in het team'), ('informatie_opvragen', 'informatie opvragen'), ('delen', 'delen'), ('monitor', 'meetellen in de jaarmonitor')], max_length=25, verbose_name='doel')),
                ('answer', models.CharField(choices=[('gegeven', 'ja'), ('geweigerd', 'nee'), ('ingetrokken', 'ingetrokken'), ('onbereikbaar', 'niet te bereiken')], max_length=15, verbose_name='antwoord')),
                ('said_on', models.DateField(verbose_name='gezegd op')),
                ('how', models.CharField(blank=True, choices=[('papier', 'op papier'), ('mondeling', 'mondeling'), ('mail', 'per mail')], max_length=10, verbose_name='hoe')),
                ('note', models.CharField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='wie besloot verder te gaan')),
                ('recorded_at', models.DateTimeField(blank=True, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participant', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.participant', verbose_name='wie')),
                ('party', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.consentparty', verbose_name='partij')),
                ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical consent',
                'verbose_name_plural': 'historical consents',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalConsentParty',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('bespreken', 'bespreken in het team'), ('informatie_opvragen', 'informatie opvragen'), ('delen', 'delen'), ('monitor', 'meetellen in de jaarmonitor')], max_length=25, verbose_name='doel')),
                ('name', models.CharField(max_length=200, verbose_name='partij')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical consent party',
                'verbose_name_plural': 'historical consent partys',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalOtherBasis',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('bespreken', 'bespreken in het team'), ('informatie_opvragen', 'informatie opvragen'), ('delen', 'delen'), ('monitor', 'meetellen in de jaarmonitor')], max_length=25, verbose_name='doel')),
                ('kind', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='andere_grondslag', verbose_name='grondslag')),
                ('reason', models.CharField(max_length=1000, verbose_name='reden')),
                ('decided_by', models.CharField(max_length=200, verbose_name='wie besloot')),
                ('decided_on', models.DateField(verbose_name='besloten op')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='geldt niet meer sinds')),
                ('recorded_at', models.DateTimeField(blank=True, editable=False)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('party', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.consentparty', verbose_name='partij')),
                ('recorded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical other basis',
                'verbose_name_plural': 'historical other basiss',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='OtherBasis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('bespreken', 'bespreken in het team'), ('informatie_opvragen', 'informatie opvragen'), ('delen', 'delen'), ('monitor', 'meetellen in de jaarmonitor')], max_length=25, verbose_name='doel')),
                ('kind', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='andere_grondslag', verbose_name='grondslag')),
                ('reason', models.CharField(max_length=1000, verbose_name='reden')),
                ('decided_by', models.CharField(max_length=200, verbose_name='wie besloot')),
                ('decided_on', models.DateField(verbose_name='besloten op')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='geldt niet meer sinds')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_bases', to='cases.case')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='bases', to='cases.consentparty', verbose_name='partij')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['decided_on', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='consentparty',
            constraint=models.UniqueConstraint(models.F('case'), models.F('purpose'), django.db.models.functions.text.Lower('name'), name='consent_party_once'),
        ),
        migrations.AddConstraint(
            model_name='consentparty',
            constraint=models.CheckConstraint(condition=models.Q(('purpose__in', ('informatie_opvragen', 'delen')), models.Q(('name', ''), _negated=True)), name='consent_party_named'),
        ),
        migrations.AddIndex(
            model_name='consent',
            index=models.Index(fields=['case', 'purpose', 'said_on'], name='consent_last_word'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('purpose__in', ['bespreken', 'informatie_opvragen', 'delen', 'monitor']), ('answer__in', ['gegeven', 'geweigerd', 'ingetrokken', 'onbereikbaar'])), name='consent_known_answer'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('purpose__in', ('informatie_opvragen', 'delen')), ('party__isnull', False)), models.Q(models.Q(('purpose__in', ('informatie_opvragen', 'delen')), _negated=True), ('party', None)), _connector='OR'), name='consent_party_fits_purpose'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'onbereikbaar'), ('how', ''), ('participant__isnull', False)), models.Q(models.Q(('answer', 'onbereikbaar'), _negated=True), ('decided_by', ''), ('how__in', ['papier', 'mondeling', 'mail'])), _connector='OR'), name='consent_says_how'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('note', ''), _negated=True), models.Q(models.Q(('answer', 'onbereikbaar'), _negated=True), models.Q(('how', 'mondeling'), _negated=True)), _connector='OR'), name='consent_says_what_was_said'),
        ),
        migrations.AddConstraint(
            model_name='otherbasis',
            constraint=models.CheckConstraint(condition=models.Q(('purpose__in', ['bespreken', 'informatie_opvragen', 'delen', 'monitor']), models.Q(('kind', ''), _negated=True), models.Q(('reason', ''), _negated=True), models.Q(('decided_by', ''), _negated=True)), name='other_basis_says_why_and_who'),
        ),
        migrations.AddConstraint(
            model_name='otherbasis',
            constraint=models.CheckConstraint(condition=models.Q(('party', None), ('purpose__in', ('informatie_opvragen', 'delen')), _connector='OR'), name='other_basis_party_fits_purpose'),
        ),
        migrations.AddConstraint(
            model_name='otherbasis',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('decided_on')), _connector='OR'), name='other_basis_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='otherbasis',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('case', 'purpose', 'party', 'kind'), name='other_basis_open_once', nulls_distinct=False),
        ),
        migrations.RunPython(seed, unseed),
        check_codes("cases_otherbasis", {"kind": "andere_grondslag"}),
        migrations.RunSQL(FORWARD, REVERSE),
    ]
