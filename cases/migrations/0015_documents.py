"""Uploaded documents."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0014_providers")]

    operations = []
