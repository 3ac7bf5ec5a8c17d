"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("casussen/<case:number>/afspraken/", views.actions, name="actions"),
    path("casussen/<case:number>/afspraken/nieuw/", views.add, name="action_add"),
    path("casussen/<case:number>/afspraken/<int:pk>/", views.change, name="action"),
]
