"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

CASE = "casussen/<case:number>/uren/"

urlpatterns: list[URLPattern] = [
    path(CASE, views.hours, name="hours"),
    path(f"{CASE}erbij/", views.hour_add, name="hour_add"),
    path(f"{CASE}bevestigen/", views.hour_confirm, name="hour_confirm"),
    path(f"{CASE}telt-niet/", views.hour_dismiss, name="hour_dismiss"),
    path(f"{CASE}<int:pk>/", views.hour, name="hour"),
    path(f"{CASE}<int:pk>/weg/", views.hour_remove, name="hour_remove"),
]
