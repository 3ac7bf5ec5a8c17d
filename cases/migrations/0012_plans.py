"""Tailored solution, future plan, dilemma, binding advice."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0011_hours")]

    operations = []
