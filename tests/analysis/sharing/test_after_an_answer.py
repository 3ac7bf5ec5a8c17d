"""What follows an answer: Vandaag, the header, a talk after a no, the answers beside the parts, the report."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from analysis.report.content import content_of
from analysis.report.models import Edition
from analysis.sharing import views
from analysis.sharing.conversation import plan_conversation
from analysis.sharing.models import Asking, Endorsement
from cases.casefile.actions import grant_case
from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from cases.steering.actions import finish_action
from cases.steering.models import Action
from cases.steering.owners import Owner, owners_of
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent

from .conftest import Page

Ask, OpenPage, Login = Callable[..., Asking], Callable[..., Page], Callable[[Person], Client]


def gedeeld(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/analyse/gedeeld/{rest}"


@pytest.fixture
def refused(ask: Ask, open_page: OpenPage) -> Endorsement:
    """Ruben says no, in words; his mother says yes before him."""
    for name, verdict, words in (("Anja", "ja", "Zo is het"), ("Ruben", "nee", "Papa mist in dit verhaal")):
        open_page(ask(name)).send(verdict=verdict, words=words)
    return Endorsement.objects.get(verdict="nee")


def test_a_no_stands_first_on_vandaag_in_words(refused: Endorsement, petra: Person, as_: Login) -> None:
    page = as_(petra).get("/").content.decode()
    assert page.index("Ruben Oosterhuis</bdi> zegt nee") < page.index("Anja Oosterhuis</bdi> zegt ja")
    assert "Papa mist in dit verhaal" in page


def test_seen_it_leaves_vandaag_and_comes_back_when_they_change_it(
    refused: Endorsement, petra: Person, case: Case, as_: Login, open_page: OpenPage
) -> None:
    browser = as_(petra)
    for _ in range(2):
        browser.post(gedeeld(case, f"antwoord/{refused.pk}/gezien/"), {"terug": "vandaag"})
    assert "zegt nee" not in browser.get("/").content.decode()
    assert AuditEvent.objects.filter(event="sharing.seen").count() == 1
    open_page(Asking.objects.get(participant__role="jeugdige")).send(verdict="deels", words="Toch een beetje")
    assert "Ruben Oosterhuis</bdi> zegt deels" in browser.get("/").content.decode()


def test_who_does_not_steer_has_no_such_list(
    refused: Endorsement, carla: Person, sietske: Person, as_: Login
) -> None:
    for person in (carla, sietske):
        assert "Papa mist" not in as_(person).get("/").content.decode()


def test_after_a_no_the_page_proposes_a_talk(
    refused: Endorsement, petra: Person, case: Case, as_: Login
) -> None:
    browser = as_(petra)
    page = browser.get(gedeeld(case)).content.decode()
    assert "zegt nee. Ga eerst in gesprek." in page and "Papa mist in dit verhaal" in page
    sent = {f"gesprek-{refused.pk}-owner": f"u{petra.user.pk}", f"gesprek-{refused.pk}-due_on": "1-12-2099"}
    for _ in range(2):
        browser.post(gedeeld(case, f"antwoord/{refused.pk}/gesprek/"), sent)
    action = Action.objects.get()
    assert (action.text, action.owner_user) == ("Met Ruben Oosterhuis in gesprek over de analyse", petra.user)
    page = browser.get(gedeeld(case)).content.decode()
    assert "Ga eerst in gesprek" not in page and "Gesprek gepland" in page
    finish_action(by=petra, action=action, result="Zijn vader komt erbij te staan")
    page = browser.get(gedeeld(case)).content.decode()
    assert "Zijn vader komt erbij te staan" in page and "Leg dan een nieuwe versie voor" in page


def test_the_agreement_never_says_what_somebody_answered(refused: Endorsement, petra: Person) -> None:
    plan_conversation(
        by=petra, answer=refused, owner=Owner("Petra", petra.user.pk), due_on=timezone.localdate()
    )
    assert "nee" not in Action.objects.get().text


@pytest.mark.parametrize(
    ("day", "why"), [("1-1-2020", "al geweest"), ("31-2-2099", "et-error"), ("", "et-error")]
)
def test_a_talk_needs_a_day_to_come(
    refused: Endorsement, petra: Person, case: Case, as_: Login, day: str, why: str
) -> None:
    prefix = f"gesprek-{refused.pk}"
    page = as_(petra).post(
        gedeeld(case, f"antwoord/{refused.pk}/gesprek/"),
        {f"{prefix}-owner": f"u{petra.user.pk}", f"{prefix}-due_on": day},
    )
    assert page.status_code == 422 and why in page.content.decode() and not Action.objects.exists()


def test_nobody_with_a_stake_is_asked_to_talk_also_when_that_was_said_just_now(
    refused: Endorsement, petra: Person, emre: Person, case: Case, as_: Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = owners_of(case)
    declare_conflict(by=petra, case=case, user=emre.user, reason="Is de oom van Ruben")
    monkeypatch.setattr(views, "owners_of", lambda _: before)
    prefix = f"gesprek-{refused.pk}"
    page = as_(petra).post(
        gedeeld(case, f"antwoord/{refused.pk}/gesprek/"),
        {f"{prefix}-owner": f"u{emre.user.pk}", f"{prefix}-due_on": "1-12-2099"},
    )
    assert page.status_code == 422 and "Emre Kaya heeft een belang bij deze casus" in page.content.decode()
    assert not Action.objects.exists()


def test_the_header_says_a_no_by_name_and_shared_only_by_the_rule(
    refused: Endorsement, petra: Person, sietske: Person, case: Case, as_: Login, open_page: OpenPage
) -> None:
    overview = f"/casussen/{case.number}/"
    assert "nee van Ruben" in as_(petra).get(overview).content.decode()
    assert "nee van Ruben" not in as_(sietske).get(overview).content.decode(), "she reads no analyses"
    open_page(Asking.objects.get(participant__role="jeugdige")).send(verdict="deels")
    head = as_(petra).get(overview).content.decode().split("case-head__line")[1].split("</p>")[0]
    assert "gedeeld" in head and "deels gedeeld" not in head and "nee van" not in head


def test_who_waits_too_long_stands_on_vandaag(
    ask: Ask, open_page: OpenPage, petra: Person, as_: Login
) -> None:
    for name in ("Ruben", "Anja"):
        open_page(ask(name))
    assert "Nog geen antwoord op de analyse" not in as_(petra).get("/").content.decode()
    Asking.objects.filter(participant__name__startswith="Anja").update(
        asked_at=timezone.now() - timedelta(days=15)
    )
    page = as_(petra).get("/").content.decode().split('<div id="wacht-op-oordeel"')[1].split("</section>")[0]
    assert "Anja Oosterhuis" in page and "Ruben Oosterhuis</bdi></a>" not in page


def test_the_expert_reads_what_people_say_of_the_parts(
    ask: Ask, open_page: OpenPage, petra: Person, emre: Person, case: Case, analysis: object, as_: Login
) -> None:
    page = open_page(ask("Ruben"))
    card = case.analysis.elements.get(kind="klacht")
    fields = {
        "verdict": "deels",
        "statement": "Ik woon liever bij opa",
        f"kaartje-{card.pk}-words": "Ik wacht",
    }
    page.browser.post(page.path, fields)
    grant_case(by=petra, case=case, user=emre.user)
    text = as_(emre).get(gedeeld(case, "onderdelen/")).content.decode()
    assert "Ik wacht" in text and "Ligt de hele dag op de bank" in text and "Ik woon liever bij opa" in text
    report = content_of(Case.objects.get(pk=case.pk), Edition.FAMILY, draw=False)["shared"]["answers"][0]
    assert report["statement"] == "Ik woon liever bij opa"
    assert report["parts"] == [{"text": card.text, "verdict": "", "words": "Ik wacht"}]


def test_the_history_tells_to_whom_and_what(
    refused: Endorsement, petra: Person, case: Case, as_: Login
) -> None:
    text = as_(petra).get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "legde de analyse voor aan Ruben Oosterhuis" in text
    assert "schreef op wat Ruben Oosterhuis van de analyse vindt" in text and "Iemand met een link" in text
