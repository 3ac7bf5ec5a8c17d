"""Addresses of the rooms of this app."""

from .casefile.urls import urlpatterns as casefile
from .followup.urls import urlpatterns as followup
from .intake.urls import urlpatterns as intake
from .people.urls import urlpatterns as people
from .providers.urls import urlpatterns as providers
from .retention.urls import urlpatterns as retention
from .steering.urls import urlpatterns as steering
from .timeline.urls import urlpatterns as timeline

app_name = "cases"
urlpatterns = [*intake, *casefile, *people, *timeline, *steering, *followup, *retention, *providers]
