"""Files of a case, their bytes in pieces, and the kinds a document can be."""

import cases.choices.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from cases.choices.seed_documents import DOCUMENT_QUESTIONS
from cases.choices.triggers import check_codes


def seed(apps, schema_editor):
    choice = apps.get_model("cases", "Choice")
    choice.objects.bulk_create(
        choice(question=question, code=answer.code, label=answer.label, synonyms=list(answer.synonyms), position=place)
        for question, content in DOCUMENT_QUESTIONS.items()
        for place, answer in enumerate(content.answers, start=1)
    )


def unseed(apps, schema_editor):
    schema_editor.execute("ALTER TABLE cases_choice DISABLE TRIGGER cases_choice_kept")
    apps.get_model("cases", "Choice").objects.filter(question__in=DOCUMENT_QUESTIONS).delete()
    schema_editor.execute("ALTER TABLE cases_choice ENABLE TRIGGER cases_choice_kept")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_providers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='documentnummer')),
                ('kind', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='document_soort', verbose_name='soort')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='naam')),
                ('dated_on', models.DateField(blank=True, null=True, verbose_name='van wanneer')),
                ('dated_precision', models.CharField(blank=True, max_length=6)),
                ('from_whom', models.CharField(blank=True, max_length=200, verbose_name='van wie')),
                ('note', models.CharField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('file_type', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('pptx', 'PowerPoint'), ('odt', 'OpenDocument'), ('jpg', 'foto (JPG)'), ('png', 'afbeelding (PNG)')], max_length=4, verbose_name='soort bestand')),
                ('size', models.PositiveBigIntegerField(help_text='In bytes', verbose_name='grootte')),
                ('fingerprint', models.CharField(help_text='SHA-256 van de inhoud', max_length=64)),
                ('scan', models.CharField(choices=[('geen', 'niet gecontroleerd'), ('wacht', 'wacht op controle'), ('schoon', 'gecontroleerd'), ('besmet', 'besmet')], default='geen', max_length=6, verbose_name='controle')),
                ('uploaded_at', models.DateTimeField(auto_now_add=True)),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('removed_reason', models.CharField(blank=True, max_length=300, verbose_name='waarom weg')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='cases.case')),
                ('removed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='DocumentPiece',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('data', models.BinaryField()),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pieces', to='cases.document')),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalDocument',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='documentnummer')),
                ('kind', cases.choices.fields.CodeField(blank=True, default='', max_length=80, question='document_soort', verbose_name='soort')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='naam')),
                ('dated_on', models.DateField(blank=True, null=True, verbose_name='van wanneer')),
                ('dated_precision', models.CharField(blank=True, max_length=6)),
                ('from_whom', models.CharField(blank=True, max_length=200, verbose_name='van wie')),
                ('note', models.CharField(blank=True, max_length=1000, verbose_name='toelichting')),
                ('file_type', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('pptx', 'PowerPoint'), ('odt', 'OpenDocument'), ('jpg', 'foto (JPG)'), ('png', 'afbeelding (PNG)')], max_length=4, verbose_name='soort bestand')),
                ('size', models.PositiveBigIntegerField(help_text='In bytes', verbose_name='grootte')),
                ('scan', models.CharField(choices=[('geen', 'niet gecontroleerd'), ('wacht', 'wacht op controle'), ('schoon', 'gecontroleerd'), ('besmet', 'besmet')], default='geen', max_length=6, verbose_name='controle')),
                ('uploaded_at', models.DateTimeField(blank=True, editable=False)),
                ('removed_reason', models.CharField(blank=True, max_length=300, verbose_name='waarom weg')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('case', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='cases.case')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical document',
                'verbose_name_plural': 'historical documents',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('removed_at', None), ('scan__in', ['wacht', 'geen'])), fields=['scan'], name='document_to_scan'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(fields=('case', 'number'), name='document_number_once'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('case', 'fingerprint'), name='document_content_once'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('removed_at', None), models.Q(('title', ''), _negated=True)), models.Q(('from_whom', ''), ('note', ''), ('removed_at__isnull', False), ('title', '')), _connector='OR'), name='document_named_until_removed'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('removed_at', None), ('removed_by', None), ('removed_reason', '')), models.Q(('removed_at__isnull', False), ('removed_by__isnull', False), models.Q(('removed_reason', ''), _negated=True)), _connector='OR'), name='document_removed_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('kind', ''), _negated=True), name='document_has_kind'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('file_type__in', ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'jpg', 'png'])), name='document_known_type'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('scan__in', ['geen', 'wacht', 'schoon', 'besmet'])), name='document_known_scan'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('scan', 'besmet'), _negated=True), ('removed_at__isnull', False), _connector='OR'), name='document_infected_is_gone'),
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dated_on', None), ('dated_precision', '')), models.Q(('dated_on__isnull', False), ('dated_precision__in', ['year', 'season', 'month', 'day'])), _connector='OR'), name='document_date_precision'),
        ),
        migrations.AddConstraint(
            model_name='documentpiece',
            constraint=models.UniqueConstraint(fields=('document', 'position'), name='document_piece_once'),
        ),
        migrations.RunPython(seed, unseed),
        check_codes("cases_document", {"kind": "document_soort"}),
        # Files are packed already: trying to pack them again only costs time.
        migrations.RunSQL(
            "ALTER TABLE cases_documentpiece ALTER COLUMN data SET STORAGE EXTERNAL", migrations.RunSQL.noop
        ),
    ]
