"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views, views_ties

AT = "casussen/<case:number>/mensen/"

urlpatterns: list[URLPattern] = [
    path(AT, views.people, name="people"),
    path(f"{AT}nieuw/", views.add, name="participant_add"),
    path(f"{AT}bekend/", views.known, name="people_known"),
    path(f"{AT}casusregisseur/", views_ties.director, name="director"),
    path(f"{AT}gezin/", views_ties.family_link, name="family_link"),
    path(f"{AT}gezin/los/", views_ties.family_unlink, name="family_unlink"),
    path(f"{AT}<int:pk>/", views.change, name="participant"),
    path(f"{AT}<int:pk>/weg/", views.remove, name="participant_remove"),
    path(f"{AT}<int:pk>/vertrokken/", views_ties.left, name="participant_left"),
    path(f"{AT}<int:pk>/dezelfde/", views_ties.same, name="participant_same"),
    path(f"{AT}<int:pk>/geheim/", views_ties.secret, name="participant_secret"),
]
