"""Addresses of the live board."""

from django.urls import URLPattern, path

from analysis.board.urls import BOARD

from . import streaming, views

urlpatterns: list[URLPattern] = [
    path(f"{BOARD}woorden/", views.live_save, name="live_save"),
    path(f"{BOARD}botsing/<int:pk>/", views.live_settle, name="live_settle"),
    path(f"{BOARD}terug-stap/", views.live_undo, name="live_undo"),
    path(f"{BOARD}aanwezig/", views.live_here, name="live_here"),
    path(f"{BOARD}stroom/", streaming.live_stream, name="live_stream"),
    path(f"{BOARD}stand/", streaming.board_state, name="board_state"),
]
