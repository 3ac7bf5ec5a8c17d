"""A number of something in another case leads nowhere, also for who may see both cases."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from analysis.board.models import Advice, Element, Link
from analysis.board.undo import Removed
from analysis.report.content import content_of
from analysis.report.models import AdviceReport, Edition
from analysis.sharing.models import Endorsement
from cases.casefile.models import Case
from cases.people.models import Participant
from cases.steering.models import Action
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from expertteam.jobs.models import JobStatus
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]


@pytest.fixture
def mine(petra: Person) -> Case:
    """The case in whose address everything is tried."""
    case = make_case(petra)
    make_analysis(case)
    return case


@pytest.fixture
def other(petra: Person) -> Case:
    """Another case of the same team."""
    case = make_case(petra, first_name="Wesley")
    make_analysis(case)
    return case


def ask(client: Client, case: Case, view: str, /, *args: Any, **data: Any) -> int:
    address = reverse(view, args=[case.number, *args])
    return client.post(address, data).status_code if data else client.get(address).status_code


def test_people_agreements_and_events(petra: Person, as_: As, mine: Case, other: Case) -> None:
    anja = Participant.objects.create(case=other, name="Anja", role="ouder")
    action = Action.objects.create(case=other, text="Bellen", owner_name="Petra")
    event = TimelineEvent.objects.create(case=other, text="Verhuisd", starts_on=date(2019, 5, 1))
    client = as_(petra)
    assert ask(client, mine, "cases:participant", anja.pk) == 404
    assert ask(client, mine, "cases:participant", anja.pk, name="Kwijt", role="ouder") == 404
    assert ask(client, mine, "cases:action", action.pk, text="Weg", owner_name="x", status="open") == 404
    ask(client, mine, "cases:participant_remove", anja.pk, x=1)
    ask(client, mine, "cases:event_remove", event.pk, x=1)
    assert Participant.objects.get() == anja and TimelineEvent.objects.get() == event


def test_cards_links_and_advice(petra: Person, as_: As, mine: Case, other: Case) -> None:
    card, own = other.analysis.elements.first(), mine.analysis.elements.first()
    link = Link.objects.filter(analysis=other.analysis).first()
    assert card and own and link
    client = as_(petra)
    for slug, piece in (("kaartje", card), ("verband", link)):
        page = client.get(reverse("analysis:edit", args=[mine.number, slug, piece.pk]), follow=True)
        assert "Dit " in page.content.decode() and "is er niet meer" in page.content.decode()
        ask(client, mine, "analysis:remove", slug, piece.pk, version=piece.version)
        ask(client, mine, "analysis:move", slug, piece.pk, plaats=0)
    assert ask(client, mine, "analysis:new", "verband", source=own.pk, target=card.pk, kind="dempt") == 422
    advice = {"text": "Rust", "life_area": "wonen", "kaartjes": card.pk}
    assert ask(client, mine, "analysis:new", "advies", **advice) == 422
    assert Element.objects.filter(analysis=other.analysis).count() == 3
    assert Link.objects.count() == 6 and not Advice.objects.exists()


def test_what_was_taken_away_elsewhere_does_not_come_back_here(
    petra: Person, as_: As, mine: Case, other: Case
) -> None:
    """Also not when the signature is good: it holds for one analysis, and its record is looked up in that one."""
    card = other.analysis.elements.last()
    assert card
    key = card.pk
    card.delete()
    record = Element.history.filter(id=key, history_type="-").latest("history_id").history_id
    client = as_(petra)
    for analysis in (other.analysis.pk, mine.analysis.pk):
        removed = Removed(analysis, "element", key, record).signed()
        ask(client, mine, "analysis:board_undo", wat=removed)
        ask(client, mine, "analysis:board_undo", wat=removed[:-1] + ("A" if removed[-1] != "A" else "B"))
    assert not Element.objects.filter(pk=key).exists()
    assert mine.analysis.elements.count() == 3


def test_answers_and_reports(petra: Person, as_: As, mine: Case, other: Case) -> None:
    anja = Participant.objects.create(case=other, name="Anja", role="ouder", parental_authority="ja")
    AdviceReport.objects.create(
        case=other, number=1, edition="gezin", analysis_version=1, fingerprint="x", pdf=b"%PDF-",
        content=content_of(other, Edition.FAMILY), status=JobStatus.DONE, requested_by=petra.user,
    )  # fmt: skip
    client = as_(petra)
    assert ask(client, mine, "analysis:answer", str(anja.pk)) == 404
    assert ask(client, mine, "analysis:answer", str(anja.pk), verdict="nee") == 404
    assert ask(client, mine, "analysis:report", 1) == ask(client, mine, "analysis:report_pdf", 1) == 404
    assert ask(client, mine, "analysis:report_again", 1, x=1) == 404
    assert not Endorsement.objects.exists()


def test_an_earlier_case_of_another_team_is_no_case(petra: Person, fokke: Person, as_: As) -> None:
    """A number that exists only elsewhere tells nothing: not a name, not whether it is there."""
    elsewhere = make_case(fokke, first_name="Sytse", last_name="Hiddema")
    typed = {"first_name": "Sytse", "last_name": "Hiddema", "birth_date": "14-9-2010"}
    page = as_(petra).post(reverse("cases:earlier"), {**typed, "earlier_number": elsewhere.number})
    unknown = as_(petra).post(reverse("cases:earlier"), {**typed, "earlier_number": "2020-777"})
    assert page.content.decode().replace(elsewhere.number, "2020-777") == unknown.content.decode()
    named = {"number": elsewhere.number}
    assert as_(petra).post(reverse("cases:earlier"), named).status_code == 404
