"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("casussen/<case:number>/", views.overview, name="case"),
]
