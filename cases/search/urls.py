"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("zoeken/", views.find, name="find"),
    path("zoeken/suggesties/", views.suggest, name="suggest"),
]
