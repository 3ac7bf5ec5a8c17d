"""The page of a party: reading, answering as a whole and per part, and what does not work any more."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from analysis.board.models import Analysis, Explanation
from analysis.sharing.actions import AnswerData
from analysis.sharing.answering import NotAsked, answer_by_link, asking_of
from analysis.sharing.asking import take_back
from analysis.sharing.models import Asking, Endorsement, PartAnswer
from cases.casefile.models import Case
from cases.consent.models import OtherBasis
from cases.outside.models import OutsideLink
from cases.people.actions import leave
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent

from .conftest import Page

Ask, OpenPage = Callable[..., Asking], Callable[..., Page]


def test_somebody_reads_the_version_that_was_put_before_them(
    ask: Ask, open_page: OpenPage, analysis: Analysis
) -> None:
    asking = ask("Ruben")
    analysis.elements.filter(kind="klacht").update(text="Iets anders van later")
    text = open_page(asking).text
    assert "Ligt de hele dag op de bank" in text and "Iets anders van later" not in text
    assert "Ruben, klopt dit verhaal over jou?" in text and "<svg" in text
    asking.refresh_from_db()
    assert asking.read_at is not None
    assert AuditEvent.objects.filter(event="sharing.read").count() == 1


def test_looking_twice_is_read_once(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"))
    page.get(), page.get()
    assert AuditEvent.objects.filter(event="sharing.read").count() == 1


def test_without_the_code_nobody_reads_anything(ask: Ask, open_page: OpenPage) -> None:
    asking = ask("Ruben")
    page = open_page(asking, enter=False)
    assert "Typ je code" in page.text and "bank" not in page.text and "Ruben" not in page.text
    asking.refresh_from_db()
    assert asking.read_at is None


def test_the_code_gives_the_browser_a_new_key(ask: Ask, open_page: OpenPage) -> None:
    """Somebody who put their own session in this browser before does not come in along."""
    page = open_page(ask("Ruben"), enter=False)
    session = page.browser.session
    session["iets"] = "van eerder"
    session.save()
    name = settings.SESSION_COOKIE_NAME
    page.browser.cookies[name] = known = session.session_key
    assert page.browser.post(page.path, {"code": "000000"}).status_code == 422
    assert page.browser.cookies[name].value == known, "a wrong code changes nothing"
    assert page.browser.post(page.path, {"code": page.code}).status_code == 303
    assert page.browser.cookies[name].value != known and "bank" in page.text
    thief = Client()
    thief.cookies[name] = known
    assert "Typ je code" in thief.get(page.path).content.decode()


def test_an_answer_with_words_a_helper_and_a_text_of_their_own(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"))
    sent = page.send(
        verdict="deels", words="Mijn vader mist.", statement="Ik wil bij opa wonen.", helper="Tante Sjaan"
    )
    assert sent.status_code == 303
    given = Endorsement.objects.get()
    assert (given.verdict, given.words, given.statement) == (
        "deels",
        "Mijn vader mist.",
        "Ik wil bij opa wonen.",
    )
    assert (given.helper, given.via, given.version_id) == (
        "Tante Sjaan",
        "link",
        Asking.objects.get().version_id,
    )
    assert given.answered_on == timezone.localdate() and given.seen_at is None
    text = page.text
    assert "Je zei: ik herken me hier deels in." in text and "Tante Sjaan" in text and "Dank je wel" in text
    assert given.history.first().history_user.name == "Iemand met een link"


def test_an_answer_per_part(ask: Ask, open_page: OpenPage, analysis: Analysis) -> None:
    explained = Explanation.objects.create(analysis=analysis, text="Hij wacht", certainty="hypothese")
    card = analysis.elements.get(kind="klacht")
    page = open_page(ask("Ruben"))
    fields = {
        "verdict": "deels", f"kaartje-{card.pk}-verdict": "nee", f"kaartje-{card.pk}-words": "Ik lig niet, ik wacht.",
        f"verklaring-{explained.pk}-verdict": "ja",
    }  # fmt: skip
    page.browser.post(page.path, fields)
    said = {one.part: (one.verdict, one.words) for one in PartAnswer.objects.all()}
    assert said == {
        f"kaartje-{card.pk}": ("nee", "Ik lig niet, ik wacht."),
        f"verklaring-{explained.pk}": ("ja", ""),
    }
    page.browser.post(page.path, {"verdict": "ja"})
    assert not PartAnswer.objects.exists() and Endorsement.objects.get().verdict == "ja"


def test_a_double_click_answers_once(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Anja"))
    for _ in range(2):
        page.send(verdict="ja", words="Zo is het.")
    assert Endorsement.objects.get().history.count() == 1
    assert AuditEvent.objects.filter(event="analysis.answered").count() == 1


def test_two_tabs_the_last_word_counts(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Anja"))
    page.send(verdict="ja")
    page.send(verdict="nee", words="Toch niet.")
    assert Endorsement.objects.get().verdict == "nee" and Endorsement.objects.get().history.count() == 2


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Kies ja, deels of nee."),
        ({"verdict": "misschien"}, "Kies ja, deels of nee."),
        ({"verdict": "ja", "words": "x" * 2001}, "2000"),
        ({"verdict": "ja", "helper": "x" * 201}, "200"),
        ({"verdict": "ja", "words": "a\x00b"}, "Null"),
    ],
)
def test_a_wrong_answer_comes_back_with_what_was_typed(
    ask: Ask, open_page: OpenPage, sent: dict[str, str], words: str
) -> None:
    answer = open_page(ask("Ruben")).send(statement="Dit blijft staan", **sent)
    text = answer.content.decode()
    assert answer.status_code == 422 and words in text and "Dit blijft staan" in text
    assert "Je antwoord is nog niet verstuurd" in text and not Endorsement.objects.exists()


@pytest.mark.parametrize(
    "words", ["'; DROP TABLE cases_case; --", "<script>alert(1)</script>", "🐴🐴", "أنا لا أوافق", "‮gnorw"]
)
def test_odd_words_stay_words(ask: Ask, open_page: OpenPage, words: str) -> None:
    page = open_page(ask("Ruben"))
    page.send(verdict="nee", words=words, helper=words)
    assert Endorsement.objects.get().words == words and "<script>alert" not in page.text


def test_taken_back_it_opens_nothing(petra: Person, ask: Ask, open_page: OpenPage) -> None:
    asking = ask("Anja")
    page = open_page(asking)
    assert [take_back(by=petra, asking=asking), take_back(by=petra, asking=asking)] == [True, False]
    assert page.get().status_code == 410 and "bank" not in page.text
    assert page.send(verdict="ja").status_code == 410 and not Endorsement.objects.exists()


def test_it_expires(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Anja"))
    OutsideLink.objects.update(expires_at=timezone.now())
    assert page.get().status_code == 410 and page.send(verdict="ja").status_code == 410


def test_a_professional_reads_only_while_sharing_is_agreed(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Gea"))
    assert "Klopt dit verhaal over Ruben?" in page.text
    OtherBasis.objects.filter(purpose="delen").delete()
    assert "bank" not in page.text and "even dicht" in page.text
    page.send(verdict="ja")
    assert not Endorsement.objects.exists()


def test_who_left_reads_nothing_more(petra: Person, ask: Ask, open_page: OpenPage, case: Case) -> None:
    page = open_page(ask("Gea"))
    leave(by=petra, participant=case.participants.get(name="Gea Bolhuis"), day=timezone.localdate())
    assert "bank" not in page.text


def test_a_closed_case_asks_nothing(ask: Ask, open_page: OpenPage, case: Case) -> None:
    page = open_page(ask("Ruben"))
    type(case).objects.update(phase="afgesloten")
    assert "Het is afgerond" in page.text and page.send(verdict="ja").status_code == 200
    assert not Endorsement.objects.exists()


def test_nothing_of_it_is_kept_or_found(ask: Ask, open_page: OpenPage) -> None:
    answer: Any = open_page(ask("Ruben")).get()
    assert answer["Cache-Control"] == "no-store, private" and "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "strict-origin" and "Ruben" not in answer.request["PATH_INFO"]
    assert "htmx.min.js" not in answer.content.decode(), "it would keep the secret address in the browser"


def test_the_family_does_not_read_profile_and_harmful_care(
    ask: Ask, open_page: OpenPage, analysis: Analysis
) -> None:
    Analysis.objects.update(harmful_care=["inperken_van_vrijheden"])
    analysis.refresh_from_db()
    assert "Profiel, klimaat en zorg" not in open_page(ask("Anja")).text
    assert "Profiel, klimaat en zorg" in open_page(ask("Gea")).text


@pytest.mark.parametrize("what", ["link", "asking", "case"])
def test_an_answer_at_the_moment_it_closes_is_not_kept(
    petra: Person, ask: Ask, open_page: OpenPage, case: Case, what: str
) -> None:
    asking = ask("Ruben")
    open_page(asking)
    link = OutsideLink.objects.select_related("case__team").get(withdrawn_at=None)
    link.by, mine = petra, asking_of(link)
    assert mine is not None
    if what == "link":
        OutsideLink.objects.update(withdrawn_at=timezone.now())
    elif what == "asking":
        Asking.objects.update(withdrawn_at=timezone.now())
    else:
        Case.objects.update(phase="afgesloten")
    with pytest.raises(NotAsked):
        answer_by_link(link=link, asking=mine, data=AnswerData("ja"))
    assert not Endorsement.objects.exists()


def test_reading_by_sending_leaves_a_line_too(ask: Ask, open_page: OpenPage) -> None:
    """Somebody who sends something wrong before ever opening the page gets the page back, and so has read it."""
    asking = ask("Ruben")
    answer = open_page(asking).send(verdict="iets anders")
    assert answer.status_code == 422 and "Ligt de hele dag op de bank" in answer.content.decode()
    asking.refresh_from_db()
    assert asking.read_at is not None
    for event in ("outside.page_read", "sharing.read"):
        assert AuditEvent.objects.filter(event=event, case_number=asking.participant.case.number).count() == 1


@pytest.mark.parametrize(
    ("role", "full"),
    [("hulpverlener", True), ("woordvoerder", False), ("aanmelder", False), ("anders", False)],
)
def test_the_profile_is_for_who_is_known_to_work_with_it(
    ask: Ask, open_page: OpenPage, analysis: Analysis, role: str, full: bool
) -> None:
    Analysis.objects.filter(pk=analysis.pk).update(profile="ernstige_fasd")
    analysis.case.participants.filter(name="Gea Bolhuis").update(role=role)
    assert ("FASD" in open_page(ask("Gea")).text) == full
