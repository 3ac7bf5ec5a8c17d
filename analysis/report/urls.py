"""Addresses of the advice reports of a case."""

from django.urls import URLPattern, path

from . import views

REPORTS = "casussen/<case:number>/rapporten/"

urlpatterns: list[URLPattern] = [
    path(REPORTS, views.reports, name="reports"),
    path(f"{REPORTS}maken/", views.ask, name="report_ask"),
    path(f"{REPORTS}voorbeeld/<slug:edition>/", views.preview, name="report_preview"),
    path(f"{REPORTS}<int:report>/", views.report, name="report"),
    path(f"{REPORTS}<int:report>/opnieuw/", views.again, name="report_again"),
    path(f"{REPORTS}<int:report>/pdf/", views.pdf, name="report_pdf"),
]
