"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("casussen/<case:number>/tijdlijn/", views.timeline, name="timeline"),
    path("casussen/<case:number>/tijdlijn/nieuw/", views.add, name="event_add"),
    path("casussen/<case:number>/tijdlijn/<int:pk>/", views.change, name="event"),
    path("casussen/<case:number>/tijdlijn/<int:pk>/weg/", views.remove, name="event_remove"),
]
