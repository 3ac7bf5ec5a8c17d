"""Addresses of the manual."""

from django.urls import path

from . import views

urlpatterns = [
    path("handleiding/", views.contents, name="manual"),
    path("handleiding/<slug:slug>/", views.chapter, name="manual_chapter"),
]
