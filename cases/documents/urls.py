"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views

DOCUMENTS = "casussen/<case:number>/documenten/"

urlpatterns: list[URLPattern] = [
    path(DOCUMENTS, views.documents, name="documents"),
    path(f"{DOCUMENTS}nieuw/", views.add, name="document_add"),
    path(f"{DOCUMENTS}<int:document>/", views.change, name="document"),
    path(f"{DOCUMENTS}<int:document>/weg/", views.remove, name="document_remove"),
    path(f"{DOCUMENTS}<int:document>/bestand/", views.download, name="document_file"),
]
