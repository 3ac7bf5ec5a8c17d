"""Addresses of the rooms of this app."""

from .board.urls import urlpatterns as board
from .live.urls import urlpatterns as live
from .matching.urls import urlpatterns as matching
from .report.urls import urlpatterns as report
from .sharing.urls import urlpatterns as sharing
from .versions.urls import urlpatterns as versions

app_name = "analysis"
urlpatterns = [*live, *board, *sharing, *report, *matching, *versions]
