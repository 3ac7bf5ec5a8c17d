"""Addresses of the versions of an analysis."""

from django.urls import URLPattern, path

from . import restore_views, views

VERSIONS = "casussen/<case:number>/analyse/versies/"

urlpatterns: list[URLPattern] = [
    path(VERSIONS, views.versions, name="versions"),
    path(f"{VERSIONS}vastleggen/", views.fix, name="version_fix"),
    path(f"{VERSIONS}<int:version>/", views.version, name="version"),
    path(f"{VERSIONS}toen/", views.past, name="version_past"),
    path(f"{VERSIONS}vergelijken/", views.compare, name="version_compare"),
    path(f"{VERSIONS}wie/", views.writers, name="version_writers"),
    path(f"{VERSIONS}terug/", restore_views.restore_all, name="version_restore"),
    path(f"{VERSIONS}<piece:piece>/<int:pk>/", views.piece, name="version_piece"),
    path(f"{VERSIONS}<piece:piece>/<int:pk>/terug/", restore_views.restore_part, name="version_restore_part"),
]
