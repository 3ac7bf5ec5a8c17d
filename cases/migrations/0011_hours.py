"""Hours per person, case and day."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_process")]

    operations = []
