"""How long it took before a case that was destroyed was discussed for the first time."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitor', '0002_kept_cases'),
    ]

    operations = [
        migrations.AddField(
            model_name='keptcase',
            name='days_to_meeting',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='dagen tot de eerste bijeenkomst'),
        ),
    ]
