"""What can be found, and the functions with which the database keeps it (cases/search/database.py)."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.contrib.postgres.operations import BtreeGinExtension
from django.db import migrations, models

from cases.search.database import CASES, CASES_REVERSE, CONFIGURATIONS, CONFIGURATIONS_REVERSE, FUNCTIONS, FUNCTIONS_REVERSE


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("cases", "0015_documents")]

    operations = [
        BtreeGinExtension(),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=30)),
                ('source_id', models.BigIntegerField()),
                ('rule', models.CharField(max_length=40)),
                ('named', models.BooleanField()),
                ('text', models.TextField()),
                ('vector', django.contrib.postgres.search.SearchVectorField()),
                ('letters', django.contrib.postgres.search.SearchVectorField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.case')),
                ('team', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.team')),
            ],
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('named', True)), fields=['team', 'vector'], gin_pending_list_limit=512, name='search_names'),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('named', False)), fields=['team', 'vector'], gin_pending_list_limit=512, name='search_texts'),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('named', True)), fields=['team', 'text'], gin_pending_list_limit=512, name='search_names_alike', opclasses=['int8_ops', 'gin_trgm_ops']),
        ),
        migrations.AddIndex(
            model_name='searchentry',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('named', False)), fields=['team', 'letters'], gin_pending_list_limit=512, name='search_texts_alike'),
        ),
        migrations.AddConstraint(
            model_name='searchentry',
            constraint=models.UniqueConstraint(fields=('kind', 'source_id'), name='search_source_once'),
        ),
        migrations.RunSQL(CONFIGURATIONS, CONFIGURATIONS_REVERSE),
        migrations.RunSQL(FUNCTIONS, FUNCTIONS_REVERSE),
        migrations.RunSQL(CASES, CASES_REVERSE),
    ]
