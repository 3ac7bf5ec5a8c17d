"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("monitor/register/", views.registers, name="registers"),
    path("monitor/register/<uuid:token>/", views.register, name="register"),
    path("monitor/register/<uuid:token>/voortgang/", views.progress, name="register_progress"),
    path("monitor/register/<uuid:token>/overnemen/", views.accept, name="register_accept"),
    path("monitor/register/<uuid:token>/opnieuw/", views.retry, name="register_retry"),
    path("monitor/register/<uuid:token>/weg/", views.discard, name="register_discard"),
]
