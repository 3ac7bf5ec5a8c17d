import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


# A version belongs to the analysis an answer is about, and is put before people of its own case only.
TOGETHER = """
CREATE FUNCTION analysis_same_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM analysis_fixedversion v
    JOIN analysis_analysis a ON a.id = v.analysis_id
    JOIN cases_participant p ON p.case_id = a.case_id
    WHERE v.id = NEW.version_id AND p.id = NEW.participant_id
  ) THEN
    RAISE check_violation USING MESSAGE = 'the version is of another case';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER analysis_asking_same_case BEFORE INSERT OR UPDATE ON analysis_asking
  FOR EACH ROW EXECUTE FUNCTION analysis_same_case();
CREATE TRIGGER analysis_endorsement_same_case BEFORE INSERT OR UPDATE ON analysis_endorsement
  FOR EACH ROW EXECUTE FUNCTION analysis_same_case();
"""
# Before there were versions a party had one answer: going back keeps the last.
APART = """
DROP TRIGGER analysis_endorsement_same_case ON analysis_endorsement;
DROP TRIGGER analysis_asking_same_case ON analysis_asking;
DROP FUNCTION analysis_same_case();
DELETE FROM analysis_partanswer;
DELETE FROM analysis_endorsement older USING analysis_endorsement newer
  WHERE older.analysis_id = newer.analysis_id AND older.participant_id = newer.participant_id
  AND COALESCE(older.version_id, 0) < COALESCE(newer.version_id, 0);
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('analysis', '0008_versions'),
        ('cases', '0017_retention'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Asking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('way', models.CharField(choices=[('mail', 'met een link in een mail'), ('brief', 'met een link in een brief'), ('papier', 'op papier')], max_length=10, verbose_name='hoe')),
                ('language', models.CharField(default='nl', max_length=10, verbose_name='taal')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='voorgelegd op')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='gelezen op')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='teruggenomen op')),
                ('draft', models.JSONField(blank=True, default=dict)),
                ('draft_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalAsking',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('way', models.CharField(choices=[('mail', 'met een link in een mail'), ('brief', 'met een link in een brief'), ('papier', 'op papier')], max_length=10, verbose_name='hoe')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='voorgelegd op')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='teruggenomen op')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical asking',
                'verbose_name_plural': 'historical askings',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPartAnswer',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('part', models.CharField(max_length=40, verbose_name='onderdeel')),
                ('verdict', models.CharField(blank=True, choices=[('ja', 'ja'), ('deels', 'deels'), ('nee', 'nee')], max_length=5, verbose_name='oordeel')),
                ('words', models.TextField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical part answer',
                'verbose_name_plural': 'historical part answers',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='PartAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(max_length=40, verbose_name='onderdeel')),
                ('verdict', models.CharField(blank=True, choices=[('ja', 'ja'), ('deels', 'deels'), ('nee', 'nee')], max_length=5, verbose_name='oordeel')),
                ('words', models.TextField(blank=True, max_length=1000, verbose_name='toelichting')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='endorsement',
            name='endorsement_once',
        ),
        migrations.AddField(
            model_name='endorsement',
            name='conversation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='cases.action', verbose_name='gesprek'),
        ),
        migrations.AddField(
            model_name='endorsement',
            name='helper',
            field=models.CharField(blank=True, max_length=200, verbose_name='wie erbij was'),
        ),
        migrations.AddField(
            model_name='endorsement',
            name='seen_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='gezien op'),
        ),
        migrations.AddField(
            model_name='endorsement',
            name='seen_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='endorsement',
            name='statement',
            field=models.TextField(blank=True, max_length=5000, verbose_name='eigen tekst bij het dossier'),
        ),
        migrations.AddField(
            model_name='endorsement',
            name='version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='endorsements', to='analysis.fixedversion'),
        ),
        migrations.AddField(
            model_name='endorsement',
            name='via',
            field=models.CharField(blank=True, choices=[('link', 'op de eigen pagina'), ('papier', 'op papier'), ('gesprek', 'in een gesprek')], max_length=10, verbose_name='hoe het antwoord kwam'),
        ),
        migrations.AddField(
            model_name='historicalendorsement',
            name='helper',
            field=models.CharField(blank=True, max_length=200, verbose_name='wie erbij was'),
        ),
        migrations.AddField(
            model_name='historicalendorsement',
            name='statement',
            field=models.TextField(blank=True, max_length=5000, verbose_name='eigen tekst bij het dossier'),
        ),
        migrations.AddField(
            model_name='historicalendorsement',
            name='version',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='analysis.fixedversion'),
        ),
        migrations.AddField(
            model_name='historicalendorsement',
            name='via',
            field=models.CharField(blank=True, choices=[('link', 'op de eigen pagina'), ('papier', 'op papier'), ('gesprek', 'in een gesprek')], max_length=10, verbose_name='hoe het antwoord kwam'),
        ),
        migrations.AddIndex(
            model_name='endorsement',
            index=models.Index(condition=models.Q(('seen_at', None), ('via', 'link')), fields=['answered_on'], name='endorsement_unseen'),
        ),
        migrations.AddConstraint(
            model_name='endorsement',
            constraint=models.UniqueConstraint(fields=('analysis', 'participant', 'version'), name='endorsement_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='endorsement',
            constraint=models.CheckConstraint(condition=models.Q(('via__in', ['', 'link', 'papier', 'gesprek'])), name='endorsement_known_via'),
        ),
        migrations.AddConstraint(
            model_name='endorsement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('seen_at', None), ('seen_by', None)), models.Q(('seen_at__isnull', False), ('seen_by__isnull', False)), _connector='OR'), name='endorsement_seen_by_somebody'),
        ),
        migrations.AddField(
            model_name='asking',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='voorgelegd door'),
        ),
        migrations.AddField(
            model_name='asking',
            name='participant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='askings', to='cases.participant'),
        ),
        migrations.AddField(
            model_name='asking',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='askings', to='analysis.fixedversion'),
        ),
        migrations.AddField(
            model_name='historicalasking',
            name='asked_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='voorgelegd door'),
        ),
        migrations.AddField(
            model_name='historicalasking',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='historicalasking',
            name='participant',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.participant'),
        ),
        migrations.AddField(
            model_name='historicalasking',
            name='version',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='analysis.fixedversion'),
        ),
        migrations.AddField(
            model_name='historicalpartanswer',
            name='endorsement',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='analysis.endorsement'),
        ),
        migrations.AddField(
            model_name='historicalpartanswer',
            name='history_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='partanswer',
            name='endorsement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='analysis.endorsement'),
        ),
        migrations.AddConstraint(
            model_name='asking',
            constraint=models.UniqueConstraint(fields=('version', 'participant'), name='asking_once_per_version'),
        ),
        migrations.AddConstraint(
            model_name='asking',
            constraint=models.CheckConstraint(condition=models.Q(('way__in', ['mail', 'brief', 'papier'])), name='asking_known_way'),
        ),
        migrations.AddConstraint(
            model_name='asking',
            constraint=models.CheckConstraint(condition=models.Q(('language', ''), _negated=True), name='asking_in_a_language'),
        ),
        migrations.AddConstraint(
            model_name='partanswer',
            constraint=models.UniqueConstraint(fields=('endorsement', 'part'), name='part_answer_once'),
        ),
        migrations.AddConstraint(
            model_name='partanswer',
            constraint=models.CheckConstraint(condition=models.Q(('part__regex', '^(kaartje|verklaring|advies)-[0-9]+$')), name='part_answer_of_a_part'),
        ),
        migrations.AddConstraint(
            model_name='partanswer',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['', 'ja', 'deels', 'nee'])), name='part_answer_known_verdict'),
        ),
        migrations.AddConstraint(
            model_name='partanswer',
            constraint=models.CheckConstraint(condition=models.Q(('verdict', ''), ('words', ''), _negated=True), name='part_answer_says_something'),
        ),
        migrations.RunSQL(TOGETHER, APART),
    ]
