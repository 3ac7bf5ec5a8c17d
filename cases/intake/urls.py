"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views
from .consultations import views as consultations
from .drafts import views as drafts
from .triage import views as triage

urlpatterns: list[URLPattern] = [
    path("aanmelding/nieuw/", views.new, name="new"),
    path("aanmelding/eerder/", views.earlier, name="earlier"),
    path("aanmelding/concept/<uuid:token>/", drafts.draft, name="draft"),
    path("aanmelding/concept/<uuid:token>/weg/", drafts.discard, name="draft_discard"),
    path("casussen/<case:number>/aanmelding/", views.read, name="referral"),
    path("casussen/<case:number>/aanmelding/wijzigen/", views.change, name="referral_change"),
    path("casussen/<case:number>/aanmelding/concept/", drafts.change_draft, name="referral_draft"),
    path("casussen/<case:number>/besluit/", triage.triage, name="triage"),
    path("consultatie/nieuw/", consultations.new, name="consultation_new"),
    path("consultatie/concept/<uuid:token>/", consultations.draft, name="consultation_draft"),
    path("consultaties/", consultations.listing, name="consultations"),
]
