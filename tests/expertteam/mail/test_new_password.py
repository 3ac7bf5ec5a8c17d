"""A new password: the same work for every address, and a link that exists only in the mail."""

import re
from datetime import timedelta

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.mail.models import OutgoingMail
from tests.post import deliver


def ask(email: str) -> list[str]:
    """What the database is asked, without the values."""
    with CaptureQueriesContext(connection) as asked:
        assert Client().post(reverse("account_reset_password"), {"email": email}).status_code == 302
    return [re.sub(r"'[^']*'|\d+", "…", query["sql"]) for query in asked]


def test_the_same_work_for_every_address(petra: Person) -> None:
    ask("opwarmen@groningen.test")
    assert ask(petra.user.email) == ask("niemand@groningen.test")


def test_the_link_works_and_is_kept_nowhere(petra: Person) -> None:
    ask(petra.user.email)
    link = re.search(r"http\S+", str(deliver()[0].body))
    assert link and link[0].startswith("http://localhost")
    row = OutgoingMail.objects.values().get()
    assert row["team_id"] == petra.team.pk and link[0].rsplit("/", 2)[1] not in str(row)
    page = Client().get(link[0].removeprefix("http://localhost:8000"), follow=True).content.decode()
    assert "Kies een nieuw wachtwoord" in page


def test_an_address_that_nobody_has_is_forgotten_at_once(petra: Person) -> None:
    ask("niemand@groningen.test")
    assert deliver() == []
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.status, mail.sent_at, mail.team) == ("", "klaar", None, None)


def test_a_mail_that_comes_too_late_does_not_go(petra: Person) -> None:
    ask(petra.user.email)
    with time_machine.travel(timezone.now() + timedelta(hours=5), tick=False):
        assert deliver() == []
