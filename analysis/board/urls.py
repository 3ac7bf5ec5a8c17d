"""Addresses of the board."""

from django.urls import URLPattern, path, register_converter

from . import views, wall, writing
from .parts import KindConverter

register_converter(KindConverter, "piece")
BOARD = "casussen/<case:number>/analyse/"

urlpatterns: list[URLPattern] = [
    path(BOARD, views.board, name="board"),
    path(f"{BOARD}wand/", wall.wall, name="wall"),
    path(f"{BOARD}lijst/", writing.text_list, name="board_list"),
    path(f"{BOARD}terug/", views.undo, name="board_undo"),
    path(f"{BOARD}zorg/", views.care, name="care"),
    path(f"{BOARD}<piece:piece>/nieuw/", views.new, name="new"),
    path(f"{BOARD}<piece:piece>/<int:pk>/", views.edit, name="edit"),
    path(f"{BOARD}<piece:piece>/<int:pk>/plaats/", views.move, name="move"),
    path(f"{BOARD}<piece:piece>/<int:pk>/weg/", views.remove, name="remove"),
]
