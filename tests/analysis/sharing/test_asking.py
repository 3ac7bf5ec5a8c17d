"""Putting a version before people: in order, by mail, letter or paper, again, and taken back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from analysis.board.models import Analysis
from analysis.sharing.asking import CannotAsk, new_code, prolong, put_before
from analysis.sharing.models import Asking, Endorsement
from analysis.sharing.queries import shared_of
from analysis.versions.models import FixedVersion
from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.consent.models import OtherBasis
from cases.consent.queries import ConsentMissing
from cases.outside.models import OutsideLink
from cases.people.actions import change_participant, given
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.audit.sentences import sentence
from expertteam.mail.models import OutgoingMail
from tests.factories import make_case
from tests.post import deliver

from .conftest import Page

Ask, OpenPage, Login = Callable[..., Asking], Callable[..., Page], Callable[[Person], Client]


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/analyse/gedeeld/{rest}"


def chosen(case: Case, *names: str, way: str = "brief") -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        pk = case.participants.get(name__startswith=name).pk
        found |= {f"wie-{pk}": "1", f"hoe-{pk}": way}
    return found


def test_the_family_that_decides_comes_first(
    petra: Person, case: Case, analysis: Analysis, as_: Login
) -> None:
    text = as_(petra).get(address(case, "voorleggen/")).content.decode()
    ticked = [
        name for name in ("Ruben", "Anja", "Gea") if f'id="wie-{pk_of(case, name)}" value="1" checked' in text
    ]
    assert ticked == ["Ruben", "Anja"] and text.index("Ruben Oosterhuis</bdi>") < text.index("Gea Bolhuis")


def pk_of(case: Case, name: str) -> int:
    return case.participants.get(name__startswith=name).pk


def test_then_the_others(petra: Person, case: Case, ask: Ask, as_: Login) -> None:
    for name in ("Ruben", "Anja"):
        ask(name)
    page = as_(petra).get(address(case, "voorleggen/")).content.decode()
    assert " checked>" not in page.split('id="wie"')[1], "first the family answers"
    for name in ("Ruben", "Anja"):
        as_(petra).post(address(case, f"{pk_of(case, name)}/"), {"verdict": "ja"})
    page = as_(petra).get(address(case, "voorleggen/")).content.decode()
    assert f'id="wie-{pk_of(case, "Gea")}" value="1" checked' in page


def test_by_mail_the_code_is_shown_once(petra: Person, case: Case, analysis: Analysis, as_: Login) -> None:
    browser = as_(petra)
    done = browser.post(address(case, "voorleggen/"), chosen(case, "Anja", way="mail"))
    code = done.content.decode().split('name="code" value="')[1][:6]
    assert code.isdecimal() and code not in browser.get(address(case)).content.decode()
    queued = OutgoingMail.objects.get()
    assert queued.to == "anja@thuis.test" and code not in str(queued.about)
    [sent] = deliver()
    assert code not in sent.body and "Anja" not in sent.body and "Ruben" not in sent.body + sent.subject
    path = "/" + sent.body.split("localhost:8000/")[1].split()[0]
    assert "Klopt dit verhaal over Ruben?" in Page(path, code).text


def test_asking_twice_is_asking_once(petra: Person, case: Case, analysis: Analysis, as_: Login) -> None:
    for _ in range(2):
        page = (
            as_(petra).post(address(case, "voorleggen/"), chosen(case, "Anja", way="mail")).content.decode()
        )
    assert "Deze versie lag al voor" in page and OutgoingMail.objects.count() == 1
    assert AuditEvent.objects.filter(event="sharing.asked").count() == 1 and FixedVersion.objects.count() == 1


def test_the_expert_does_not_put_it_before_people(
    emre: Person, petra: Person, case: Case, ask: Ask, as_: Login
) -> None:
    grant_case(by=petra, case=case, user=emre.user)
    asking = ask("Ruben")
    browser = as_(emre)
    assert (
        browser.get(address(case)).status_code == 200
        and "Voorleggen</a>" not in browser.get(address(case)).content.decode()
    )
    for rest in (
        "voorleggen/",
        f"vraag/{asking.pk}/code/",
        f"vraag/{asking.pk}/brief/",
        f"{asking.participant_id}/",
    ):
        assert browser.post(address(case, rest), {"verdict": "ja"}).status_code == 403


def test_nobody_is_no_choice(petra: Person, case: Case, analysis: Analysis, as_: Login) -> None:
    page = as_(petra).post(address(case, "voorleggen/"), {"versie": "nu"})
    assert page.status_code == 422 and "Kies minstens één persoon." in page.content.decode()


def test_an_empty_board_is_nothing_to_read(petra: Person, case: Case, as_: Login) -> None:
    page = as_(petra).post(address(case, "voorleggen/"), chosen(case, "Ruben"), follow=True).content.decode()
    assert "niets om voor te leggen" in page and not Asking.objects.exists()


def test_without_consent_a_professional_is_not_asked(
    petra: Person, case: Case, analysis: Analysis, as_: Login, ask: Ask
) -> None:
    OtherBasis.objects.filter(purpose="delen").delete()
    page = as_(petra).get(address(case, "voorleggen/")).content.decode()
    assert "disabled" in page and "Naar Toestemming" in page
    as_(petra).post(address(case, "voorleggen/"), chosen(case, "Gea", "Ruben"))
    assert [one.participant.name for one in Asking.objects.all()] == ["Ruben Oosterhuis"]
    with pytest.raises(ConsentMissing):
        ask("Gea")


def test_a_mail_needs_an_address(ask: Ask) -> None:
    with pytest.raises(CannotAsk, match="geen e-mailadres"):
        ask("Ruben", way="mail")


def test_a_letter_holds_an_address_to_type_over_and_opens_once(ask: Ask, open_page: OpenPage) -> None:
    asking = ask("Ruben")
    first, second = open_page(asking), open_page(asking)
    token = second.path.rstrip("/").rpartition("/")[2]
    assert len(token) == 19 and token.count("-") == 3
    assert first.get().status_code == 410 and second.get().status_code == 200


def test_a_new_version_closes_the_page_of_the_old_one(
    ask: Ask, open_page: OpenPage, analysis: Analysis, petra: Person, case: Case
) -> None:
    asking = ask("Ruben")
    page = open_page(asking)
    page.send(concept="1", words="over de oude")
    analysis.elements.filter(kind="klacht").update(text="Wacht op iemand die blijft")
    again = ask("Ruben")
    assert again.version.number == 2 and page.get().status_code == 410
    assert "Wacht op iemand" in open_page(again).text and not Asking.objects.exclude(draft={}).exists()
    with pytest.raises(CannotAsk, match="nieuwere"):
        put_before(
            by=petra,
            case=case,
            version=asking.version,
            participant=case.participants.get(name="Anja Oosterhuis"),
            way="brief",
        )


def test_an_earlier_yes_is_asked_again_and_an_earlier_no_stands(
    ask: Ask, open_page: OpenPage, analysis: Analysis, case: Case
) -> None:
    open_page(ask("Anja")).send(verdict="ja", words="Zo is het")
    open_page(ask("Ruben")).send(verdict="nee", words="Papa mist")
    analysis.elements.filter(kind="klacht").update(text="Wacht op iemand die blijft")
    ask("Anja"), ask("Ruben")
    shared = shared_of(case, analysis)
    assert shared.state == "niet_gedeeld" and shared.newest == 2
    assert shared.sentences[0] == "Ruben Oosterhuis zegt nee."
    assert "Anja Oosterhuis antwoordde op een eerdere versie, en nog niet op de nieuwste." in shared.sentences
    open_page(Asking.objects.get(version__number=2, participant__role="jeugdige")).send(verdict="deels")
    open_page(Asking.objects.get(version__number=2, participant__role="ouder")).send(verdict="ja")
    assert shared_of(case, analysis).state == "gedeeld" and Endorsement.objects.count() == 4


def test_five_wrong_codes_close_it_and_a_new_one_opens_it(
    petra: Person, case: Case, ask: Ask, open_page: OpenPage, as_: Login
) -> None:
    asking = ask("Ruben")
    page = open_page(asking, enter=False)
    for _ in range(5):
        page.send(code="x")
    assert page.send(code=page.code).status_code == 422
    assert "vijf keer verkeerd getypt" in as_(petra).get(address(case)).content.decode()
    done = as_(petra).post(address(case, f"vraag/{asking.pk}/code/")).content.decode()
    page.code = done.split('name="code" value="')[1][:6]
    assert page.send(code=page.code).status_code == 303 and "bank" in page.text


def test_it_can_be_made_to_last(petra: Person, ask: Ask, open_page: OpenPage) -> None:
    asking = ask("Ruben")
    page = open_page(asking)
    OutsideLink.objects.update(expires_at=timezone.now())
    assert page.get().status_code == 410
    assert [prolong(by=petra, asking=asking), prolong(by=petra, asking=asking)] == [True, False]
    assert page.get().status_code == 200
    with pytest.raises(CannotAsk):
        new_code(by=petra, asking=ask("Anja"))


def test_the_trace_says_which_version_and_how_never_to_whom(ask: Ask) -> None:
    ask("Anja")
    line = AuditEvent.objects.get(event="sharing.asked")
    assert (
        sentence(line.event, line.details) == "legde versie 1 van de analyse voor (met een link in een brief)"
    )
    assert "Anja" not in str(line.details)


def test_nothing_in_another_case(petra: Person, ask: Ask, as_: Login) -> None:
    asking, other = ask("Ruben"), make_case(petra)
    for rest in ("code/", "mail/", "langer/", "terug/", "brief/", "codebrief/"):
        assert as_(petra).post(address(other, f"vraag/{asking.pk}/{rest}")).status_code == 404
    assert as_(petra).get(address(other, f"vraag/{asking.pk}/papier/")).status_code == 404


def test_the_page_asks_as_much_for_one_as_for_thirty(petra: Person, case: Case, ask: Ask, as_: Login) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert as_(petra).get(address(case)).status_code == 200
        return len(asked)

    for name in ("Ruben", "Gea"):
        ask(name)
    count()
    few = count()
    for number in range(30):
        Participant.objects.create(case=case, name=f"Hulp {number}", role="hulpverlener")
        ask(f"Hulp {number}")
    assert count() <= few


@pytest.mark.parametrize("state", ["open", "answered", "expired"])
def test_an_address_that_was_wrong_opens_nothing_any_more(
    petra: Person, case: Case, ask: Ask, open_page: OpenPage, state: str
) -> None:
    asking = ask("Anja")
    page = open_page(asking)
    if state == "answered":
        page.send(verdict="ja")
    if state == "expired":
        OutsideLink.objects.update(expires_at=timezone.now())
    mother = case.participants.get(name="Anja Oosterhuis")
    change_participant(by=petra, participant=mother, data=replace(given(mother), email="anja@elders.test"))
    assert page.get().status_code == 410
    with pytest.raises(CannotAsk):
        prolong(by=petra, asking=asking)
    assert open_page(asking).get().status_code == 200, "a new letter or mail opens it again"
