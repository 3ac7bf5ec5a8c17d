"""Addresses of the rooms of this app."""

from .register.urls import urlpatterns as register
from .yearbook.urls import urlpatterns as yearbook

app_name = "monitor"
urlpatterns = [*register, *yearbook]
