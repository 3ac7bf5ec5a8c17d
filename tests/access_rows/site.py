"""The site itself: logging in, the start page, Beheer."""

from .row import EVERYBODY, MEMBERS, Row

ROWS: dict[str, Row] = {
    "today": Row(MEMBERS),
    "today_list": Row("+ - - - - + - - + >", key=lambda w: "te-beoordelen"),
    "manual": Row(MEMBERS),
    "manual_chapter": Row(MEMBERS, slug=lambda w: "beginnen"),
    "management": Row("- - - - + - + - - >"),
    "account_login": Row(EVERYBODY),
    "account_logout": Row(EVERYBODY),
    "account_change_password": Row(MEMBERS),
    "account_reset_password": Row(EVERYBODY),
    "account_reset_password_done": Row(EVERYBODY),
    "account_reset_password_from_key": Row(EVERYBODY, uidb36=lambda w: "1", key=lambda w: "a-b"),
    "account_reset_password_from_key_done": Row(EVERYBODY),
    "choose_team": Row("+ + + + + + + + 0 >", only_post=True, data=lambda w: {"team": "groningen"}),
}
