"""Addresses of the rooms of this app."""

from .casefile.urls import urlpatterns as casefile
from .consent.urls import urlpatterns as consent
from .documents.urls import urlpatterns as documents
from .followup.urls import urlpatterns as followup
from .hours.urls import urlpatterns as hours
from .intake.urls import urlpatterns as intake
from .meetings.urls import urlpatterns as meetings
from .people.urls import urlpatterns as people
from .plans.urls import urlpatterns as plans
from .process.urls import urlpatterns as process
from .providers.urls import urlpatterns as providers
from .retention.urls import urlpatterns as retention
from .search.urls import urlpatterns as search
from .steering.urls import urlpatterns as steering
from .timeline.urls import urlpatterns as timeline

app_name = "cases"
urlpatterns = [
    *intake,
    *search,
    *documents,
    *casefile,
    *people,
    *consent,
    *timeline,
    *steering,
    *process,
    *hours,
    *meetings,
    *plans,
    *followup,
    *retention,
    *providers,
]
