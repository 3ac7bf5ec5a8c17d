"""Addresses of this room."""

from django.urls import URLPattern, path

from . import views
from .binding import views as binding
from .dilemma import views as dilemma
from .future import views as future
from .tailored import views as tailored

BASE = "casussen/<case:number>/plannen/"

urlpatterns: list[URLPattern] = [
    path(BASE, views.plans, name="plans"),
    path(f"{BASE}maatwerk/nieuw/", tailored.new, name="solution_new"),
    path(f"{BASE}maatwerk/<int:pk>/", tailored.change, name="solution"),
    path(f"{BASE}maatwerk/<int:pk>/weg/", tailored.remove, name="solution_remove"),
    path(f"{BASE}toekomst/", future.plan, name="future_plan"),
    path(f"{BASE}toekomst/begin/", future.start, name="future_start"),
    path(f"{BASE}toekomst/bewaren/", future.save, name="future_save"),
    path(f"{BASE}toekomst/overdragen/", future.hand_over, name="future_hand_over"),
    path(f"{BASE}toekomst/stap/nieuw/", future.add, name="future_step_add"),
    path(f"{BASE}toekomst/stap/<int:pk>/", future.step, name="future_step"),
    path(f"{BASE}toekomst/stap/<int:pk>/klaar/", future.done, name="future_step_done"),
    path(f"{BASE}dilemma/nieuw/", dilemma.new, name="dilemma_new"),
    path(f"{BASE}dilemma/<int:pk>/", dilemma.dilemma, name="dilemma"),
    path(f"{BASE}dilemma/<int:pk>/weg/", dilemma.remove, name="dilemma_remove"),
    path(f"{BASE}dilemma/<int:pk>/<slug:slug>/", dilemma.step, name="dilemma_step"),
    path(f"{BASE}bindend/", binding.binding, name="binding"),
    path(f"{BASE}uitleg/nieuw/", binding.new_explanation, name="explanation_new"),
    path(f"{BASE}uitleg/<int:pk>/", binding.explanation, name="explanation"),
    path(f"{BASE}uitleg/<int:pk>/weg/", binding.explanation_remove, name="explanation_remove"),
]
