"""Providers, their places with what they really offer, and how often a place refused."""

import cases.choices.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cases.choices.seed_providers import PROVIDER_QUESTIONS
from cases.choices.triggers import check_codes


def seed(apps, schema_editor):
    choice = apps.get_model("cases", "Choice")
    choice.objects.bulk_create(
        choice(question=question, code=answer.code, label=answer.label, synonyms=list(answer.synonyms), position=place)
        for question, content in PROVIDER_QUESTIONS.items()
        for place, answer in enumerate(content.answers, start=1)
    )


def unseed(apps, schema_editor):
    schema_editor.execute("ALTER TABLE cases_choice DISABLE TRIGGER cases_choice_kept")
    apps.get_model("cases", "Choice").objects.filter(question__in=PROVIDER_QUESTIONS).delete()
    schema_editor.execute("ALTER TABLE cases_choice ENABLE TRIGGER cases_choice_kept")


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('cases', '0013_followup'),
    ]

    operations = [
        migrations.CreateModel(
            name='Provider',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='providers', to='accounts.team')),
                ('name', models.CharField(max_length=200, verbose_name='naam')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='telefoon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='toelichting')),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['name', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='provider_named'), models.UniqueConstraint(models.F('team'), django.db.models.functions.text.Lower('name'), name='provider_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='cases.provider')),
                ('name', models.CharField(max_length=200, verbose_name='naam')),
                ('stay', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='verblijf', verbose_name='soort plek')),
                ('municipality', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='gemeente', verbose_name='gemeente')),
                ('town', models.CharField(blank=True, max_length=100, verbose_name='plaats')),
                ('age_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='vanaf leeftijd')),
                ('age_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tot en met leeftijd')),
                ('climate_yes', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='klimaat', size=None, verbose_name='klimaat dat er is')),
                ('climate_no', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='klimaat', size=None, verbose_name='klimaat dat er niet is')),
                ('climate_words', models.JSONField(blank=True, default=dict, verbose_name='klimaat in hun woorden')),
                ('conditions', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='werkcondities', size=None, verbose_name='werkcondities die er zijn')),
                ('conditions_missing', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='werkcondities', size=None, verbose_name='werkcondities die ontbreken')),
                ('says_excludes', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='uitsluiting', size=None, verbose_name='sluit uit volgens eigen zeggen')),
                ('does_exclude', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='uitsluiting', size=None, verbose_name='sluit uit in de praktijk')),
                ('does_accept', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='uitsluiting', size=None, verbose_name='in de praktijk toch welkom')),
                ('exclusion_words', models.CharField(blank=True, max_length=500, verbose_name='toelichting op uitsluiten')),
                ('waiting_weeks', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='wachttijd in weken')),
                ('waiting_checked_on', models.DateField(blank=True, null=True, verbose_name='wachttijd gehoord op')),
                ('contact_name', models.CharField(blank=True, max_length=200, verbose_name='contactpersoon')),
                ('contact_phone', models.CharField(blank=True, max_length=40, verbose_name='telefoon')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='toelichting')),
                ('checked_on', models.DateField(verbose_name='nagegaan op')),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='nagegaan door')),
                ('stopped_on', models.DateField(blank=True, null=True, verbose_name='gestopt op')),
                ('search_text', models.TextField(blank=True, help_text='Namen en plaats, klein en zonder accenten')),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['name', 'pk'],
                'indexes': [models.Index(fields=['provider', 'stopped_on'], name='place_by_provider'), django.contrib.postgres.indexes.GinIndex(fields=['search_text'], name='place_search', opclasses=['gin_trgm_ops']), django.contrib.postgres.indexes.GinIndex(fields=['climate_yes'], name='place_climate')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('stay', ''), _negated=True)), name='place_filled'), models.UniqueConstraint(models.F('provider'), django.db.models.functions.text.Lower('name'), name='place_once'), models.CheckConstraint(condition=models.Q(('age_from', None), ('age_to', None), ('age_from__lte', models.F('age_to')), _connector='OR'), name='place_ages_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('age_from', None), ('age_from__lte', 27), _connector='OR'), models.Q(('age_to', None), ('age_to__lte', 27), _connector='OR')), name='place_ages_possible'), models.CheckConstraint(condition=models.Q(('climate_yes__overlap', models.F('climate_no')), _negated=True), name='place_climate_yes_or_no'), models.CheckConstraint(condition=models.Q(('conditions__overlap', models.F('conditions_missing')), _negated=True), name='place_condition_yes_or_no'), models.CheckConstraint(condition=models.Q(('does_exclude__overlap', models.F('does_accept')), _negated=True), name='place_excludes_or_accepts'), models.CheckConstraint(condition=models.Q(('waiting_weeks', None), models.Q(('waiting_checked_on__isnull', False), ('waiting_weeks__lte', 520)), _connector='OR'), name='place_waiting_heard')],
            },
        ),
        migrations.CreateModel(
            name='RefusalTally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.team')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='refusals', to='cases.place')),
                ('year', models.PositiveSmallIntegerField(verbose_name='jaar')),
                ('reason', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='weigerreden', verbose_name='reden')),
                ('exclusion', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='uitsluiting', verbose_name='uitsluiting')),
                ('count', models.PositiveIntegerField(default=0, verbose_name='aantal')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('team', 'year', 'place', 'reason', 'exclusion'), name='refusal_tally_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='refusal_tally_has_reason'), models.CheckConstraint(condition=models.Q(models.Q(('reason', 'uitsluiting'), _negated=True), models.Q(('exclusion', ''), _negated=True), _connector='OR'), name='refusal_tally_names_it')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='HistoricalProvider',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='naam')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='telefoon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='toelichting')),
                ('team', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='accounts.team')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical provider',
                'verbose_name_plural': 'historical providers',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [],
                'constraints': [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPlace',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='naam')),
                ('stay', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='verblijf', verbose_name='soort plek')),
                ('municipality', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='gemeente', verbose_name='gemeente')),
                ('town', models.CharField(blank=True, max_length=100, verbose_name='plaats')),
                ('age_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='vanaf leeftijd')),
                ('age_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tot en met leeftijd')),
                ('climate_yes', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='klimaat', size=None, verbose_name='klimaat dat er is')),
                ('climate_no', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='klimaat', size=None, verbose_name='klimaat dat er niet is')),
                ('climate_words', models.JSONField(blank=True, default=dict, verbose_name='klimaat in hun woorden')),
                ('conditions', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='werkcondities', size=None, verbose_name='werkcondities die er zijn')),
                ('conditions_missing', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='werkcondities', size=None, verbose_name='werkcondities die ontbreken')),
                ('says_excludes', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='uitsluiting', size=None, verbose_name='sluit uit volgens eigen zeggen')),
                ('does_exclude', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='uitsluiting', size=None, verbose_name='sluit uit in de praktijk')),
                ('does_accept', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='uitsluiting', size=None, verbose_name='in de praktijk toch welkom')),
                ('exclusion_words', models.CharField(blank=True, max_length=500, verbose_name='toelichting op uitsluiten')),
                ('waiting_weeks', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='wachttijd in weken')),
                ('waiting_checked_on', models.DateField(blank=True, null=True, verbose_name='wachttijd gehoord op')),
                ('contact_name', models.CharField(blank=True, max_length=200, verbose_name='contactpersoon')),
                ('contact_phone', models.CharField(blank=True, max_length=40, verbose_name='telefoon')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='toelichting')),
                ('checked_on', models.DateField(verbose_name='nagegaan op')),
                ('stopped_on', models.DateField(blank=True, null=True, verbose_name='gestopt op')),
                ('provider', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.provider')),
                ('checked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='nagegaan door')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical place',
                'verbose_name_plural': 'historical places',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [],
                'constraints': [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.RunPython(seed, unseed),
        check_codes(
            "cases_place",
            {
                "stay": "verblijf",
                "municipality": "gemeente",
                "climate_yes": "klimaat",
                "climate_no": "klimaat",
                "conditions": "werkcondities",
                "conditions_missing": "werkcondities",
                "says_excludes": "uitsluiting",
                "does_exclude": "uitsluiting",
                "does_accept": "uitsluiting",
            },
        ),
        check_codes("cases_refusaltally", {"reason": "weigerreden", "exclusion": "uitsluiting"}),
    ]
