"""Addresses of what everybody says of the analysis, and of the page on which they say it."""

from django.urls import URLPattern, path

from . import asking_views, papers, party_views, views

SHARED = "casussen/<case:number>/analyse/gedeeld/"
ASKING = f"{SHARED}vraag/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(SHARED, views.shared, name="shared"),
    path(f"{SHARED}voorleggen/", asking_views.ask, name="sharing_ask"),
    path(f"{SHARED}onderdelen/", views.said_beside, name="sharing_beside"),
    path(f"{ASKING}code/", asking_views.code, name="sharing_code"),
    path(f"{ASKING}mail/", asking_views.mail, name="sharing_mail"),
    path(f"{ASKING}langer/", asking_views.longer, name="sharing_longer"),
    path(f"{ASKING}terug/", asking_views.taken_back, name="sharing_take_back"),
    path(f"{ASKING}brief/", papers.letter, name="sharing_letter"),
    path(f"{ASKING}codebrief/", papers.code_letter, name="sharing_code_letter"),
    path(f"{ASKING}papier/", papers.paper, name="sharing_paper"),
    path(f"{SHARED}antwoord/<int:pk>/gezien/", views.seen, name="sharing_seen"),
    path(f"{SHARED}antwoord/<int:pk>/gesprek/", views.talk, name="sharing_talk"),
    path(f"{SHARED}<slug:who>/", views.answer, name="answer"),
    path(f"{SHARED}<slug:who>/weg/", views.withdraw, name="answer_withdraw"),
    path("verhaal/<str:token>/", party_views.party_page, name="party"),
]
