"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views
from .earlier import views as earlier
from .moments import views as moments
from .opinions import views as opinions

FOLLOW = "casussen/<case:number>/opvolging/"
CLOSE = "casussen/<case:number>/afsluiting/"

urlpatterns: list[URLPattern] = [
    path(FOLLOW, moments.followups, name="followups"),
    path(f"{FOLLOW}plannen/", moments.begin, name="followup_begin"),
    path(f"{FOLLOW}rest/", moments.rest, name="followup_rest"),
    path(f"{FOLLOW}<int:pk>/", moments.moment, name="followup"),
    path(f"{FOLLOW}<int:pk>/overslaan/", moments.skip, name="followup_skip"),
    path(CLOSE, views.closure, name="closure"),
    path(f"{CLOSE}bewaren/", views.save, name="closure_save"),
    path(f"{CLOSE}overnemen/", views.adopt, name="closure_adopt"),
    path(f"{CLOSE}heropenen/", views.open_again, name="reopen"),
    path(f"{CLOSE}tevredenheid/", opinions.opinions, name="opinions"),
    path(f"{CLOSE}tevredenheid/vragen/", opinions.ask, name="opinion_ask"),
    path(f"{CLOSE}tevredenheid/<int:pk>/", opinions.enter, name="opinion_enter"),
    path(f"{CLOSE}tevredenheid/<int:pk>/link/", opinions.link, name="opinion_link"),
    path(f"{CLOSE}tevredenheid/<int:pk>/weg/", opinions.remove, name="opinion_remove"),
    path("casussen/<case:number>/eerder/", earlier.earlier, name="earlier_case"),
    path("antwoord/hoe-was-het/<str:token>/", opinions.own_page, name="opinion"),
]
