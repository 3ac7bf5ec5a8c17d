"""The base page and the pages for errors and logging in."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tests.post import deliver

STATIC = Path(settings.BASE_DIR) / "static"
CSS = sorted((STATIC / "css").glob("*.css")) + [STATIC / "fonts" / "fonts.css"]


@pytest.mark.parametrize(
    "name",
    ["400.html", "401.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"],
)
def test_error_pages_need_nothing(name):
    html = render_to_string(name)
    assert '<html lang="nl">' in html
    assert "<h1>" in html
    assert re.search(r"style=|onclick=|<script>|<style", html) is None


def test_the_page_after_waiting_too_long_says_nothing_is_lost(db):
    response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x"})
    assert response.status_code == 403
    assert "Deze pagina stond te lang open" in response.content.decode()


def test_login_shows_our_page_and_our_words(db):
    html = Client().get(reverse("account_login")).content.decode()
    assert "Fijn dat je er bent" in html
    assert "placeholder=" not in html
    assert "Sign" not in html


def test_wrong_password_is_said_on_top(db):
    html = Client().post(reverse("account_login"), {"login": "a@b.nl", "password": "fout"}).content.decode()
    assert 'role="alert"' in html
    assert "horen niet bij elkaar" in html


def test_forgotten_password_never_tells_who_has_an_account(db, mailoutbox):
    response = Client().post(reverse("account_reset_password"), {"email": "niemand@b.nl"}, follow=True)
    assert "Kijk in je mail" in response.content.decode()


def test_a_new_password_by_the_link_in_the_mail(petra):
    Client().post(reverse("account_reset_password"), {"email": petra.user.email})
    (mail,) = deliver()
    link = re.search(r"https?://\S+", mail.body)
    assert link, mail.body
    assert "wachtwoord" in mail.subject.lower()
    html = Client().get(link[0], follow=True).content.decode()
    assert "Kies een nieuw wachtwoord" in html


def test_the_menu_holds_who_one_is_and_the_way_out(petra, as_):
    html = as_(petra).get(reverse("account_change_password")).content.decode()
    assert petra.user.name in html
    assert "Expertteam Groningen" in html
    assert f'action="{reverse("account_logout")}"' in html


@pytest.mark.parametrize("sheet", CSS, ids=lambda path: path.name)
def test_every_file_a_stylesheet_asks_for_is_there(sheet):
    for address in re.findall(r'url\("?([^")]+)"?\)', sheet.read_text()):
        assert address.startswith("data:") or (sheet.parent / address).is_file(), address


def test_every_icon_asked_for_exists():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text()))
    templates = Path(settings.BASE_DIR) / "templates"
    asked = {
        (page.name, name)
        for page in templates.rglob("*.html")
        for name in re.findall(r'{% icon "([^"]+)"', page.read_text())
    }
    assert {(page, name) for page, name in asked if name not in drawn} == set()
