"""What an open page is told: exactly what changed, once, and from few questions to the database."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from analysis.board import actions
from analysis.board.models import Analysis, Element
from analysis.live.messages import MOST_STEPS, News, news_after, news_of
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.analysis.board.desk import analysis_of, card, make_board

from .saving import live

Login = Callable[[Person], Client]
DERIVED = {"beeld", "kringen", "verbanden", "rond"}


@pytest.fixture
def case(petra: Person) -> Case:
    return make_board(petra)


@pytest.fixture
def analysis(case: Case) -> Analysis:
    return analysis_of(case)


def told(case: Case, since: int) -> News:
    news = news_of(case, analysis_of(case).pk, since)
    assert news is not None
    return news


def test_a_change_is_told_with_its_piece_and_its_values(
    case: Case, analysis: Analysis, petra: Person
) -> None:
    one = actions.change_element(by=petra, element=card(case, "Ligt"), text="Ligt op de bank")
    message = told(case, analysis.version).since(analysis.version, may_write=True)
    assert message is not None
    assert list(message["fragments"]) == [f"kaartje-{one.pk}"] and message["gone"] == []
    assert message["fragments"][f"kaartje-{one.pk}"].startswith(
        f'<li class="bd-card et-domain--{one.domain}" id='
    )
    assert message["fields"][f"kaartje-{one.pk}"]["text"] == "Ligt op de bank"
    assert message["number"] == analysis.version + 1
    assert [len(keys) for keys in message["order"].values()][:4] == [1, 0, 1, 1]


def test_who_may_only_read_gets_no_buttons(case: Case, analysis: Analysis, petra: Person) -> None:
    one = actions.change_element(by=petra, element=card(case, "Ligt"), text="Ligt op de bank")
    news = told(case, analysis.version)
    both = [news.since(analysis.version, may_write) for may_write in (True, False)]
    html = [message["fragments"][f"kaartje-{one.pk}"] for message in both if message]
    assert "hx-get" in html[0] and "hx-get" not in html[1]


def test_what_hangs_together_is_told_together(case: Case, analysis: Analysis, petra: Person) -> None:
    one = card(case, "Ligt")
    actions.add_advice(by=petra, analysis=analysis, text="Rust", life_area="gezin", elements=[one])
    before = analysis_of(case).version
    actions.remove_element(by=petra, element=one)
    message = told(case, before).since(before, may_write=True)
    assert message is not None
    others = {f"kaartje-{pk}" for pk in Element.objects.values_list("pk", flat=True)}
    assert message["gone"] == [f"kaartje-{one.pk}"]
    assert others <= set(message["fragments"]), "they have links less"
    assert any(key.startswith("advies-") and "Ligt" not in html for key, html in message["fragments"].items())


def test_nothing_new_too_much_or_a_strange_number(case: Case, analysis: Analysis, petra: Person) -> None:
    now = analysis.version
    assert told(case, now).since(now, may_write=True) == {
        "number": now, "fragments": {}, "gone": [], "order": told(case, now).since(now, True)["order"], "fields": {},
    }  # type: ignore[index]  # fmt: skip
    assert told(case, now + 5).since(now + 5, may_write=True) is None
    assert told(case, 0).since(0, may_write=True) is None, "steps of before are not kept"
    Analysis.objects.filter(pk=analysis.pk).update(version=now + MOST_STEPS + 1)
    assert told(case, now).since(now, may_write=True) is None


def test_words_of_cards_are_told_from_two_questions(case: Case, analysis: Analysis, petra: Person) -> None:
    before = told(case, analysis.version)
    one = actions.change_element(by=petra, element=card(case, "Ligt"), text="Ligt op de bank")
    with CaptureQueriesContext(connection) as asked:
        after = news_after(before, analysis.version)
    assert after is not None and len(asked) == 2
    assert after.since(analysis.version, True) == told(case, analysis.version).since(analysis.version, True)
    assert [e.text for e in before.board.elements if e.pk == one.pk] != ["Ligt op de bank"], (
        "the old one stays"
    )


def test_anything_else_is_read_anew(case: Case, analysis: Analysis, petra: Person) -> None:
    before = told(case, analysis.version)
    one = card(case, "Ligt")
    actions.remove_element(by=petra, element=one)
    after = news_after(before, analysis.version)
    assert after is not None
    assert after.since(analysis.version, True) == told(case, analysis.version).since(analysis.version, True)
    actions.change_element(by=petra, element=card(case, "Sleutelt"), text="Sleutelt graag")
    last = news_after(after, analysis.version)
    assert last is not None and last.number == analysis.version + 2
    assert last.since(analysis.version, True) == told(case, analysis.version).since(analysis.version, True)


def test_a_page_without_a_stream_asks_now_and_then(
    case: Case, analysis: Analysis, petra: Person, as_: Login
) -> None:
    browser, address = as_(petra), live(case, "board_state")
    calm = browser.get(address, {"vanaf": analysis.version}).json()
    assert (calm["stand"], calm["beeld"]) == (None, None)
    assert [(one["name"], one["you"]) for one in calm["mensen"]["people"]] == [("Petra Nijboer", True)]
    actions.change_element(by=petra, element=card(case, "Ligt"), text="Ligt op de bank")
    moved = browser.get(address, {"vanaf": analysis.version}).json()
    assert moved["number"] == moved["stand"]["number"] == analysis.version + 1
    assert set(moved["beeld"]["fragments"]) == DERIVED
    assert browser.get(address, {"vanaf": 10**6}).json()["opnieuw"] is True
    assert browser.get(address, {"vanaf": "onzin", "tab": "onzin"}).json()["stand"] is None
    assert AuditEvent.objects.filter(event="analysis.read", case_number=case.number).exists()
