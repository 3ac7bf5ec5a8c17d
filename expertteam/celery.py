"""The Celery application: background work of every app, on the broker of the settings."""

import os
from importlib.util import find_spec

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expertteam.settings.embedded")

ROOMS_WITH_TASKS = (
    "expertteam.jobs",
    "expertteam.accounts",
    "expertteam.mail",
    "cases.retention",
    "cases.documents",
    "cases.timeline",
    "analysis.report",
    "monitor.register",
    "monitor.yearbook",
)

app = Celery("expertteam")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(lambda: [room for room in ROOMS_WITH_TASKS if find_spec(room)])
