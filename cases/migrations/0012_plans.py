"""Tailored solution, future plan, dilemma, binding advice."""

import cases.choices.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cases.choices.seed_plans import PLAN_QUESTIONS
from cases.choices.triggers import check_codes


def seed(apps, schema_editor):
    choice = apps.get_model("cases", "Choice")
    choice.objects.bulk_create(
        choice(question=question, code=answer.code, label=answer.label, synonyms=list(answer.synonyms), position=place)
        for question, content in PLAN_QUESTIONS.items()
        for place, answer in enumerate(content.answers, start=1)
    )


def unseed(apps, schema_editor):
    """The table keeps its answers by a trigger, which steps aside for this."""
    schema_editor.execute("ALTER TABLE cases_choice DISABLE TRIGGER cases_choice_kept")
    apps.get_model("cases", "Choice").objects.filter(question__in=PLAN_QUESTIONS).delete()
    schema_editor.execute("ALTER TABLE cases_choice ENABLE TRIGGER cases_choice_kept")


class Migration(migrations.Migration):

    dependencies = [
        ("cases", "0011_hours"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(seed, unseed),
        migrations.CreateModel(
            name='Dilemma',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=500, verbose_name='de vraag')),
                ('choice', models.TextField(blank=True, max_length=1000, verbose_name='wat we kiezen')),
                ('why', models.TextField(blank=True, max_length=2000, verbose_name='waarom')),
                ('chosen_on', models.DateField(blank=True, null=True, verbose_name='gekozen op')),
                ('look_again_on', models.DateField(blank=True, null=True, verbose_name='opnieuw kijken op')),
                ('looked_back', models.TextField(blank=True, max_length=2000, verbose_name='wat we toen zagen')),
                ('looked_back_on', models.DateField(blank=True, null=True, verbose_name='teruggekeken op')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dilemmas', to='cases.case')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='DilemmaOption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=300, verbose_name='mogelijkheid')),
                ('speaks_for', models.TextField(blank=True, max_length=1000, verbose_name='wat ervoor pleit')),
                ('speaks_against', models.TextField(blank=True, max_length=1000, verbose_name='wat ertegen pleit')),
                ('dilemma', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='cases.dilemma')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='DilemmaParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='wie')),
                ('values', models.CharField(max_length=500, verbose_name='wat telt voor diegene')),
                ('dilemma', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='cases.dilemma')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='FuturePlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_on', models.DateField(verbose_name='begonnen op')),
                ('wish', models.TextField(blank=True, max_length=2000, verbose_name='hoe iemand later wil leven')),
                ('staying', models.TextField(blank=True, max_length=1000, verbose_name='wie blijft')),
                ('help_after', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='hulp_na_18', size=None, verbose_name='hulp na 18')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='future_plan', to='cases.case')),
            ],
        ),
        migrations.CreateModel(
            name='FuturePlanStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('area', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='toekomst_gebied', verbose_name='gebied')),
                ('text', models.CharField(max_length=500, verbose_name='wat')),
                ('owner_name', models.CharField(blank=True, max_length=200, verbose_name='wie')),
                ('due_on', models.DateField(verbose_name='voor')),
                ('status', models.CharField(choices=[('open', 'open'), ('geregeld', 'geregeld'), ('vervalt', 'niet nodig'), ('over', 'overgedragen')], default='open', max_length=10, verbose_name='hoe het staat')),
                ('result', models.CharField(blank=True, max_length=500, verbose_name='wat kwam ervan')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='cases.futureplan')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalAdviceExplanation',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('asked_by', models.CharField(max_length=200, verbose_name='wie vroeg het')),
                ('asked_on', models.DateField(verbose_name='gevraagd op')),
                ('explained_on', models.DateField(blank=True, null=True, verbose_name='uitgelegd op')),
                ('text', models.TextField(blank=True, max_length=2000, verbose_name='wat is uitgelegd')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('explained_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uitgelegd door')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical advice explanation',
                'verbose_name_plural': 'historical advice explanations',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalBindingAdvice',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('is_binding', models.BooleanField(verbose_name='bindend')),
                ('agreed_with', models.CharField(max_length=300, verbose_name='afgesproken met')),
                ('agreed_on', models.DateField(verbose_name='afgesproken op')),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical binding advice',
                'verbose_name_plural': 'historical binding advices',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalDilemma',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('question', models.CharField(max_length=500, verbose_name='de vraag')),
                ('choice', models.TextField(blank=True, max_length=1000, verbose_name='wat we kiezen')),
                ('why', models.TextField(blank=True, max_length=2000, verbose_name='waarom')),
                ('chosen_on', models.DateField(blank=True, null=True, verbose_name='gekozen op')),
                ('look_again_on', models.DateField(blank=True, null=True, verbose_name='opnieuw kijken op')),
                ('looked_back', models.TextField(blank=True, max_length=2000, verbose_name='wat we toen zagen')),
                ('looked_back_on', models.DateField(blank=True, null=True, verbose_name='teruggekeken op')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical dilemma',
                'verbose_name_plural': 'historical dilemmas',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalDilemmaOption',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('text', models.CharField(max_length=300, verbose_name='mogelijkheid')),
                ('speaks_for', models.TextField(blank=True, max_length=1000, verbose_name='wat ervoor pleit')),
                ('speaks_against', models.TextField(blank=True, max_length=1000, verbose_name='wat ertegen pleit')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('dilemma', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.dilemma')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical dilemma option',
                'verbose_name_plural': 'historical dilemma options',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalDilemmaParty',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='wie')),
                ('values', models.CharField(max_length=500, verbose_name='wat telt voor diegene')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('dilemma', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.dilemma')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical dilemma party',
                'verbose_name_plural': 'historical dilemma partys',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalFuturePlan',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('started_on', models.DateField(verbose_name='begonnen op')),
                ('wish', models.TextField(blank=True, max_length=2000, verbose_name='hoe iemand later wil leven')),
                ('staying', models.TextField(blank=True, max_length=1000, verbose_name='wie blijft')),
                ('help_after', cases.choices.fields.CodeListField(base_field=models.CharField(max_length=80), blank=True, default=list, question='hulp_na_18', size=None, verbose_name='hulp na 18')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical future plan',
                'verbose_name_plural': 'historical future plans',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalFuturePlanStep',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('area', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='toekomst_gebied', verbose_name='gebied')),
                ('text', models.CharField(max_length=500, verbose_name='wat')),
                ('owner_name', models.CharField(blank=True, max_length=200, verbose_name='wie')),
                ('due_on', models.DateField(verbose_name='voor')),
                ('status', models.CharField(choices=[('open', 'open'), ('geregeld', 'geregeld'), ('vervalt', 'niet nodig'), ('over', 'overgedragen')], default='open', max_length=10, verbose_name='hoe het staat')),
                ('result', models.CharField(blank=True, max_length=500, verbose_name='wat kwam ervan')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.futureplan')),
            ],
            options={
                'verbose_name': 'historical future plan step',
                'verbose_name_plural': 'historical future plan steps',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalTailoredSolution',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('wish', models.TextField(max_length=2000, verbose_name='wens')),
                ('worked_before', models.TextField(blank=True, max_length=2000, verbose_name='wat eerder werkte')),
                ('maker', models.CharField(blank=True, max_length=300, verbose_name='wie maakt het')),
                ('rule', models.TextField(blank=True, max_length=1000, verbose_name='regel die in de weg staat')),
                ('rule_lifter', models.CharField(blank=True, max_length=300, verbose_name='wie die regel opzij kan zetten')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='einddatum')),
                ('way_back', models.TextField(blank=True, max_length=1000, verbose_name='weg terug')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical tailored solution',
                'verbose_name_plural': 'historical tailored solutions',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='TailoredSolution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wish', models.TextField(max_length=2000, verbose_name='wens')),
                ('worked_before', models.TextField(blank=True, max_length=2000, verbose_name='wat eerder werkte')),
                ('maker', models.CharField(blank=True, max_length=300, verbose_name='wie maakt het')),
                ('rule', models.TextField(blank=True, max_length=1000, verbose_name='regel die in de weg staat')),
                ('rule_lifter', models.CharField(blank=True, max_length=300, verbose_name='wie die regel opzij kan zetten')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='einddatum')),
                ('way_back', models.TextField(blank=True, max_length=1000, verbose_name='weg terug')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tailored_solutions', to='cases.case')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='SolutionFund',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='geldbron', verbose_name='geldbron')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='bedrag')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='toelichting')),
                ('solution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='funds', to='cases.tailoredsolution')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalSolutionFund',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('source', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='geldbron', verbose_name='geldbron')),
                ('amount', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='bedrag')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='toelichting')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('solution', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.tailoredsolution')),
            ],
            options={
                'verbose_name': 'historical solution fund',
                'verbose_name_plural': 'historical solution funds',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='AdviceExplanation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_by', models.CharField(max_length=200, verbose_name='wie vroeg het')),
                ('asked_on', models.DateField(verbose_name='gevraagd op')),
                ('explained_on', models.DateField(blank=True, null=True, verbose_name='uitgelegd op')),
                ('text', models.TextField(blank=True, max_length=2000, verbose_name='wat is uitgelegd')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice_explanations', to='cases.case')),
                ('explained_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uitgelegd door')),
            ],
            options={
                'ordering': ['asked_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('asked_by', ''), _negated=True), name='explanation_asked_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('explained_by', None), ('explained_on', None), ('text', '')), models.Q(('explained_by__isnull', False), ('explained_on__isnull', False), models.Q(('text', ''), _negated=True)), _connector='OR'), name='explanation_given_in_full')],
            },
        ),
        migrations.CreateModel(
            name='BindingAdvice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_binding', models.BooleanField(verbose_name='bindend')),
                ('agreed_with', models.CharField(max_length=300, verbose_name='afgesproken met')),
                ('agreed_on', models.DateField(verbose_name='afgesproken op')),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='binding_advice', to='cases.case')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('agreed_with', ''), _negated=True), name='binding_agreed_with_somebody')],
            },
        ),
        migrations.AddIndex(
            model_name='dilemma',
            index=models.Index(condition=models.Q(('looked_back_on', None)), fields=['look_again_on'], name='dilemma_to_look_at'),
        ),
        migrations.AddConstraint(
            model_name='dilemma',
            constraint=models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='dilemma_has_question'),
        ),
        migrations.AddConstraint(
            model_name='dilemma',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('choice', ''), ('chosen_on', None)), models.Q(models.Q(('choice', ''), _negated=True), models.Q(('why', ''), _negated=True), ('chosen_on__isnull', False)), _connector='OR'), name='dilemma_choice_says_why'),
        ),
        migrations.AddConstraint(
            model_name='dilemma',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('looked_back', ''), ('looked_back_on', None)), models.Q(models.Q(('looked_back', ''), _negated=True), ('chosen_on__isnull', False), ('looked_back_on__isnull', False)), _connector='OR'), name='dilemma_looked_back_after_choice'),
        ),
        migrations.AddConstraint(
            model_name='dilemmaoption',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='dilemma_option_filled'),
        ),
        migrations.AddConstraint(
            model_name='dilemmaparty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('values', ''), _negated=True)), name='dilemma_party_filled'),
        ),
        migrations.AddIndex(
            model_name='futureplanstep',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['plan', 'due_on'], name='future_step_open'),
        ),
        migrations.AddConstraint(
            model_name='futureplanstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('area', ''), _negated=True)), name='future_step_filled'),
        ),
        migrations.AddConstraint(
            model_name='futureplanstep',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['open', 'geregeld', 'vervalt', 'over'])), name='future_step_known_status'),
        ),
        migrations.AddConstraint(
            model_name='futureplanstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['vervalt', 'over']), _negated=True), models.Q(('result', ''), _negated=True), _connector='OR'), name='future_step_dropped_says_why'),
        ),
        migrations.AddIndex(
            model_name='tailoredsolution',
            index=models.Index(condition=models.Q(('ends_on', None), _negated=True), fields=['ends_on'], name='solution_by_end'),
        ),
        migrations.AddConstraint(
            model_name='tailoredsolution',
            constraint=models.CheckConstraint(condition=models.Q(('wish', ''), _negated=True), name='solution_has_wish'),
        ),
        migrations.AddConstraint(
            model_name='solutionfund',
            constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='fund_has_source'),
        ),
        migrations.AddConstraint(
            model_name='solutionfund',
            constraint=models.CheckConstraint(condition=models.Q(('amount', None), ('amount__gte', 0), _connector='OR'), name='fund_not_negative'),
        ),
        check_codes('cases_solutionfund', {'source': 'geldbron'}),
        check_codes('cases_futureplan', {'help_after': 'hulp_na_18'}),
        check_codes('cases_futureplanstep', {'area': 'toekomst_gebied'}),
    ]

