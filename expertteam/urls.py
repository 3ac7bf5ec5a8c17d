"""Every address of the site. A view without a guard fails a system check."""

from django.urls import include, path, register_converter

from cases.casefile.converters import CaseNumberConverter
from cases.team.outbox import daily_try, outbox, outbox_send_again
from cases.team.views import management
from cases.today.views import today, today_list
from expertteam.accounts.urls import urlpatterns as account_urls
from expertteam.manual.urls import urlpatterns as manual_urls

register_converter(CaseNumberConverter, "case")

urlpatterns = [
    path("", today, name="today"),
    path("vandaag/<slug:key>/", today_list, name="today_list"),
    path("beheer/", management, name="management"),
    path("beheer/post/", outbox, name="outbox"),
    path("beheer/post/<int:pk>/opnieuw/", outbox_send_again, name="outbox_send_again"),
    path("beheer/werk/<str:name>/nu/", daily_try, name="daily_try"),
    *account_urls,
    *manual_urls,
    path("", include("analysis.urls")),
    path("", include("cases.urls")),
    path("", include("monitor.urls")),
]
