"""Full text search."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0015_documents")]

    operations = []
