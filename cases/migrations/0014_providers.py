"""Providers and their places."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0013_followup")]

    operations = []
