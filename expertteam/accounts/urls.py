"""Log in and out and passwords, by allauth; sign-up is closed, so its pages have no address."""

from allauth.account import views
from django.urls import URLPattern, path, re_path

from expertteam.access.guards import member, public
from expertteam.accounts.views import choose_team

before_login = public("wie nog niet is ingelogd moet hier kunnen komen")

urlpatterns: list[URLPattern] = [
    path("inloggen/", before_login(views.login), name="account_login"),
    path("uitloggen/", before_login(views.logout), name="account_logout"),
    path("wachtwoord/wijzigen/", member(views.password_change), name="account_change_password"),
    path("wachtwoord/vergeten/", before_login(views.password_reset), name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        before_login(views.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        before_login(views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/klaar/",
        before_login(views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("team/kiezen/", choose_team, name="choose_team"),
]
