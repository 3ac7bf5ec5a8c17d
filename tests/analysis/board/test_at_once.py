"""Everybody at once: the row of the analysis is held, so that nothing is doubled, lost or left without a version."""

from uuid import uuid4

import pytest

from analysis.board import actions, lease
from analysis.board.models import Analysis, Element
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
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


def test_one_of_two_begins_to_write(petra: Person, carla: Person) -> None:
    analysis = actions.analysis_of(make_case(petra))

    def begin(number: int) -> str:
        try:
            lease.take(by=(petra, carla)[number % 2], analysis=Analysis.objects.get())
        except lease.LeaseTaken as taken:
            return f"nee, {taken.name}"
        return (petra, carla)[number % 2].user.name

    said = all_at_once(begin, 2)
    analysis.refresh_from_db()
    assert analysis.editor is not None
    assert sorted(said) == sorted([analysis.editor.name, f"nee, {analysis.editor.name}"])
    assert AuditEvent.objects.filter(event="analysis.edit_started").count() == 1


def test_the_first_opening_makes_one_analysis(petra: Person) -> None:
    case = make_case(petra)
    assert len(set(all_at_once(lambda n: actions.analysis_of(case).pk, AT_ONCE))) == 1
