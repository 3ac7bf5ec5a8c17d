"""A script that goes on and on makes no board that nobody can open any more."""

from collections.abc import Callable

import pytest
from django.test import Client

from analysis.board import changes
from analysis.board.models import Element
from expertteam.access.person import Person
from tests.analysis.board.desk import analysis_of, make_board


def test_a_board_is_full_one_day_and_says_so(
    petra: Person, as_: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_board(petra)
    cards = Element.objects.filter(analysis=analysis_of(case))
    monkeypatch.setattr(changes, "MOST_PIECES", cards.count() + 1)
    address = f"/casussen/{case.number}/analyse/kaartje/nieuw/"
    card = {"kind": "klacht", "domain": "gezin", "text": "Nog een", "source": "", "said_by": ""}
    before = cards.count()
    assert as_(petra).post(address, card).status_code == 302
    refused = as_(petra).post(address, {**card, "text": "En nog een"})
    assert refused.status_code in (409, 422) and "Het bord is vol" in refused.content.decode()
    assert "En nog een" in refused.content.decode(), "what was typed is not lost"
    assert cards.count() == before + 1
