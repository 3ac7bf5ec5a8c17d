"""Matching a young person with places: shortlist, what was tried, refusals."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("analysis", "0004_answers_stay"), ("cases", "0014_providers")]

    operations = []
