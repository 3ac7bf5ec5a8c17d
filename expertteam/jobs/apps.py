from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "expertteam.jobs"
    label = "jobs"
