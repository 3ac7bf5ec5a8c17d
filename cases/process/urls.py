"""Addresses of this room."""

from django.urls import URLPattern, path

from . import course_views, journal_views, template_views, thread_views, views

CASE = "casussen/<case:number>/"
STEERING = f"{CASE}procesregie/"

urlpatterns: list[URLPattern] = [
    path("stappen/", template_views.team_steps, name="team_steps"),
    path("stappen/nieuw/", template_views.team_step_add, name="team_step_add"),
    path("stappen/wijzigen/", template_views.team_step_change, name="team_step_change"),
    path(STEERING, views.process, name="process"),
    path(f"{STEERING}stappen/nieuw/", views.step_add, name="step_add"),
    path(f"{STEERING}stappen/overslaan/", views.steps_skip, name="steps_skip"),
    path(f"{STEERING}stappen/<int:pk>/", views.step, name="step"),
    path(f"{STEERING}stappen/<int:pk>/gedaan/", views.step_done, name="step_done"),
    path(f"{STEERING}stappen/<int:pk>/plaats/", views.step_move, name="step_move"),
    path(f"{STEERING}koers/", course_views.course, name="course"),
    path(f"{STEERING}kernteam/", course_views.core_team, name="core_team"),
    path(f"{STEERING}overdragen/", thread_views.hand_over_new, name="hand_over_new"),
    path(f"{STEERING}overdragen/<int:pk>/", thread_views.hand_over, name="hand_over"),
    path(f"{STEERING}overdragen/<int:pk>/antwoord/", thread_views.hand_over_answer, name="hand_over_answer"),
    path(f"{STEERING}hogerop/", thread_views.going_up_new, name="going_up_new"),
    path(f"{STEERING}hogerop/<int:pk>/", thread_views.going_up, name="going_up"),
    path(f"{STEERING}hogerop/<int:pk>/bewaren/", thread_views.going_up_save, name="going_up_save"),
    path(f"{STEERING}hogerop/<int:pk>/pdf/", thread_views.going_up_pdf, name="going_up_pdf"),
    path(f"{CASE}regie/", thread_views.take, name="take"),
    path(f"{CASE}journaal/", journal_views.journal, name="journal"),
    path(f"{CASE}journaal/nieuw/", journal_views.journal_add, name="journal_add"),
    path(f"{CASE}journaal/concept/", journal_views.journal_draft, name="journal_draft"),
    path(f"{CASE}journaal/<int:pk>/", journal_views.journal_entry, name="journal_entry"),
]
