"""Addresses of this room."""

from django.urls import URLPattern, path

from . import list_views, views

urlpatterns: list[URLPattern] = [
    path("aanbieders/", list_views.places, name="places"),
    path("aanbieders/zoeken/", list_views.search, name="places_search"),
    path("aanbieders/afwijzingen/", list_views.refusals, name="refusals"),
    path("aanbieders/nieuw/", views.add_provider_page, name="provider_add"),
    path("aanbieders/<int:pk>/", views.provider_page, name="provider"),
    path("aanbieders/<int:pk>/wijzigen/", views.change_provider_page, name="provider_change"),
    path("aanbieders/<int:pk>/plek/", views.add_place_page, name="place_add"),
    path("aanbieders/plekken/<int:pk>/", views.place_page, name="place"),
    path("aanbieders/plekken/<int:pk>/wijzigen/", views.change_place_page, name="place_change"),
    path("aanbieders/plekken/<int:pk>/nagegaan/", views.confirm, name="place_confirm"),
    path("aanbieders/plekken/<int:pk>/stopt/", views.stop, name="place_stop"),
]
