"""Addresses of this room."""

from django.urls import URLPattern, path

from . import line_views, paper_views, views

TIMELINE = "casussen/<case:number>/tijdlijn/"

urlpatterns: list[URLPattern] = [
    path(TIMELINE, views.timeline, name="timeline"),
    path(f"{TIMELINE}regel/", line_views.add_line, name="event_line"),
    path(f"{TIMELINE}begrepen/", line_views.understood, name="event_understood"),
    path(f"{TIMELINE}ongedaan/", line_views.undo, name="event_undo"),
    path(f"{TIMELINE}plakken/", line_views.paste, name="timeline_paste"),
    path(f"{TIMELINE}terugblik/", paper_views.retrospect, name="timeline_back"),
    path(f"{TIMELINE}a3/", paper_views.poster, name="timeline_poster"),
    path(f"{TIMELINE}a3/maken/", paper_views.poster_ask, name="timeline_poster_ask"),
    path(f"{TIMELINE}a3/<int:pk>/pdf/", paper_views.poster_pdf, name="timeline_poster_pdf"),
    path(f"{TIMELINE}nieuw/", views.add, name="event_add"),
    path(f"{TIMELINE}<int:pk>/", views.change, name="event"),
    path(f"{TIMELINE}<int:pk>/weg/", views.remove, name="event_remove"),
]
