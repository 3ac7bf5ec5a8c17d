"""The door: attempts that are counted, what the trace knows, where one can be sent, what a browser is told to keep."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.urls import reverse

from cases.casefile.actions import end_grant, grant_case
from expertteam.access.middleware import client_address
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.accounts.tasks import forget_sessions
from expertteam.audit.models import AuditEvent, Outcome
from tests.cast import PASSWORD
from tests.factories import make_case
from tests.post import deliver

As = Callable[[Person], Client]
FROM_PROXY = {"REMOTE_ADDR": "172.18.0.5"}


@pytest.fixture(autouse=True)
def _no_attempts_yet(db: None) -> None:
    cache.clear()


def log_in(email: str, password: str = PASSWORD, client: Client | None = None, **more: Any) -> Any:
    data = {"login": email, "password": password, **({"next": more.pop("to")} if "to" in more else {})}
    return (client or Client()).post(reverse("account_login"), data, **more)


def events() -> list[tuple[str, Any, str]]:
    return list(AuditEvent.objects.order_by("pk").values_list("event", "user__name", "outcome"))


def test_coming_in_going_out_and_failing_are_traced(petra: Person) -> None:
    client = Client(REMOTE_ADDR="10.1.2.3")
    log_in(petra.user.email, "verkeerd-wachtwoord", client)
    log_in("niemand@groningen.test", PASSWORD, client)
    log_in(petra.user.email.upper(), PASSWORD, client)
    client.post(reverse("account_logout"))
    name = petra.user.name
    assert events() == [
        ("account.login_failed", name, Outcome.REFUSED),
        ("account.login_failed", None, Outcome.REFUSED),
        ("account.logged_in", name, Outcome.DONE),
        ("account.logged_out", name, Outcome.DONE),
    ]
    assert set(AuditEvent.objects.values_list("address", flat=True)) == {"10.1.2.3"}
    assert not AuditEvent.objects.exclude(details={}).exists(), "what was typed may be a password"


def test_a_new_password_is_traced(petra: Person, as_: As) -> None:
    new = {
        "oldpassword": PASSWORD,
        "password1": "samen-een-eind-verder",
        "password2": "samen-een-eind-verder",
    }
    assert as_(petra).post(reverse("account_change_password"), new).status_code == 302
    assert ("account.password_changed", petra.user.name, Outcome.DONE) in events()


def test_guessing_a_password_ends(petra: Person) -> None:
    for _ in range(5):
        log_in(petra.user.email, "verkeerd-wachtwoord")
    assert log_in(petra.user.email.upper()).status_code != 302


def test_one_who_guesses_does_not_lock_out_who_comes_from_elsewhere(petra: Person, settings: Any) -> None:
    """Behind our proxy everybody has its address: attempts are counted by the address the proxy saw."""
    settings.TRUSTED_PROXY_COUNT = 1
    for number in range(12):
        log_in(f"geraden-{number}@groningen.test", "x", HTTP_X_FORWARDED_FOR="203.0.113.9", **FROM_PROXY)
    there = log_in(petra.user.email, HTTP_X_FORWARDED_FOR="203.0.113.9", **FROM_PROXY)
    here = log_in(petra.user.email, HTTP_X_FORWARDED_FOR="198.51.100.7", **FROM_PROXY)
    assert (there.status_code, here.status_code) == (200, 302)


def test_an_address_made_up_by_the_browser_counts_for_nothing(settings: Any) -> None:
    def seen(forwarded: str) -> str:
        return client_address(RequestFactory().get("/", HTTP_X_FORWARDED_FOR=forwarded, **FROM_PROXY))

    assert seen("1.2.3.4") == "172.18.0.5", "without a proxy of ours nobody is believed"
    settings.TRUSTED_PROXY_COUNT = 1
    assert seen("1.2.3.4, 203.0.113.9") == "203.0.113.9"
    assert seen("203.0.113.9:51724") == seen("203.0.113.9:2"), "another port is no other browser"
    assert seen("[2001:db8::7]:443") == "2001:db8::7"
    assert seen("<b>Wesley</b>") == "172.18.0.5"
    settings.TRUSTED_PROXY_COUNT = 2
    assert seen("203.0.113.9") == "172.18.0.5"


@pytest.mark.parametrize(
    "to", ["//kwaad.example", "https://kwaad.example/", "javascript:alert(1)", "/\\kwaad.example"]
)
def test_nobody_is_sent_elsewhere(petra: Person, to: str) -> None:
    assert log_in(petra.user.email, to=to)["Location"] == "/"


def test_coming_in_gives_another_session(petra: Person) -> None:
    client = Client()
    session = client.session
    session["gezet"] = "door een ander"
    session.save()
    before = session.session_key
    log_in(petra.user.email, client=client)
    assert client.session.session_key != before and not Session.objects.filter(pk=before).exists()


def test_whose_account_is_off_is_out_at_once(petra: Person, as_: As) -> None:
    client = as_(petra)
    assert client.get("/").status_code == 200
    User.objects.filter(pk=petra.user.pk).update(is_active=False)
    assert client.get("/casussen/").status_code == 302
    assert "Je account staat uit" in log_in(petra.user.email, follow=True).content.decode()
    assert "account staat uit" not in log_in(petra.user.email, "verkeerd-wachtwoord").content.decode()


def test_who_has_no_team_any_more_sees_nothing_and_it_is_traced(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    petra.user.memberships.all().delete()
    for address in ("/", "/casussen/", f"/casussen/{case.number}/", "/monitor/"):
        assert client.get(address).status_code == 403
    refused = AuditEvent.objects.filter(event="access.refused", user=petra.user, team=None)
    assert refused.count() == 4


def test_a_grant_that_ended_closes_every_page(petra: Person, emre: Person, as_: As) -> None:
    case, client = make_case(petra), as_(emre)
    grant_case(by=petra, case=case, user=emre.user)
    assert client.get(f"/casussen/{case.number}/").status_code == 200
    end_grant(by=petra, case=case, user=emre.user)
    pages = (
        "",
        "aanmelding/",
        "mensen/",
        "tijdlijn/",
        "acties/",
        "geschiedenis/",
        "analyse/",
        "analyse/stand/",
        "rapporten/",
    )
    assert {client.get(f"/casussen/{case.number}/{page}").status_code for page in pages} == {403}
    assert case.number not in client.get("/casussen/").content.decode()
    assert case.number not in client.get("/").content.decode()


def test_forgetting_a_password_tells_nobody_who_has_an_account(petra: Person) -> None:
    def asked(email: str) -> tuple[int, str]:
        answer = Client().post(reverse("account_reset_password"), {"email": email}, follow=True)
        return answer.status_code, answer.content.decode()

    known, unknown = asked(petra.user.email), asked("niemand@groningen.test")
    assert known == unknown and known[0] == 200
    assert [mail.to for mail in deliver()] == [[petra.user.email]]


def test_a_name_in_a_message_stays_on_the_server(petra: Person, as_: As) -> None:
    client, case = as_(petra), make_case(petra)
    client.post(f"/casussen/{case.number}/mensen/nieuw/", {"name": "Anja Oosterhuis", "role": "ouder"})
    assert set(client.cookies) <= {"sessionid", "csrftoken"}
    assert SessionStorage.session_key in client.session


def test_sessions_that_are_over_are_removed(petra: Person, as_: As) -> None:
    client = as_(petra)
    client.post("/casussen/zoeken/", {"q": "Oosterhuis"})
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    forget_sessions()
    assert not Session.objects.exists()
