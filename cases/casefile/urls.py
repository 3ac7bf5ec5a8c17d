"""Addresses of this room."""

from django.urls import URLPattern, path

from . import list_views, trace_views, views

urlpatterns: list[URLPattern] = [
    path("casussen/", list_views.case_list, name="list"),
    path("casussen/zoeken/", list_views.search, name="search"),
    path("casussen/<case:number>/", views.overview, name="case"),
    path("casussen/<case:number>/toegang/", views.give_access, name="grant"),
    path("casussen/<case:number>/toegang/einde/", views.end_access, name="grant_end"),
    path("casussen/<case:number>/bemiddeling/", views.matching, name="matching"),
    path("casussen/<case:number>/fase/", views.move, name="phase"),
    path("casussen/<case:number>/geschiedenis/", trace_views.history, name="history"),
    path("casussen/<case:number>/logboek/", trace_views.log, name="log"),
]
