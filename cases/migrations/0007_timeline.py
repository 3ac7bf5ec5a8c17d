"""Gaps, sources and goals on the timeline."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_consent")]

    operations = []
