"""What arrives twice of the notes of a conversation counts once."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0018_meetings")]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="notes_sent",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=32), blank=True, default=list, size=None
            ),
        ),
    ]
