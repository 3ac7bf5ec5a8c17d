"""Fixed versions of an analysis: only added, never changed, and deleted with their analysis only."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

WHY = [
    ("besproken", "besproken in de bijeenkomst"),
    ("voorgelegd", "voorgelegd"),
    ("advies", "adviesrapport gemaakt"),
    ("met_de_hand", "met de hand vastgelegd"),
    ("voor_terugzetten", "bewaard vlak voor het terugzetten"),
]
CODES = [code for code, _ in WHY]

# Deletion is judged at the end of the transaction: by then the row above it has to be gone as well.
KEPT = """
CREATE FUNCTION analysis_version_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE check_violation USING MESSAGE = 'a fixed version is never changed';
END $$;
CREATE FUNCTION analysis_version_goes_with() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stays boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1)', TG_ARGV[0])
    INTO stays USING (to_jsonb(OLD) ->> TG_ARGV[1])::bigint;
  IF stays THEN
    RAISE check_violation USING MESSAGE = 'a fixed version goes with its case only';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER analysis_fixedversion_kept BEFORE UPDATE ON analysis_fixedversion
  FOR EACH ROW EXECUTE FUNCTION analysis_version_kept();
CREATE TRIGGER analysis_occasion_kept BEFORE UPDATE ON analysis_occasion
  FOR EACH ROW EXECUTE FUNCTION analysis_version_kept();
CREATE CONSTRAINT TRIGGER analysis_fixedversion_goes_with AFTER DELETE ON analysis_fixedversion
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION analysis_version_goes_with('analysis_analysis', 'analysis_id');
CREATE CONSTRAINT TRIGGER analysis_occasion_goes_with AFTER DELETE ON analysis_occasion
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION analysis_version_goes_with('analysis_fixedversion', 'version_id');
"""
KEPT_REVERSE = """
DROP TRIGGER analysis_occasion_goes_with ON analysis_occasion;
DROP TRIGGER analysis_fixedversion_goes_with ON analysis_fixedversion;
DROP TRIGGER analysis_occasion_kept ON analysis_occasion;
DROP TRIGGER analysis_fixedversion_kept ON analysis_fixedversion;
DROP FUNCTION analysis_version_goes_with();
DROP FUNCTION analysis_version_kept();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('analysis', '0007_dissent'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FixedVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='versie')),
                ('content', models.JSONField()),
                ('fingerprint', models.CharField(max_length=64)),
                ('analysis_version', models.PositiveIntegerField()),
                ('fixed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='vastgelegd op')),
                ('why', models.CharField(choices=WHY, max_length=20, verbose_name='waarom')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='toelichting')),
                ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fixed_versions', to='analysis.analysis')),
                ('fixed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [
                    models.UniqueConstraint(fields=('analysis', 'number'), name='fixed_version_number_once'),
                    models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='fixed_version_counts_from_one'),
                    models.CheckConstraint(condition=models.Q(('why__in', CODES)), name='fixed_version_known_why'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('why', models.CharField(choices=WHY, max_length=20, verbose_name='waarom')),
                ('day', models.DateField()),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='toelichting')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='occasions', to='analysis.fixedversion')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [
                    models.UniqueConstraint(fields=('version', 'why', 'day'), name='occasion_once_a_day'),
                    models.CheckConstraint(condition=models.Q(('why__in', CODES)), name='occasion_known_why'),
                ],
            },
        ),
        migrations.RunSQL(KEPT, KEPT_REVERSE),
        migrations.AddField(
            model_name='advicereport',
            name='fixed_version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='reports', to='analysis.fixedversion'),
        ),
    ]
