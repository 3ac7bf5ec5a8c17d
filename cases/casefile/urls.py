"""Addresses of this room."""

from django.urls import URLPattern, path

from . import list_views, views

urlpatterns: list[URLPattern] = [
    path("casussen/", list_views.case_list, name="list"),
    path("casussen/zoeken/", list_views.search, name="search"),
    path("casussen/<case:number>/", views.overview, name="case"),
]
