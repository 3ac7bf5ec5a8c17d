"""What the clock does for accounts."""

from importlib import import_module

from celery import shared_task
from django.conf import settings


@shared_task
def forget_sessions() -> None:
    """Remove sessions that are over: they hold what somebody searched for, and that is a name."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
