"""What the tests of the board share: a case with a small analysis, addresses, and forms as a browser sends them."""

from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from analysis.board.models import Analysis, Element
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.factories import make_analysis, make_case

HTMX = {"HX-Request": "true"}


def make_board(by: Person, **given: Any) -> Case:
    """A case with three cards and three links."""
    case = make_case(by, **given)
    make_analysis(case)
    return case


def card(case: Case, start: str) -> Element:
    return Element.objects.get(analysis__case=case, text__startswith=start)


def board_url(case: Case) -> str:
    return reverse("analysis:board", args=[case.number])


def url(case: Case, name: str, *more: Any) -> str:
    return reverse(f"analysis:{name}", args=[case.number, *more])


def card_data(**given: Any) -> dict[str, Any]:
    """The form of a card as a browser sends it."""
    return {
        "kind": "klacht",
        "domain": "jeugdige",
        "source": "",
        "said_by": "",
        "form_token": uuid4(),
        **given,
    }


def advice_data(**given: Any) -> dict[str, Any]:
    if "elements" in given:
        given["kaartjes"] = given.pop("elements")
    return {
        "text": "Rust",
        "life_area": "wonen",
        "owner_name": "",
        "variant": "",
        "form_token": uuid4(),
        **given,
    }


def add_card(browser: Client, case: Case, text: str, **given: Any) -> Any:
    return browser.post(url(case, "new", "kaartje"), card_data(text=text, **given))


def text_of(response: Any) -> str:
    return str(response.content.decode())


def analysis_of(case: Case) -> Analysis:
    return Analysis.objects.get(case=case)
