"""Steps, course, core team, journal, hand-over, going up."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_steering")]

    operations = []
