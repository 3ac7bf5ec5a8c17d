"""Addresses of this room."""

from django.urls import URLPattern, path

from . import asking, views

urlpatterns: list[URLPattern] = [
    path("casussen/<case:number>/plek-zoeken/", views.matching, name="matching"),
    path("casussen/<case:number>/plek-zoeken/lijst/", views.add, name="matching_add"),
    path("casussen/<case:number>/plek-zoeken/lijst/<int:pk>/", views.candidate, name="matching_candidate"),
    path("casussen/<case:number>/plek-zoeken/lijst/<int:pk>/weg/", views.take_off, name="matching_drop"),
    path("casussen/<case:number>/plek-zoeken/vragen/<int:place>/", asking.ask_page, name="matching_ask"),
    path(
        "casussen/<case:number>/plek-zoeken/vraag/<int:pk>/bij-naam/", asking.name_told, name="attempt_name"
    ),
    path(
        "casussen/<case:number>/plek-zoeken/vraag/<int:pk>/weghalen/", asking.take_away, name="attempt_forget"
    ),
    path(
        "casussen/<case:number>/plek-zoeken/vraag/<int:pk>/<slug:what>/", asking.answer, name="attempt_answer"
    ),
]
