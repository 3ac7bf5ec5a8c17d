"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("bewaren/", views.keeping, name="keeping"),
    path("bewaren/afspraak/", views.policy, name="keeping_policy"),
    path("bewaren/vrijgeven/", views.release_year, name="keeping_release"),
    path("casussen/<case:number>/bewaren/", views.of_case, name="retention"),
    path("casussen/<case:number>/bewaren/stop/", views.stop, name="retention_hold"),
    path("casussen/<case:number>/bewaren/verder/", views.go_on, name="retention_go_on"),
]
