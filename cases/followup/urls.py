"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

urlpatterns: list[URLPattern] = [
    path("casussen/<case:number>/afsluiting/", views.closure, name="closure"),
    path("casussen/<case:number>/afsluiting/bewaren/", views.save, name="closure_save"),
    path("casussen/<case:number>/afsluiting/heropenen/", views.open_again, name="reopen"),
]
