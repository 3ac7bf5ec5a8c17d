from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "expertteam.audit"
    label = "audit"
