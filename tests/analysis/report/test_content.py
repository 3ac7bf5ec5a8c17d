"""What stands in a report, and when two reports are the same."""

import json
from datetime import date
from typing import Any

import pytest
import time_machine

from analysis.board.actions import add_element
from analysis.board.dissenting import add_dissent
from analysis.board.in_words import advice_numbers
from analysis.board.models import Analysis, Explanation
from analysis.report.content import NothingToReport, content_of, fingerprint_of
from analysis.report.models import Edition
from analysis.report.shown import missing
from cases.steering.models import Action
from expertteam.access.person import Person
from tests.factories import make_case

from .cases import load, only

pytestmark = pytest.mark.django_db
FAMILY, PROFESSIONALS = Edition.FAMILY, Edition.PROFESSIONALS


def test_the_family_edition_holds_the_whole_story(petra: Person) -> None:
    content = content_of(load(petra), FAMILY)
    assert content["young_person"]["name"] == "Ruben Oosterhuis"
    assert [voice["who"] for voice in content["question"]["voices"]] == [
        "Ruben",
        "De ouders van Ruben",
        "Fokje Tiemersma",
    ]
    assert content["explanations"][0]["text"].startswith("Elke vorm van druk")
    assert [ring["kind"] for ring in content["rings"]["texts"]] == ["negatief", "negatief", "positief"]
    assert [advice["number"] for advice in content["advices"]] == ["1", "2", "3", "4"]
    assert content["advices"][0]["because"] == [
        "Iedere hulpverlener komt met nieuwe doelen: het moet",
        "Is het overzicht kwijt en kan niets meer besluiten",
    ]
    assert len(content["actions"]) == 4
    assert content["shared"]["state"] == "gedeeld"
    assert content["analysis"]["version"] == 1


def test_the_family_edition_leaves_the_technical_list_out(petra: Person) -> None:
    case = load(petra)
    more = set(content_of(case, PROFESSIONALS)) - set(content_of(case, FAMILY))
    assert more == {"columns", "links", "situation", "care"}


def test_the_edition_for_professionals_has_sources_profile_and_climate(petra: Person) -> None:
    content = content_of(load(petra), PROFESSIONALS)
    cards = [card for column in content["columns"] for card in column["cards"]]
    assert len(cards) == 12
    assert {"zegt Ruben", "zegt een ouder", "dossier", "expert"} <= {card["says"] for card in cards}
    assert len(content["links"]) == 15
    care = {part["question"]: part["values"] for part in content["care"]}
    assert care["profiel"] == ["Ernstig autisme met bijkomende aandoeningen"]
    assert care["klimaat"][0] == "Vast gezicht"
    assert care["schadelijke_zorg"] == ["Aanpakken zonder analyse"]
    assert {"name": "Woont", "value": "Thuis"} in content["situation"]


def test_the_picture_is_told_in_full(petra: Person) -> None:
    content = content_of(load(petra), FAMILY)
    for sentence in (
        "“Vertrouwt zijn oude mentor” helpt “Vraagt zelf om hulp zodra er niets hoeft”.",
        "Dit houdt het vast · 1 van 2",
    ):
        assert sentence in content["picture"]["svg"]


def test_content_is_plain_json(petra: Person) -> None:
    content = content_of(load(petra), PROFESSIONALS)
    assert json.loads(json.dumps(content)) == content


def test_the_same_case_gives_the_same_fingerprint(petra: Person) -> None:
    case = load(petra)
    first, again = content_of(case, FAMILY), content_of(case, FAMILY, draw=False)
    assert fingerprint_of(first) == fingerprint_of(again)
    assert fingerprint_of(first) != fingerprint_of(content_of(case, PROFESSIONALS))


def test_a_change_anywhere_gives_another_fingerprint(petra: Person) -> None:
    case = load(petra)
    seen = {fingerprint_of(content_of(case, FAMILY))}
    Action.objects.filter(case=case).first().delete()  # type: ignore[union-attr]
    seen.add(fingerprint_of(content_of(case, FAMILY)))
    analysis = Analysis.objects.get(case=case)
    add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Slaapt slecht")
    seen.add(fingerprint_of(content_of(case, FAMILY)))
    assert len(seen) == 3


def test_age_is_the_age_of_the_day(petra: Person) -> None:
    case = load(petra)
    with time_machine.travel(date(2026, 9, 13)):
        assert content_of(case, FAMILY)["young_person"]["age"] == 17
    with time_machine.travel(date(2026, 9, 14)):
        assert content_of(case, FAMILY)["young_person"]["age"] == 18


def test_without_analysis_there_is_nothing_to_report(petra: Person) -> None:
    with pytest.raises(NothingToReport):
        content_of(make_case(petra), FAMILY)
    with pytest.raises(NothingToReport):
        content_of(load(petra, only(), lambda document: document.update(analyse={})), FAMILY)


def test_what_is_missing_is_said_kindly(petra: Person) -> None:
    def bare(document: dict[str, Any]) -> None:
        del document["analyse"]["verklaring"], document["analyse"]["verbanden"]

    sentences = missing(content_of(load(petra, only(), bare), FAMILY))
    for start in (
        "Er staat nog geen vraag",
        "De verklaring",
        "Er zijn nog geen kringen",
        "Er is nog geen advies",
    ):
        assert any(sentence.startswith(start) for sentence in sentences)
    assert missing(content_of(load(petra), FAMILY)) == []


@pytest.mark.parametrize(
    ("variants", "numbers"),
    [
        (["", "", ""], ["1", "2", "3"]),
        (["A", "B", "C", ""], ["1A", "1B", "1C", "2"]),
        (["A", "A", "B"], ["1A", "2A", "2B"]),
        (["", "B", "A"], ["1", "2B", "3A"]),
        ([], []),
    ],
)
def test_versions_of_an_advice_share_a_number(variants: list[str], numbers: list[str]) -> None:
    assert advice_numbers(variants) == numbers


def test_dropped_agreements_do_not_count(petra: Person) -> None:
    case = load(petra)
    Action.objects.filter(case=case, status="open").update(status="vervallen")
    assert len(content_of(case, FAMILY)["actions"]) == 3


def test_who_sees_it_differently_stands_in_the_edition_for_professionals_only(petra: Person) -> None:
    case = load(petra)
    about = Explanation.objects.get(analysis__case=case)
    before = fingerprint_of(content_of(case, PROFESSIONALS))
    add_dissent(by=petra, analysis=about.analysis, explanation=about, said_by="Rudy", text="Het is luiheid")
    told = content_of(case, PROFESSIONALS)
    assert told["explanations"][0]["dissents"] == [{"said_by": "Rudy", "text": "Het is luiheid"}]
    assert fingerprint_of(told) != before
    assert "dissents" not in content_of(case, FAMILY)["explanations"][0]
