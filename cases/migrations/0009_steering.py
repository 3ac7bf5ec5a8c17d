"""Owners, reminders and escalation of actions."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_outside")]

    operations = []
