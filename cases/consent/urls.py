"""Addresses of consent."""

from django.urls import URLPattern, path

from . import paper, views

CONSENT = "casussen/<case:number>/toestemming/"

urlpatterns: list[URLPattern] = [
    path(CONSENT, views.consent, name="consent"),
    path(f"{CONSENT}vastleggen/", views.write_down, name="consent_write"),
    path(f"{CONSENT}antwoord/<int:pk>/weg/", views.remove, name="consent_remove"),
    path(f"{CONSENT}partijen/", views.party_add, name="consent_party_add"),
    path(f"{CONSENT}partijen/<int:pk>/weg/", views.party_remove, name="consent_party_remove"),
    path(f"{CONSENT}niet-te-bereiken/<int:pk>/", views.unreachable, name="consent_unreachable"),
    path(f"{CONSENT}andere-grondslag/", views.basis_add, name="consent_basis"),
    path(f"{CONSENT}andere-grondslag/<int:pk>/stopt/", views.basis_end, name="consent_basis_end"),
    path(f"{CONSENT}formulier/", paper.form_pdf, name="consent_form"),
    path(f"{CONSENT}formulier/straks/", paper.form_pdf_soon, name="consent_form_soon"),
    path("toestemming/", paper.about, name="consent_about"),
]
