"""Text that would like to be markup stays text: on every page, in the picture, in the report."""

from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from analysis.board.models import Advice, Element, Explanation
from analysis.report.content import content_of
from analysis.report.models import AdviceReport, Edition
from analysis.report.shown import shown
from analysis.report.tasks import TEMPLATE
from analysis.sharing.models import Endorsement
from cases.casefile.models import Case
from expertteam.accounts.models import Team
from expertteam.jobs.models import JobStatus
from expertteam.pdf.maker import make_pdf
from tests.access_matrix import ROWS
from tests.access_world import World, make_world

EVIL = """"'><img src="file:///etc/passwd" onerror=alert(1)></svg></script><script>alert(1)</script>{{ case }}{0}%s"""


class Looker(HTMLParser):
    """Notes what our own pages never hold: images, scripts of their own, attributes that do something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag in ("img", "iframe", "object") or (tag == "script" and "src" not in names):
            self.found.append(tag)
        self.found += [name for name in names if name.startswith("on") or name == "style"]


def got_through(html: str) -> list[str]:
    looker = Looker()
    looker.feed(html)
    return looker.found


def report_of(case: Case) -> AdviceReport:
    """Another report, of the case as it is now."""
    asked = case.owner
    assert asked is not None
    return AdviceReport.objects.create(
        case=case, number=2, edition="professionals", analysis_version=1, fingerprint="y", pdf=b"%PDF-",
        content=content_of(Case.objects.get(pk=case.pk), Edition.PROFESSIONALS), status=JobStatus.DONE,
        requested_by=asked,
    )  # fmt: skip


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    """A case in which everything that can be written is hostile."""
    world = make_world(groningen, friesland)
    case, petra = world.case, world.people["P"]
    assert petra is not None
    person, referral = case.young_person, case.referral
    person.first_name = person.last_name = EVIL[:100]
    person.save()
    names = "question_line voice_young_person voice_parents voice_referrer tried_before decision_reason referrer_name"
    for name in (*names.split(), "referrer_organisation", "referrer_function", "referred_to"):
        setattr(referral, name, EVIL)
    referral.save()
    Element.objects.update(text=EVIL, said_by=EVIL)
    Explanation.objects.create(analysis=case.analysis, text=EVIL, test=EVIL, certainty="hypothese")
    Advice.objects.create(analysis=case.analysis, text=EVIL, owner_name=EVIL, life_area="wonen")
    world.mother.name = world.mother.organisation = EVIL
    world.mother.parental_authority = "ja"
    world.mother.save()
    Endorsement.objects.create(
        analysis=case.analysis,
        participant=world.mother,
        verdict="nee",
        words=EVIL,
        answered_on=date(2026, 3, 1),
    )
    case.timeline.update(text=EVIL, provider=EVIL, result=EVIL)
    case.actions.update(text=EVIL, owner_name=EVIL, result=EVIL)
    world.report = report_of(case)
    world.draft.fields = {"first_name": EVIL, "voice_parents": EVIL, "earlier_number": EVIL}
    world.draft.save()
    petra.user.name = EVIL[:200]
    petra.user.save()
    return world


def page(world: World, sign: str, name: str) -> Any:
    client = Client()
    client.cookies = world.cookies[sign].copy()  # type: ignore[assignment]
    return client.get(reverse(name, kwargs={key: given(world) for key, given in ROWS[name].args.items()}))


def test_this_would_be_found() -> None:
    assert got_through(f"<p>{EVIL}</p>") == ["img", "onerror", "script"]


def test_on_every_page(world: World) -> None:
    seen = 0
    for name, row in ROWS.items():
        sign = next(sign for sign, answer in row.signs.items() if answer == "+")
        answer = page(world, sign, name)
        if answer.status_code == 200 and "html" in answer["Content-Type"]:
            text = answer.content.decode()
            assert got_through(text) == [], name
            seen += "&lt;img src=" in text
    assert seen > 20, "the hostile text is there, as text"


def test_a_form_that_is_refused_gives_it_back_as_text(world: World, petra_form: dict[str, str]) -> None:
    client = Client()
    client.cookies = world.cookies["P"].copy()  # type: ignore[assignment]
    answer = client.post(reverse("cases:new"), petra_form)
    assert answer.status_code == 422 and got_through(answer.content.decode()) == []
    assert "&lt;img src=" in answer.content.decode()


@pytest.fixture
def petra_form() -> dict[str, str]:
    names = "first_name last_name birth_date referred_on earlier_number municipality asker question_line referrer_email"
    return dict.fromkeys(names.split(), EVIL)


def test_the_paper_reads_no_file_and_runs_nothing(world: World) -> None:
    context = shown(world.report)
    pdf = make_pdf(TEMPLATE, context, title=context["title"])
    assert pdf.startswith(b"%PDF")
    for word in (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/SubmitForm", b"/OpenAction"):
        assert word not in pdf


def test_a_control_character_does_not_stop_the_paper(world: World) -> None:
    Element.objects.update(text="a\x08b\x0b\x1f\ufffe\u202e")
    AdviceReport.objects.filter(pk=world.report.pk).delete()
    context = shown(report_of(world.case))
    assert make_pdf(TEMPLATE, context, title=context["title"]).startswith(b"%PDF")
