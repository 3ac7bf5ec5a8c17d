"""Explanations, advice and the picture of care, with plain forms."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from analysis.board.models import Advice, Explanation
from cases.choices.models import Choice
from cases.choices.queries import forget
from expertteam.access.person import Person
from tests.analysis.board.desk import (
    HTMX,
    advice_data,
    analysis_of,
    board_url,
    card,
    make_board,
    text_of,
    url,
)

Login = Callable[[Person], Client]
EXPLANATION = {"text": "Druk neemt het overzicht af.", "certainty": "hypothese", "test": "Hij vraagt zelf"}


@pytest.fixture(autouse=True)
def _answers_of_this_test() -> Iterator[None]:
    yield
    forget()


def test_several_explanations_each_with_certainty_and_test(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "new", "verklaring"), EXPLANATION)
    browser.post(
        url(case, "new", "verklaring"), {**EXPLANATION, "text": "Iets anders", "certainty": "betwist"}
    )
    page = text_of(browser.get(board_url(case)))
    assert "hypothese" in page and "betwist" in page and "Hij vraagt zelf" in page
    assert Explanation.objects.count() == 2


def test_line_ends_of_an_explanation_stay(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    as_(petra).post(url(case, "new", "verklaring"), {**EXPLANATION, "text": "Eén\r\n\r\nTwee"})
    assert Explanation.objects.get().text == "Eén\n\nTwee"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": ""}, "Vul dit in."),
        ({"text": "x" * 5001}, "er passen er 5000"),
        ({"certainty": ""}, "Kies een antwoord."),
        ({"test": "x" * 501}, "er passen er 500"),
    ],
)
def test_a_wrong_explanation_comes_back(petra: Person, as_: Login, wrong: dict[str, str], words: str) -> None:
    response = as_(petra).post(url(make_board(petra), "new", "verklaring"), {**EXPLANATION, **wrong})
    assert response.status_code == 422
    assert words in text_of(response)


def test_two_tabs_on_one_explanation(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "new", "verklaring"), EXPLANATION)
    address = url(case, "edit", "verklaring", Explanation.objects.get().pk)
    browser.post(address, {**EXPLANATION, "text": "Eerst", "version": 1})
    response = browser.post(address, {**EXPLANATION, "text": "Daarna", "version": 1}, headers=HTMX)
    page = text_of(response)
    assert response.status_code == 409
    assert "Eerst" in page and "Daarna" in page
    assert response["HX-Retarget"].startswith("#form-verklaring-")


def test_advice_hangs_on_cards(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    hook = card(case, "Steeds")
    sent = advice_data(text="Drie maanden niets", elements=[hook.pk], owner_name="Gea", variant="A")
    browser.post(url(case, "new", "advies"), sent)
    advice = Advice.objects.get()
    assert ([one.pk for one in advice.elements.all()], advice.owner_name) == ([hook.pk], "Gea")
    page = text_of(browser.get(board_url(case)))
    assert "Versie A" in page and f'<a href="#kaartje-{hook.pk}" dir="auto">' in page


def test_advice_without_a_card_is_kept_and_named_as_a_gap(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "new", "advies"), advice_data(text="Zomaar iets"))
    assert "Dit advies hangt nog nergens aan: “Zomaar iets”" in text_of(browser.get(board_url(case)))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": "x" * 1001}, "er passen er 1000"),
        ({"life_area": ""}, "Kies een antwoord."),
        ({"life_area": "onzin"}, "staat niet in de lijst"),
        ({"kaartjes": ["999999"]}, "Dit kaartje is er niet meer"),
        ({"variant": "D"}, "staat niet in de lijst"),
    ],
)
def test_wrong_advice_comes_back(petra: Person, as_: Login, wrong: dict[str, object], words: str) -> None:
    response = as_(petra).post(url(make_board(petra), "new", "advies"), advice_data(**wrong))
    assert response.status_code == 422
    assert words in text_of(response)
    assert not Advice.objects.exists()


def test_advice_changes_cards_and_order(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    for text in ("Eerst", "Dan"):
        browser.post(url(case, "new", "advies"), advice_data(text=text, elements=[card(case, "Ligt").pk]))
    second = Advice.objects.get(text="Dan")
    browser.post(url(case, "move", "advies", second.pk), {"richting": "omhoog"})
    assert [one.text for one in analysis_of(case).advices.all()] == ["Dan", "Eerst"]
    second.refresh_from_db()
    sent = advice_data(text="Dan", elements=[card(case, "Sleutelt").pk], version=second.version)
    assert browser.post(url(case, "edit", "advies", second.pk), sent).status_code == 302
    assert second.elements.get().text.startswith("Sleutelt")


def test_advice_is_taken_away_and_brought_back(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "new", "advies"), advice_data(elements=[card(case, "Ligt").pk]))
    one = Advice.objects.get()
    page = text_of(browser.post(url(case, "remove", "advies", one.pk), {"version": 1}, follow=True))
    what = page.split('name="wat" value="')[1].split('"')[0]
    browser.post(url(case, "board_undo"), {"wat": what})
    assert Advice.objects.get(pk=one.pk).elements.get() == card(case, "Ligt")


def test_an_explanation_has_no_order(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "new", "verklaring"), EXPLANATION)
    address = url(case, "move", "verklaring", Explanation.objects.get().pk)
    assert browser.post(address, {"richting": "omhoog"}, headers=HTMX).status_code == 409


def test_care_pattern_profile_and_climate(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    sent = {
        "harmful_care": ["aanpakken_zonder_analyse"],
        "positive_pattern": ["veerkracht", "zelfvertrouwen"],
        "profile": "ernstige_fasd",
        "climate": ["vast_gezicht"],
        "version": 0,
    }
    assert browser.post(url(case, "care"), sent).status_code == 302
    page = text_of(browser.get(board_url(case)))
    for words in ("Aanpakken zonder analyse", "Veerkracht", "Ernstige FASD", "Vast gezicht"):
        assert words in page


def test_no_answer_is_no_answer(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    as_(petra).post(url(case, "care"), {"version": 0})
    analysis = analysis_of(case)
    assert (analysis.profile, analysis.climate, analysis.care_version) == ("", [], 0)


def test_two_tabs_on_care(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "care"), {"climate": ["vast_gezicht"], "version": 0})
    response = browser.post(url(case, "care"), {"climate": ["kleine_groep"], "version": 0})
    assert response.status_code == 302
    assert analysis_of(case).climate == ["vast_gezicht", "kleine_groep"]
    browser.post(url(case, "care"), {"climate": ["vast_gezicht"], "version": 2})
    browser.post(
        url(case, "care"),
        {"profile": "grens_forensisch", "climate": ["vast_gezicht", "kleine_groep"], "version": 2},
    )
    assert analysis_of(case).climate == ["vast_gezicht"], "what one took away, the other did not give back"


def test_a_card_changed_in_another_tab_is_no_conflict_for_care(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "new", "verklaring"), EXPLANATION)
    assert browser.post(url(case, "care"), {"climate": ["vast_gezicht"], "version": 0}).status_code == 302


def test_an_answer_of_the_own_team_is_offered(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    Choice.objects.create(
        question="klimaat", code="bij_de_boer", label="Bij de boer", position=99, team=case.team
    )
    forget()
    assert "Bij de boer" in text_of(as_(petra).get(url(case, "care")))


def test_a_retired_answer_stays_where_it_was_given(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    browser.post(url(case, "care"), {"climate": ["kleine_groep"], "version": 0})
    Choice.objects.filter(code__in=["kleine_groep", "dicht_bij_huis"]).update(retired_on="2026-01-01")
    forget()
    page = text_of(browser.get(url(case, "care")))
    assert "Kleine groep" in page and "Dicht bij huis" not in page


def test_a_kind_the_rings_do_not_know_is_never_offered(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    for question in ("element_soort", "link_soort"):
        Choice.objects.create(
            question=question, code="eigen", label="Eigen soort", position=99, team=case.team
        )
    forget()
    for piece, more in (("kaartje", f"{card(case, 'Ligt').pk}/"), ("verband", "nieuw/")):
        assert "Eigen soort" not in text_of(as_(petra).get(f"{board_url(case)}{piece}/{more}"))


def test_no_field_hides_what_a_form_is_in_a_browser(petra: Person, as_: Login) -> None:
    """A field called «elements» makes `form.elements` that field, and words typed beside it are found by nobody."""
    case, browser = make_board(petra), as_(petra)
    for piece in ("kaartje", "verband", "verklaring", "advies"):
        names = re.findall(r'\bname="([^"]+)"', browser.get(url(case, "new", piece)).content.decode())
        assert names and not {"elements", "action", "method", "id", "name", "submit"} & set(names)
