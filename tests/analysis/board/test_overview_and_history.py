"""What the overview and the history of a case tell of its analysis."""

from collections.abc import Callable

from django.test import Client

from analysis.board import actions
from analysis.board.models import Link
from analysis.sharing.actions import record_answer
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.analysis.board.desk import analysis_of, card, make_board, text_of
from tests.factories import make_case

Login = Callable[[Person], Client]


def overview(browser: Client, number: str) -> str:
    return text_of(browser.get(f"/casussen/{number}/"))


def history(browser: Client, number: str) -> str:
    return text_of(browser.get(f"/casussen/{number}/geschiedenis/"))


def test_explanation_advice_and_sharing_in_words(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    analysis = analysis_of(case)
    actions.add_explanation(
        by=petra, analysis=analysis, text="Druk neemt het overzicht af", certainty="getoetst"
    )
    actions.add_advice(by=petra, analysis=analysis, text="Drie maanden niets", life_area="wonen", variant="B")
    mother = Participant.objects.create(case=case, name="Anja", role="ouder", parental_authority="ja")
    record_answer(by=petra, analysis=analysis, participant=mother, verdict="nee")
    page = overview(as_(petra), case.number)
    for words in (
        "Druk neemt het overzicht af",
        "getoetst",
        "Versie B: Drie maanden niets",
        "Anja zegt nee.",
    ):
        assert words in page


def test_a_case_without_analysis_invites_to_begin(petra: Person, carla: Person, as_: Login) -> None:
    case = make_case(petra)
    assert "Begin met wat jullie zien" in overview(as_(petra), case.number)
    assert "Onze verklaring" not in overview(as_(carla), case.number)


def test_who_may_not_read_analyses_sees_nothing_of_it(petra: Person, sietske: Person, as_: Login) -> None:
    case = make_board(petra)
    actions.add_explanation(by=petra, analysis=analysis_of(case), text="Druk", certainty="getoetst")
    actions.change_element(by=petra, element=card(case, "Ligt"), text="Ligt stil")
    assert "Onze verklaring" not in overview(as_(sietske), case.number)
    assert "Ligt stil" not in history(as_(sietske), case.number)


def test_the_history_tells_cards_links_and_answers(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    analysis = analysis_of(case)
    actions.change_element(by=petra, element=card(case, "Ligt"), text="Ligt stil op de bank")
    actions.change_link(by=petra, link=Link.objects.get(kind="dempt"), kind="versterkt")
    actions.remove_element(by=petra, element=card(case, "Sleutelt"))
    mother = Participant.objects.create(case=case, name="Anja", role="ouder")
    record_answer(by=petra, analysis=analysis, participant=mother, verdict="ja")
    page = history(as_(petra), case.number)
    for words in (
        "Ligt stil op de bank",
        "haalde het kaartje ‘Sleutelt graag aan fietsen’ weg",
        "‘Sleutelt graag aan fietsen – versterkt – Ligt stil op de bank’",
        "schreef op wat Anja van de analyse vindt",
        "Petra Nijboer",
    ):
        assert words in page
