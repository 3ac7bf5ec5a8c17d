"""A case with a family and a professional, an analysis on the board, and a browser that has typed the code."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from analysis.board.models import Analysis
from analysis.sharing.asking import make_letter, put_before
from analysis.sharing.models import Asking, Way
from analysis.versions.actions import fix_version
from cases.casefile.models import Case
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.factories import make_analysis, make_case

Open = Callable[[Asking], "Page"]


class Page:
    """The own page of a party in a browser of theirs."""

    def __init__(self, path: str, code: str, *, enter: bool = True) -> None:
        self.path, self.code, self.browser = path, code, Client()
        if enter:
            assert self.browser.post(path, {"code": code}).status_code == 303

    def get(self) -> Any:
        return self.browser.get(self.path)

    @property
    def text(self) -> str:
        return self.get().content.decode()

    def send(self, **fields: str) -> Any:
        """Answer; `verklaring_3_words` stands for the field «verklaring-3-words»."""
        return self.browser.post(self.path, {name.replace("_", "-"): text for name, text in fields.items()})


@pytest.fixture
def case(petra: Person) -> Case:
    """Ruben with his mother, who has authority, and Gea, a professional."""
    case = make_case(petra, last_name="Oosterhuis")
    for name, role, authority, email in (
        ("Gea Bolhuis", "hulpverlener", "", "gea@zorg.test"),
        ("Anja Oosterhuis", "ouder", "ja", "anja@thuis.test"),
        ("Ruben Oosterhuis", "jeugdige", "", ""),
    ):
        Participant.objects.create(case=case, name=name, role=role, parental_authority=authority, email=email)
    return case


@pytest.fixture
def analysis(case: Case) -> Analysis:
    return make_analysis(case)


@pytest.fixture
def ask(petra: Person, case: Case, analysis: Analysis) -> Callable[..., Asking]:
    """`ask("Ruben")`: the analysis as it stands is put before Ruben."""

    def put(name: str, way: str = Way.LETTER, language: str = "nl") -> Asking:
        version = fix_version(by=petra, analysis=analysis, why="voorgelegd")
        participant = case.participants.get(name__startswith=name)
        return put_before(
            by=petra, case=case, version=version, participant=participant, way=way, language=language
        ).asking

    return put


@pytest.fixture
def open_page(petra: Person) -> Callable[..., Page]:
    """`open_page(asking)`: the letter is made and its code typed."""

    def opened(asking: Asking, *, enter: bool = True) -> Page:
        letter = make_letter(by=petra, asking=asking)
        return Page(letter.path, letter.code, enter=enter)

    return opened
