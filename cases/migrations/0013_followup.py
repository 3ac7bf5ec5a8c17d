"""Follow-ups, what people thought of it, opening again, and using an earlier case."""

import cases.choices.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cases.choices.seed_followup import FOLLOWUP_QUESTIONS
from cases.choices.triggers import check_codes


def seed(apps, schema_editor):
    choice = apps.get_model("cases", "Choice")
    choice.objects.bulk_create(
        choice(question=question, code=answer.code, label=answer.label, synonyms=list(answer.synonyms), position=place)
        for question, content in FOLLOWUP_QUESTIONS.items()
        for place, answer in enumerate(content.answers, start=1)
    )


def unseed(apps, schema_editor):
    """The table keeps its answers by a trigger, which steps aside for this."""
    schema_editor.execute("ALTER TABLE cases_choice DISABLE TRIGGER cases_choice_kept")
    apps.get_model("cases", "Choice").objects.filter(question__in=FOLLOWUP_QUESTIONS).delete()
    schema_editor.execute("ALTER TABLE cases_choice ENABLE TRIGGER cases_choice_kept")


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0012_plans"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(seed, unseed),
        migrations.CreateModel(
            name='HistoricalEarlierCaseUse',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('allowed', models.BooleanField(verbose_name='eerdere casus gebruiken')),
                ('said_by', models.CharField(max_length=300, verbose_name='wie zei dat')),
                ('said_on', models.DateField(verbose_name='gezegd op')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='toelichting')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical earlier case use',
                'verbose_name_plural': 'historical earlier case uses',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalFollowUp',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('begins_on', models.DateField(verbose_name='geteld vanaf')),
                ('months', models.PositiveSmallIntegerField(verbose_name='maanden na het advies')),
                ('due_on', models.DateField(verbose_name='gepland op')),
                ('followed', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='advies_gevolgd', verbose_name='advies gevolgd')),
                ('why_not', models.TextField(blank=True, max_length=1000, verbose_name='waarom niet of deels')),
                ('how_now', models.TextField(blank=True, max_length=2000, verbose_name='hoe gaat het nu')),
                ('told_by', models.CharField(blank=True, max_length=200, verbose_name='wie vertelde het')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='gevraagd op')),
                ('skipped_reason', models.CharField(blank=True, max_length=300, verbose_name='overgeslagen omdat')),
                ('stays', models.BooleanField(default=False, verbose_name='blijft staan na afsluiten')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('done_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gevraagd door')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical follow up',
                'verbose_name_plural': 'historical follow ups',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalOpinion',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='wie')),
                ('side', models.CharField(choices=[('gezin', 'jongere en ouders'), ('professionals', 'hulpverleners')], max_length=15, verbose_name='namens')),
                ('asked_on', models.DateField(verbose_name='gevraagd op')),
                ('satisfied', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='tevreden', verbose_name='tevreden')),
                ('helped', models.TextField(blank=True, max_length=1000, verbose_name='wat hielp')),
                ('better', models.TextField(blank=True, max_length=1000, verbose_name='wat kon beter')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='antwoord op')),
                ('via', models.CharField(blank=True, choices=[('link', 'op een eigen pagina'), ('papier', 'op papier'), ('telefoon', 'aan de telefoon'), ('gesprek', 'in een gesprek')], max_length=10, verbose_name='hoe')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('participant', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.participant')),
            ],
            options={
                'verbose_name': 'historical opinion',
                'verbose_name_plural': 'historical opinions',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalReopening',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('opened_on', models.DateField(verbose_name='heropend op')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='was afgesloten op')),
                ('reason', models.CharField(max_length=500, verbose_name='reden')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical reopening',
                'verbose_name_plural': 'historical reopenings',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='EarlierCaseUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('allowed', models.BooleanField(verbose_name='eerdere casus gebruiken')),
                ('said_by', models.CharField(max_length=300, verbose_name='wie zei dat')),
                ('said_on', models.DateField(verbose_name='gezegd op')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='toelichting')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_use', to='cases.case')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('said_by', ''), _negated=True), name='earlier_use_said_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begins_on', models.DateField(verbose_name='geteld vanaf')),
                ('months', models.PositiveSmallIntegerField(verbose_name='maanden na het advies')),
                ('due_on', models.DateField(verbose_name='gepland op')),
                ('followed', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='advies_gevolgd', verbose_name='advies gevolgd')),
                ('why_not', models.TextField(blank=True, max_length=1000, verbose_name='waarom niet of deels')),
                ('how_now', models.TextField(blank=True, max_length=2000, verbose_name='hoe gaat het nu')),
                ('told_by', models.CharField(blank=True, max_length=200, verbose_name='wie vertelde het')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='gevraagd op')),
                ('skipped_reason', models.CharField(blank=True, max_length=300, verbose_name='overgeslagen omdat')),
                ('stays', models.BooleanField(default=False, verbose_name='blijft staan na afsluiten')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='followups', to='cases.case')),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gevraagd door')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
                'indexes': [models.Index(condition=models.Q(('done_on', None), ('skipped_reason', '')), fields=['due_on'], name='followup_open')],
                'constraints': [models.UniqueConstraint(fields=('case', 'begins_on', 'months'), name='followup_once'), models.CheckConstraint(condition=models.Q(('months__in', (2, 3, 6, 12))), name='followup_known_moment'), models.CheckConstraint(condition=models.Q(models.Q(('done_by', None), ('done_on', None), ('followed', '')), models.Q(('done_by__isnull', False), ('done_on__isnull', False), ('skipped_reason', ''), models.Q(('followed', ''), _negated=True)), _connector='OR'), name='followup_done_in_full'), models.CheckConstraint(condition=models.Q(models.Q(('followed__in', ['deels', 'nee']), _negated=True), models.Q(('why_not', ''), _negated=True), _connector='OR'), name='followup_no_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='wie')),
                ('side', models.CharField(choices=[('gezin', 'jongere en ouders'), ('professionals', 'hulpverleners')], max_length=15, verbose_name='namens')),
                ('asked_on', models.DateField(verbose_name='gevraagd op')),
                ('satisfied', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='tevreden', verbose_name='tevreden')),
                ('helped', models.TextField(blank=True, max_length=1000, verbose_name='wat hielp')),
                ('better', models.TextField(blank=True, max_length=1000, verbose_name='wat kon beter')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='antwoord op')),
                ('via', models.CharField(blank=True, choices=[('link', 'op een eigen pagina'), ('papier', 'op papier'), ('telefoon', 'aan de telefoon'), ('gesprek', 'in een gesprek')], max_length=10, verbose_name='hoe')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='cases.case')),
                ('participant', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='cases.participant')),
            ],
            options={
                'ordering': ['side', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('case', 'side', 'name'), name='opinion_once'), models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), ('side__in', ['gezin', 'professionals'])), name='opinion_of_somebody'), models.CheckConstraint(condition=models.Q(('via__in', ['', 'link', 'papier', 'telefoon', 'gesprek'])), name='opinion_known_via'), models.CheckConstraint(condition=models.Q(models.Q(('answered_on', None), ('satisfied', ''), ('via', '')), models.Q(('answered_on__isnull', False), models.Q(('satisfied', ''), _negated=True), models.Q(('via', ''), _negated=True)), _connector='OR'), name='opinion_answered_in_full')],
            },
        ),
        migrations.CreateModel(
            name='Reopening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opened_on', models.DateField(verbose_name='heropend op')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='was afgesloten op')),
                ('reason', models.CharField(max_length=500, verbose_name='reden')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reopenings', to='cases.case')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['opened_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='reopening_says_why')],
            },
        ),
        check_codes('cases_followup', {'followed': 'advies_gevolgd'}),
        check_codes('cases_opinion', {'satisfied': 'tevreden'}),
    ]

