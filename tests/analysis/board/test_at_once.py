"""Everybody at once: the row of the analysis is held, so that nothing is doubled, lost or left without a version."""

from uuid import uuid4

import pytest

from analysis.board import actions
from analysis.board.models import Analysis, Element
from analysis.live.models import Step
from expertteam.access.person import Person
from tests.cases.at_once import all_at_once
from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
AT_ONCE = 8


def test_one_form_sent_eight_times_makes_one_card(petra: Person) -> None:
    analysis, token = actions.analysis_of(make_case(petra)), uuid4()
    card = {"kind": "klacht", "domain": "gezin", "text": "Slaapt niet"}
    made = all_at_once(
        lambda n: actions.add_element(by=petra, analysis=analysis, form_token=token, **card).pk, AT_ONCE
    )
    assert len(set(made)) == 1
    assert Analysis.objects.get().version == 1


def test_eight_cards_get_eight_places_and_eight_versions(petra: Person) -> None:
    analysis = actions.analysis_of(make_case(petra))

    def add(number: int) -> Element:
        return actions.add_element(
            by=petra, analysis=analysis, kind="klacht", domain="gezin", text=f"Kaart {number}"
        )

    all_at_once(add, AT_ONCE)
    assert sorted(Element.objects.values_list("position", flat=True)) == list(range(AT_ONCE))
    assert Analysis.objects.get().version == AT_ONCE


def test_everybody_writes_in_one_card_and_every_word_is_there(petra: Person) -> None:
    analysis = actions.analysis_of(make_case(petra))
    words = [f"woord{number}" for number in range(AT_ONCE)]
    one = actions.add_element(
        by=petra, analysis=analysis, kind="klacht", domain="gezin", text=" . ".join("abcdefgh")
    )

    def write(number: int) -> None:
        text = one.text.replace("abcdefgh"[number], words[number])
        actions.change_element(by=petra, element=one, version=1, text=text)

    all_at_once(write, AT_ONCE)
    assert Element.objects.get().text == " . ".join(words)
    assert list(Step.objects.values_list("number", flat=True)) == list(range(1, AT_ONCE + 2))


def test_the_first_opening_makes_one_analysis(petra: Person) -> None:
    case = make_case(petra)
    assert len(set(all_at_once(lambda n: actions.analysis_of(case).pk, AT_ONCE))) == 1
