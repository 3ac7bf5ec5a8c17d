"""Follow-ups and what people thought of it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_plans")]

    operations = []
