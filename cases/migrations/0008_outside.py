"""Signed links for people without an account."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_timeline")]

    operations = []
