"""What this room adds to the site."""

from django.apps import apps
from django.db.models.signals import post_migrate

from .following import follow_sources
from .rooms import SOURCES
from .sources import add_search_source


def setup() -> None:
    """Called once, when the app starts."""
    post_migrate.connect(follow_sources, sender=apps.get_app_config("cases"), dispatch_uid="search sources")
    for source in SOURCES:
        add_search_source(source)
