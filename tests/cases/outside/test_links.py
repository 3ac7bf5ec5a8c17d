"""Links for people without an account: one thing, for a while, and nothing of it leaks."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cases.outside.actions import GivenLink, give_link, mail_link, renew_code, withdraw_links
from cases.outside.mails import with_link
from cases.outside.models import MOST_WRONG_CODES, OutsideLink
from cases.outside.tokens import hash_of
from cases.steering.actions import OWNER_PAGE
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.audit.sentences import sentence
from expertteam.mail.models import ACCOUNT_KIND, OutgoingMail
from tests.factories import make_case


@pytest.fixture
def action(petra: Person) -> Action:
    return Action.objects.create(
        case=make_case(petra), text="Rooster sturen", owner_name="Gea Bos", owner_email="gea@school.test"
    )


def give(by: Person, action: Action, **more: object) -> GivenLink:
    return give_link(by=by, case=action.case, purpose=OWNER_PAGE, subject_id=action.pk, **more)  # type: ignore[arg-type]


def status(path: str, browser: Client | None = None) -> int:
    return (browser or Client()).get(path).status_code


def test_only_a_hash_is_kept(petra: Person, action: Action) -> None:
    given = give(petra, action, code=True)
    token = given.path.rstrip("/").rpartition("/")[2]
    kept = OutsideLink.objects.values().get()
    assert len(token) == 43 and kept["token_hash"] == hash_of(token)
    assert token not in str(kept) and given.code not in str(kept)
    for line in AuditEvent.objects.all():
        assert token not in str(line.details) and given.code not in str(line.details)


def test_it_opens_one_thing(petra: Person, action: Action) -> None:
    path = give(petra, action).path
    assert status(path) == 200
    assert status(path.replace("/actie/", "/leiding/")) == 404, "not the page of another purpose"
    assert status(path[:-2] + "x/") == 404 and status("/antwoord/actie/x/") == 404


def test_every_answer_is_kept_by_nobody(petra: Person, action: Action) -> None:
    path = give(petra, action).path
    for address in (path, "/antwoord/actie/bestaat-niet/"):
        answer = Client().get(address)
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["Referrer-Policy"] == "strict-origin"
        assert "noindex" in answer["X-Robots-Tag"]


def test_time_ends_it(petra: Person, action: Action) -> None:
    path = give(petra, action, days=3).path
    with time_machine.travel(timezone.now() + timedelta(days=2, hours=23), tick=False):
        assert status(path) == 200
    with time_machine.travel(timezone.now() + timedelta(days=3, seconds=1), tick=False):
        page = Client().get(path)
    assert (
        page.status_code == 410
        and "verlopen" in page.content.decode()
        and "Rooster" not in page.content.decode()
    )


def test_the_team_ends_it(petra: Person, action: Action) -> None:
    path, case = give(petra, action).path, action.case
    ended = [withdraw_links(by=petra, case=case, purpose=OWNER_PAGE, subject_id=action.pk) for _ in range(2)]
    page = Client().get(path)
    assert ended == [1, 0] and page.status_code == 410 and "ingetrokken" in page.content.decode()


def test_a_code_opens_it_for_this_browser(petra: Person, action: Action) -> None:
    given, browser = give(petra, action, code=True), Client()
    page = browser.get(given.path).content.decode()
    assert "Typ je code" in page and "Rooster" not in page and "Ruben" not in page
    assert browser.post(given.path, {"code": f" {given.code[:3]} {given.code[3:]} "}).status_code == 303
    assert "Rooster sturen" in browser.get(given.path).content.decode()
    assert "Typ je code" in Client().get(given.path).content.decode(), "another browser does not know it"


def test_guessing_a_code_ends(petra: Person, action: Action) -> None:
    given, browser = give(petra, action, code=True), Client()
    wrong = "000000" if given.code != "000000" else "111111"
    answers = [browser.post(given.path, {"code": wrong}).status_code for _ in range(MOST_WRONG_CODES)]
    assert set(answers) == {422} and "te vaak verkeerd" in browser.get(given.path).content.decode()
    assert browser.post(given.path, {"code": given.code}).status_code == 422, (
        "not even the right one any more"
    )
    again = renew_code(by=petra, link=given.link)
    assert browser.post(given.path, {"code": again}).status_code == 303
    assert (
        AuditEvent.objects.filter(event="outside.code_refused", outcome="geweigerd").count()
        == MOST_WRONG_CODES + 1
    )


def test_a_new_code_closes_browsers_that_knew_the_old_one(petra: Person, action: Action) -> None:
    given, browser = give(petra, action, code=True), Client()
    browser.post(given.path, {"code": given.code})
    renew_code(by=petra, link=given.link)
    assert "Typ je code" in browser.get(given.path).content.decode()


def test_a_form_without_its_token_is_refused(petra: Person, action: Action) -> None:
    path = give(petra, action).path
    assert Client(enforce_csrf_checks=True).post(path, {"a1-kind": "klaar"}).status_code == 403


def test_the_trace_says_which_link(petra: Person, action: Action) -> None:
    given = give(petra, action)
    status(given.path)
    line = AuditEvent.objects.get(event="outside.page_read")
    assert line.case_number == action.case.number and line.user.name == "Iemand met een link"
    assert sentence(line.event, line.details).startswith(f"las met link {given.link.pk} een pagina")


def test_a_mailed_link_is_made_when_it_goes(petra: Person, action: Action) -> None:
    mailed = {"by": petra, "case": action.case, "purpose": OWNER_PAGE, "subject_id": action.pk}
    given = mail_link(**mailed, to="gea@school.test", kind=ACCOUNT_KIND, code=True)
    mail = OutgoingMail.objects.get()
    assert (
        given.path == "" and given.link.token_hash is None and mail.about == {"outside_link": given.link.pk}
    )
    first, second = with_link(mail), with_link(mail)
    assert first and second and second["needs_code"]
    assert [status(str(one["link"]).removeprefix("http://localhost:8000")) for one in (first, second)] == [
        404,
        200,
    ]
    withdraw_links(by=petra, case=action.case, purpose=OWNER_PAGE, subject_id=action.pk)
    assert with_link(mail) is None


def test_a_destroyed_case_takes_its_links_along(petra: Person, action: Action) -> None:
    path = give(petra, action).path
    OutsideLink.objects.all().delete()
    assert status(path) == 404


def test_the_database_keeps_hashes_only(petra: Person, action: Action) -> None:
    give(petra, action)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutsideLink.objects.update(token_hash="een-leesbaar-geheim")
