"""Undo of one's own last steps, also after others went on: their words stay."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from analysis.board import actions
from analysis.board.models import Analysis, Element, Explanation, Link
from analysis.live.models import Step
from analysis.live.undoing import undo_step
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import analysis_of, card

from .saving import live, save, text

Login = Callable[[Person], Client]


@pytest.fixture
def analysis(case: Case) -> Analysis:
    return analysis_of(case)


@pytest.fixture
def one(case: Case, petra: Person) -> Element:
    return actions.change_element(by=petra, element=card(case, "Ligt"), text="een twee drie vier")


def undo(browser: Client, case: Case, **more: Any) -> Any:
    return browser.post(live(case, "live_undo"), more)


def columns() -> list[tuple[str, str]]:
    """The cards column by column, in their order."""
    return sorted(Element.objects.values_list("kind", "text"), key=lambda row: row[0])


def test_words_go_back_and_those_of_others_stay(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    save(as_(petra), case, one, "EEN twee drie vier")
    one.refresh_from_db()
    save(as_(emre), case, one, "EEN twee drie vier vijf")
    answer = undo(as_(petra), case).json()
    assert answer["state"] == "undone" and "teruggedraaid" in answer["what"]
    assert answer["number"] == analysis_of(case).version
    assert text(one) == "een twee drie vier vijf"


def test_steps_go_back_one_by_one_and_then_there_is_nothing(
    case: Case, one: Element, petra: Person, as_: Login
) -> None:
    first, browser = card(case, "een twee").history.earliest("history_id").text, as_(petra)
    save(browser, case, one, "EEN twee drie vier")
    assert [undo(browser, case).json()["state"] for _ in range(3)] == ["undone", "undone", "nothing"]
    assert text(one) == first
    assert undo(browser, case).json()["what"] == "Er is niets van jou om terug te draaien."


def test_what_somebody_else_changed_since_is_not_taken_back(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    save(as_(petra), case, one, "EEN twee drie vier")
    one.refresh_from_db()
    save(as_(emre), case, one, "EENTJE twee drie vier")
    response = undo(as_(petra), case)
    assert (response.status_code, response.json()["state"]) == (409, "refused")
    assert "Emre Kaya" in response.json()["what"] and text(one) == "EENTJE twee drie vier"


def test_only_ones_own_steps(case: Case, one: Element, emre: Person, as_: Login) -> None:
    assert undo(as_(emre), case).json()["state"] == "nothing"


def test_a_step_by_its_number(case: Case, one: Element, petra: Person, as_: Login) -> None:
    browser = as_(petra)
    number = save(browser, case, one, "EEN twee drie vier")["number"]
    save(browser, case, card(case, "Sleutelt"), "Sleutelt graag")
    undo(browser, case, number=number)
    assert text(one) == "een twee drie vier" and card(case, "Sleutelt").text == "Sleutelt graag"
    assert undo(browser, case, number=number).json()["state"] == "nothing", "not twice"


def test_a_card_goes_and_comes(case: Case, analysis: Analysis, one: Element, petra: Person) -> None:
    links = Link.objects.count()
    actions.remove_element(by=petra, element=one)
    assert "“een twee drie vier” is terug" in undo_step(by=petra, analysis=analysis).what
    assert (Element.objects.filter(pk=one.pk).exists(), Link.objects.count()) == (True, links)
    made = actions.add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Weg hiermee")
    undo_step(by=petra, analysis=analysis)
    assert not Element.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("did", ["wrote", "linked"])
def test_a_card_in_which_another_went_on_stays(
    case: Case, analysis: Analysis, petra: Person, emre: Person, as_: Login, did: str
) -> None:
    made = actions.add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Weg hiermee")
    if did == "wrote":
        save(as_(emre), case, made, "Weg hiermee, of toch niet")
    else:
        actions.add_link(by=emre, analysis=analysis, source=made, target=card(case, "Ligt"), kind="versterkt")
    assert undo(as_(petra), case).status_code == 409
    assert Element.objects.filter(pk=made.pk).exists()


def test_a_move_goes_back_to_its_place_and_column(case: Case, analysis: Analysis, petra: Person) -> None:
    cards = [
        actions.add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text=f"Kaart {n}")
        for n in range(3)
    ]
    order = columns()
    actions.move_element(by=petra, element=cards[2], after=0)
    undo_step(by=petra, analysis=analysis)
    assert columns() == order
    actions.move_element(by=petra, element=cards[1], kind="in_stand_houdend", place=0)
    undo_step(by=petra, analysis=analysis)
    assert columns() == order


def test_links_explanations_advice_and_care_go_back(case: Case, analysis: Analysis, petra: Person) -> None:
    link = Link.objects.get(kind="dempt")
    actions.change_link(by=petra, link=link, kind="versterkt")
    undo_step(by=petra, analysis=analysis)
    link.refresh_from_db()
    assert link.kind == "dempt"
    explanation = Explanation.objects.create(analysis=analysis, text="Omdat", certainty="hypothese")
    actions.change_explanation(by=petra, explanation=explanation, text="Daarom", certainty="getoetst")
    undo_step(by=petra, analysis=analysis)
    explanation.refresh_from_db()
    assert (explanation.text, explanation.certainty) == ("Omdat", "hypothese")
    advice = actions.add_advice(
        by=petra, analysis=analysis, text="Rust", life_area="gezin", elements=[card(case, "Ligt")]
    )
    actions.change_advice(by=petra, advice=advice, text="Ritme", elements=[card(case, "Sleutelt")])
    undo_step(by=petra, analysis=analysis)
    advice.refresh_from_db()
    assert (advice.text, [e.text[:4] for e in advice.elements.all()]) == ("Rust", ["Ligt"])
    care = {"harmful_care": [], "positive_pattern": [], "profile": "", "climate": ["vast_gezicht"]}
    actions.set_picture_of_care(by=petra, analysis=analysis, **care)
    undo_step(by=petra, analysis=analysis)
    assert analysis_of(case).climate == []


def test_every_undo_is_a_step_of_its_own(case: Case, one: Element, petra: Person, as_: Login) -> None:
    save(as_(petra), case, one, "EEN twee drie vier")
    undone = Step.objects.latest("number")
    undo(as_(petra), case)
    step = Step.objects.latest("number")
    assert (step.undoes, step.what, step.number) == (undone, "change", undone.number + 1)
