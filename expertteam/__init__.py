"""The project itself. Celery's application is made here, so that `shared_task` finds it everywhere."""

from .celery import app as celery_app

__all__ = ["celery_app"]
