"""Addresses of this room."""

from django.urls import URLPattern, path

from . import doing, outside_views, settings_views, views

CASE = "casussen/<case:number>/acties/"

urlpatterns: list[URLPattern] = [
    path(CASE, views.actions, name="actions"),
    path(f"{CASE}regel/", views.quick, name="action_quick"),
    path(f"{CASE}regel/lezen/", views.preview, name="action_preview"),
    path(f"{CASE}nieuw/", views.add, name="action_add"),
    path(f"{CASE}<int:pk>/", views.change, name="action"),
    path(f"{CASE}<int:pk>/klaar/", doing.done, name="action_done"),
    path(f"{CASE}<int:pk>/resultaat/", doing.result, name="action_result"),
    path(f"{CASE}<int:pk>/later/", doing.snooze, name="action_snooze"),
    path(f"{CASE}<int:pk>/herinneren/", doing.remind, name="action_remind"),
    path(f"{CASE}<int:pk>/voorleggen/", doing.escalate, name="action_escalate"),
    path(f"{CASE}<int:pk>/links-intrekken/", doing.close_links, name="action_close_links"),
    path(f"{CASE}antwoorden/<int:pk>/gezien/", doing.note, name="answer_noted"),
    path("beheer/herinneringen/", settings_views.reminder_settings, name="reminder_settings"),
    path("antwoord/actie/<str:token>/", outside_views.owner_page, name="outside_action"),
    path("antwoord/leiding/<str:token>/", outside_views.manager_page, name="outside_manager"),
]
