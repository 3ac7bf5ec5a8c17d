"""Steps and conflicts instead of a lease: everybody writes at once. A new step announces itself, at commit."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


ANNOUNCE = """
CREATE FUNCTION analysis_announce_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('analysis', NEW.analysis_id || ':' || NEW.number);
  RETURN NULL;
END $$;
CREATE TRIGGER analysis_step_announced AFTER INSERT ON analysis_step
  FOR EACH ROW EXECUTE FUNCTION analysis_announce_step();
"""
ANNOUNCE_REVERSE = """
DROP TRIGGER analysis_step_announced ON analysis_step;
DROP FUNCTION analysis_announce_step();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('analysis', '0005_matching'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveField(
            model_name='analysis',
            name='editor',
        ),
        migrations.RemoveField(
            model_name='analysis',
            name='editor_until',
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('piece', models.CharField(choices=[('kaartje', 'kaartje'), ('verband', 'verband'), ('verklaring', 'verklaring'), ('advies', 'advies'), ('zorg', 'wat erbij hoort')], max_length=12)),
                ('part_id', models.BigIntegerField()),
                ('field', models.CharField(max_length=20)),
                ('base_version', models.PositiveIntegerField()),
                ('theirs_version', models.PositiveIntegerField()),
                ('mine', models.TextField(verbose_name='jouw woorden')),
                ('ops', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='analysis.analysis')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['made_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at', None)), fields=('analysis', 'piece', 'part_id', 'field', 'author'), name='conflict_open_once'), models.CheckConstraint(condition=models.Q(('piece__in', ['kaartje', 'verband', 'verklaring', 'advies', 'zorg'])), name='conflict_known_piece')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('what', models.CharField(choices=[('add', 'neergelegd'), ('change', 'gewijzigd'), ('move', 'verplaatst'), ('remove', 'weggehaald'), ('restore', 'teruggezet')], max_length=10)),
                ('piece', models.CharField(choices=[('kaartje', 'kaartje'), ('verband', 'verband'), ('verklaring', 'verklaring'), ('advies', 'advies'), ('zorg', 'wat erbij hoort')], max_length=12)),
                ('part_id', models.BigIntegerField()),
                ('part_version', models.PositiveIntegerField()),
                ('field', models.CharField(blank=True, max_length=20)),
                ('op', models.UUIDField(blank=True, null=True)),
                ('removed', models.JSONField(blank=True, default=dict)),
                ('analysis', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='analysis.analysis')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undoes', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='undone_by', to='analysis.step')),
            ],
            options={
                'ordering': ['number'],
                'indexes': [models.Index(fields=['analysis', 'by', '-number'], name='step_of_person')],
                'constraints': [models.UniqueConstraint(fields=('analysis', 'number'), name='step_number_once'), models.UniqueConstraint(fields=('analysis', 'op'), name='step_op_once'), models.UniqueConstraint(fields=('undoes',), name='step_undone_once'), models.CheckConstraint(condition=models.Q(('what__in', ['add', 'change', 'move', 'remove', 'restore'])), name='step_known_what'), models.CheckConstraint(condition=models.Q(('piece__in', ['kaartje', 'verband', 'verklaring', 'advies', 'zorg'])), name='step_known_piece')],
            },
        ),
        migrations.RunSQL(ANNOUNCE, ANNOUNCE_REVERSE),
    ]
