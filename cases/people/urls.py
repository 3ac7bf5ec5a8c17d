"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("casussen/<case:number>/mensen/", views.people, name="people"),
    path("casussen/<case:number>/mensen/nieuw/", views.add, name="participant_add"),
    path("casussen/<case:number>/mensen/<int:pk>/", views.change, name="participant"),
    path("casussen/<case:number>/mensen/<int:pk>/weg/", views.remove, name="participant_remove"),
]
