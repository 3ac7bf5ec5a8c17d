"""Who sees an explanation differently, by name; the database keeps it within one analysis."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

SAME_ANALYSIS = """
CREATE FUNCTION analysis_check_dissent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM analysis_explanation WHERE id = NEW.explanation_id AND analysis_id = NEW.analysis_id) THEN
    RAISE check_violation USING MESSAGE = 'a dissent stays within one analysis';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER analysis_dissent_sound BEFORE INSERT OR UPDATE ON analysis_dissent
  FOR EACH ROW EXECUTE FUNCTION analysis_check_dissent();
"""
SAME_ANALYSIS_REVERSE = """
DROP TRIGGER analysis_dissent_sound ON analysis_dissent;
DROP FUNCTION analysis_check_dissent();
"""
PIECES = ["kaartje", "verband", "verklaring", "advies", "kijk", "zorg"]
NAMES = ["kaartje", "verband", "verklaring", "advies", "andere kijk", "wat erbij hoort"]


def _also(model):
    """A step and a conflict may also be about a dissent."""
    name = f"{model}_known_piece"
    known = models.CheckConstraint(condition=models.Q(("piece__in", PIECES)), name=name)
    choices = list(zip(PIECES, NAMES, strict=True))
    return [
        migrations.RemoveConstraint(model, name),
        migrations.AlterField(model, "piece", models.CharField(choices=choices, max_length=12)),
        migrations.AddConstraint(model, known),
    ]


class Migration(migrations.Migration):

    dependencies = [
        ('analysis', '0006_live'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalDissent',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('version', models.PositiveIntegerField(default=1)),
                ('said_by', models.CharField(max_length=200, verbose_name='wie ziet het anders')),
                ('text', models.CharField(max_length=1000, verbose_name='hoe dan')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('analysis', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='analysis.analysis')),
                ('explanation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='analysis.explanation')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical dissent',
                'verbose_name_plural': 'historical dissents',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Dissent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('version', models.PositiveIntegerField(default=1)),
                ('form_token', models.UUIDField(blank=True, editable=False, null=True)),
                ('said_by', models.CharField(max_length=200, verbose_name='wie ziet het anders')),
                ('text', models.CharField(max_length=1000, verbose_name='hoe dan')),
                ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dissents', to='analysis.analysis')),
                ('explanation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dissents', to='analysis.explanation')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('said_by', ''), _negated=True)), name='dissent_filled'), models.UniqueConstraint(fields=('analysis', 'form_token'), name='dissent_token_once')],
            },
        ),
        migrations.RunSQL(SAME_ANALYSIS, SAME_ANALYSIS_REVERSE),
        *[operation for model in ("conflict", "step") for operation in _also(model)],
    ]
