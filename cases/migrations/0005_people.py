"""Who the people around a young person are, across cases."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_timeline_history")]

    operations = []
