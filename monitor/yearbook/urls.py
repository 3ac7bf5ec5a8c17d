"""Addresses of this room."""

from django.urls import URLPattern, path, register_converter

from . import views
from .converters import YearConverter

register_converter(YearConverter, "year")

urlpatterns: list[URLPattern] = [
    path("monitor/", views.years, name="years"),
    path("monitor/<year:year>/", views.year, name="year"),
    path("monitor/<year:year>/maken/", views.make, name="year_make"),
    path("monitor/bestand/<uuid:token>/", views.year_file, name="year_file"),
    path("monitor/bestand/<uuid:token>/ophalen/", views.download, name="year_download"),
]
