"""Looking for a place for a young person: shortlist, what was asked, what came of it."""

import cases.choices.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cases.choices.triggers import check_codes


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('analysis', '0004_answers_stay'),
        ('cases', '0014_providers'),
    ]

    operations = [
        migrations.CreateModel(
            name='Candidate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='candidates', to='cases.case')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.place', verbose_name='plek')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='waarom deze plek')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('dropped_on', models.DateField(blank=True, null=True, verbose_name='van de lijst gehaald op')),
            ],
            options={
                'ordering': ['added_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('case', 'place'), name='candidate_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='cases.case')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.place', verbose_name='plek')),
                ('asked_on', models.DateField(verbose_name='gevraagd op')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gevraagd door')),
                ('by_name', models.BooleanField(default=False, verbose_name='bij naam gevraagd')),
                ('named_on', models.DateField(blank=True, null=True, verbose_name='naam gedeeld op')),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='met wie gesproken')),
                ('question', models.CharField(blank=True, max_length=1000, verbose_name='wat is gevraagd')),
                ('outcome', models.CharField(choices=[('wacht', 'wacht op antwoord'), ('bezoek', 'bezoek afgesproken'), ('geplaatst', 'geplaatst'), ('geweigerd', 'geweigerd'), ('ingetrokken', 'ingetrokken')], default='wacht', max_length=12, verbose_name='stand')),
                ('outcome_on', models.DateField(blank=True, null=True, verbose_name='antwoord op')),
                ('visit_on', models.DateField(blank=True, null=True, verbose_name='bezoek op')),
                ('placed_from', models.DateField(blank=True, null=True, verbose_name='geplaatst vanaf')),
                ('placed_to', models.DateField(blank=True, null=True, verbose_name='geplaatst tot')),
                ('reason', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='weigerreden', verbose_name='reden van afwijzing')),
                ('exclusion', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='uitsluiting', verbose_name='uitsluiting waarop zij zich beroepen')),
                ('words', models.CharField(blank=True, max_length=1000, verbose_name='wat zij zeiden')),
                ('how', models.TextField(blank=True, max_length=2000, verbose_name='hoe het daar gaat')),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'ordering': ['-asked_on', '-pk'],
                'indexes': [models.Index(fields=['case', 'outcome'], name='attempt_by_outcome')],
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['wacht', 'bezoek', 'geplaatst', 'geweigerd', 'ingetrokken'])), name='attempt_known_outcome'), models.UniqueConstraint(condition=models.Q(('outcome__in', ['wacht', 'bezoek'])), fields=('case', 'place'), name='attempt_open_once'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'wacht'), ('outcome_on', None)), models.Q(models.Q(('outcome', 'wacht'), _negated=True), ('outcome_on__gte', models.F('asked_on')), ('outcome_on__isnull', False)), _connector='OR'), name='attempt_answer_after_question'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'geweigerd'), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('outcome', 'geweigerd'), _negated=True), ('exclusion', ''), ('reason', '')), _connector='OR'), name='attempt_refused_with_reason'), models.CheckConstraint(condition=models.Q(models.Q(('reason', 'uitsluiting'), _negated=True), models.Q(('exclusion', ''), _negated=True), _connector='OR'), name='attempt_exclusion_named'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'geplaatst'), ('placed_from__isnull', False)), models.Q(models.Q(('outcome', 'geplaatst'), _negated=True), ('placed_from', None), ('placed_to', None)), _connector='OR'), name='attempt_placed_from'), models.CheckConstraint(condition=models.Q(('placed_to', None), ('placed_to__gte', models.F('placed_from')), _connector='OR'), name='attempt_placed_in_order'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'bezoek'), _negated=True), ('visit_on__isnull', False), _connector='OR'), name='attempt_visit_has_day'), models.CheckConstraint(condition=models.Q(models.Q(('outcome__in', ['bezoek', 'geplaatst']), _negated=True), ('by_name', True), _connector='OR'), name='attempt_visited_by_name'), models.CheckConstraint(condition=models.Q(models.Q(('by_name', True), ('named_on__isnull', False)), models.Q(('by_name', False), ('named_on', None)), _connector='OR'), name='attempt_name_shared_on')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalCandidate',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('why', models.CharField(blank=True, max_length=500, verbose_name='waarom deze plek')),
                ('added_at', models.DateTimeField(blank=True, editable=False)),
                ('dropped_on', models.DateField(blank=True, null=True, verbose_name='van de lijst gehaald op')),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.place', verbose_name='plek')),
                ('added_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical candidate',
                'verbose_name_plural': 'historical candidates',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [],
                'constraints': [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAttempt',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('asked_on', models.DateField(verbose_name='gevraagd op')),
                ('by_name', models.BooleanField(default=False, verbose_name='bij naam gevraagd')),
                ('named_on', models.DateField(blank=True, null=True, verbose_name='naam gedeeld op')),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='met wie gesproken')),
                ('question', models.CharField(blank=True, max_length=1000, verbose_name='wat is gevraagd')),
                ('outcome', models.CharField(choices=[('wacht', 'wacht op antwoord'), ('bezoek', 'bezoek afgesproken'), ('geplaatst', 'geplaatst'), ('geweigerd', 'geweigerd'), ('ingetrokken', 'ingetrokken')], default='wacht', max_length=12, verbose_name='stand')),
                ('outcome_on', models.DateField(blank=True, null=True, verbose_name='antwoord op')),
                ('visit_on', models.DateField(blank=True, null=True, verbose_name='bezoek op')),
                ('placed_from', models.DateField(blank=True, null=True, verbose_name='geplaatst vanaf')),
                ('placed_to', models.DateField(blank=True, null=True, verbose_name='geplaatst tot')),
                ('reason', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='weigerreden', verbose_name='reden van afwijzing')),
                ('exclusion', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='uitsluiting', verbose_name='uitsluiting waarop zij zich beroepen')),
                ('words', models.CharField(blank=True, max_length=1000, verbose_name='wat zij zeiden')),
                ('how', models.TextField(blank=True, max_length=2000, verbose_name='hoe het daar gaat')),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.place', verbose_name='plek')),
                ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gevraagd door')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical attempt',
                'verbose_name_plural': 'historical attempts',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [],
                'constraints': [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        check_codes("analysis_attempt", {"reason": "weigerreden", "exclusion": "uitsluiting"}),
    ]
