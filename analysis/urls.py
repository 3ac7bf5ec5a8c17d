"""Addresses of the rooms of this app."""

from .board.urls import urlpatterns as board
from .report.urls import urlpatterns as report

app_name = "analysis"
urlpatterns = [*board, *report]
