"""The site itself: logging in, the start page, Beheer."""

from expertteam.mail.models import OutgoingMail
from tests.access_world import World

from .row import EVERYBODY, MEMBERS, Row

MANAGEMENT = "- - - - + - + - - >"


def furnish(world: World) -> None:
    """A mail in the outbox."""
    world.things["mail"] = OutgoingMail.objects.create(
        team=world.case.team, to="gea@school.test", kind="herinnering", subject="Herinnering",
        requested_by=world.emre.user,
    )  # fmt: skip


ROWS: dict[str, Row] = {
    "today": Row(MEMBERS),
    "today_list": Row("+ - - - - + - - + >", key=lambda w: "te-beoordelen"),
    "manual": Row(MEMBERS),
    "manual_chapter": Row(MEMBERS, slug=lambda w: "beginnen"),
    "management": Row(MANAGEMENT),
    "outbox": Row(MANAGEMENT),
    "outbox_send_again": Row(MANAGEMENT, only_post=True, pk=lambda w: w.things["mail"].pk),
    "daily_try": Row(MANAGEMENT, only_post=True, name=lambda w: "mail.forget"),
    "account_login": Row(EVERYBODY),
    "account_logout": Row(EVERYBODY),
    "account_change_password": Row(MEMBERS),
    "account_reset_password": Row(EVERYBODY),
    "account_reset_password_done": Row(EVERYBODY),
    "account_reset_password_from_key": Row(EVERYBODY, uidb36=lambda w: "1", key=lambda w: "a-b"),
    "account_reset_password_from_key_done": Row(EVERYBODY),
    "choose_team": Row("+ + + + + + + + 0 >", only_post=True, data=lambda w: {"team": "groningen"}),
}
