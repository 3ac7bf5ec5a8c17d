"""What the tests of versions share: a case with a small analysis, and changes to it as people make them."""

from typing import Any

from django.urls import reverse

from analysis.board.models import Analysis, Element
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.factories import make_analysis, make_case


def make_board(by: Person, **given: Any) -> Analysis:
    """The analysis of a new case: three cards and three links."""
    return make_analysis(make_case(by, **given))


def card(analysis: Analysis, start: str) -> Element:
    return Element.objects.get(analysis=analysis, text__startswith=start)


def url(case: Case, name: str, *more: Any, **query: Any) -> str:
    return reverse(f"analysis:{name}", args=[case.number, *more], query=query or None)


def text_of(response: Any) -> str:
    return str(response.content.decode())
