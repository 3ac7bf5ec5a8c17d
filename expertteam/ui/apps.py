"""The look and the building blocks of every page; knows nothing about cases."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """App of the components: templates, tags, form layout."""

    name = "expertteam.ui"
    label = "ui"
    verbose_name = "Vormgeving"
