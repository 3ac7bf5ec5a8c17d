"""Text that would like to be markup stays text: in the drawing, in what stands out, and on paper."""

from datetime import date
from io import BytesIO

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from cases.casefile.models import Case
from cases.timeline.models import TimelineEvent
from cases.timeline.poster import poster_of
from expertteam.access.person import Person
from tests.factories import make_case

EVIL = "<script>boe()</script>\"'&amp;<img src=x onerror=boe()>"


@pytest.fixture
def case(petra: Person) -> Case:
    case = make_case(petra, first_name="<b>Ruben</b>")
    for year, kind in ((2012, "hulp"), (2015, "hulp"), (2019, "verblijf")):
        TimelineEvent.objects.create(
            case=case, kind=kind, text=EVIL, provider=EVIL, goal=EVIL, result=EVIL, present=EVIL, mark="knooppunt",
            starts_on=date(year, 1, 1), ends_on=date(year, 6, 1), ends_precision="day",
        )  # fmt: skip
    return case


@pytest.mark.parametrize("view", ["timeline", "timeline_back", "case"])
def test_on_the_pages(view: str, case: Case, petra: Person) -> None:
    client = Client()
    client.force_login(petra.user)
    page = client.get(reverse(f"cases:{view}", args=[case.number])).content.decode()
    assert "&lt;script&gt;boe()" in page
    assert "<script>boe" not in page and "<img src=x" not in page and "<b>Ruben" not in page


def test_on_paper(case: Case) -> None:
    steps: list[str] = []
    pdf = pypdf.PdfReader(BytesIO(poster_of(case, lambda: steps.append("drawn"))))
    text = "".join(page.extract_text() for page in pdf.pages)
    assert steps == ["drawn"] and "<script>boe()" in text.replace("\n", "")
