"""Addresses of what everybody says of the analysis."""

from django.urls import URLPattern, path

from . import views

SHARED = "casussen/<case:number>/analyse/gedeeld/"

urlpatterns: list[URLPattern] = [
    path(SHARED, views.shared, name="shared"),
    path(f"{SHARED}<slug:who>/", views.answer, name="answer"),
    path(f"{SHARED}<slug:who>/weg/", views.withdraw, name="answer_withdraw"),
]
