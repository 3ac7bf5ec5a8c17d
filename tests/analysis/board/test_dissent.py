"""Somebody sees an explanation differently: by name, in their words, under the explanation it is about."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from analysis.board.actions import add_explanation, remove_explanation, restore_explanation
from analysis.board.changes import Gone
from analysis.board.dissenting import add_dissent, remove_dissent, restore_dissent
from analysis.board.models import Dissent, Explanation
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import HTMX, analysis_of, board_url, make_board, text_of, url

pytestmark = pytest.mark.django_db
Login = Callable[[Person], Client]
NAMES = ["Hassan", "نور الهدى", "'; DROP TABLE analysis_dissent; --", "🙂", "x" * 200]


@pytest.fixture
def case(petra: Person) -> Case:
    return make_board(petra)


@pytest.fixture
def about(case: Case, petra: Person) -> Explanation:
    return add_explanation(
        by=petra, analysis=analysis_of(case), text="Druk maakt het erger", certainty="hypothese"
    )


def data(about: Explanation, **given: object) -> dict[str, object]:
    return {
        "said_by": "Hassan",
        "text": "Rust helpt hem juist niet",
        "explanation": about.pk,
        "form_token": uuid4(),
        **given,
    }


@pytest.mark.parametrize("name", NAMES)
def test_it_stands_under_its_explanation_with_the_name(
    case: Case, about: Explanation, petra: Person, as_: Login, name: str
) -> None:
    browser = as_(petra)
    browser.post(url(case, "new", "kijk"), data(about, said_by=name))
    assert [(one.said_by, one.explanation) for one in Dissent.objects.all()] == [(name, about)]
    assert "ziet dit anders" in text_of(browser.get(board_url(case)))
    assert "Rust helpt hem juist niet" in text_of(browser.get(url(case, "board_list")))


def test_a_double_click_writes_it_once(case: Case, about: Explanation, petra: Person, as_: Login) -> None:
    sent = data(about)
    for _ in range(2):
        as_(petra).post(url(case, "new", "kijk"), sent)
    assert Dissent.objects.count() == 1


def test_a_name_and_words_are_needed(case: Case, about: Explanation, petra: Person, as_: Login) -> None:
    answer = as_(petra).post(url(case, "new", "kijk"), data(about, said_by=" "), headers=HTMX)
    assert answer.status_code == 422
    assert "Rust helpt hem juist niet" in text_of(answer)


def test_the_explanation_was_taken_away(case: Case, about: Explanation, petra: Person, as_: Login) -> None:
    remove_explanation(by=petra, explanation=about)
    answer = as_(petra).post(url(case, "new", "kijk"), data(about), headers=HTMX)
    assert answer.status_code == 422
    assert "Rust helpt hem juist niet" in text_of(answer)


def test_nobody_is_proposed(case: Case, about: Explanation, petra: Person, as_: Login) -> None:
    add_dissent(by=petra, analysis=analysis_of(case), explanation=about, said_by="Hassan", text="Anders")
    form = text_of(as_(petra).get(url(case, "new", "kijk") + f"?bij={about.pk}", headers=HTMX))
    assert "Hassan" not in form and "<datalist" not in form
    assert 'autocomplete="off"' in form


def test_it_goes_and_comes_back_with_its_explanation(case: Case, about: Explanation, petra: Person) -> None:
    analysis = analysis_of(case)
    add_dissent(by=petra, analysis=analysis, explanation=about, said_by="Hassan", text="Anders")
    removed = remove_explanation(by=petra, explanation=about)
    assert not Dissent.objects.exists()
    restore_explanation(by=petra, analysis=analysis, removed=removed)
    assert [one.said_by for one in Dissent.objects.filter(explanation=about.pk)] == ["Hassan"]


def test_it_does_not_come_back_without_its_explanation(case: Case, about: Explanation, petra: Person) -> None:
    analysis = analysis_of(case)
    one = add_dissent(by=petra, analysis=analysis, explanation=about, said_by="Hassan", text="Anders")
    removed = remove_dissent(by=petra, dissent=one)
    remove_explanation(by=petra, explanation=about)
    with pytest.raises(Gone):
        restore_dissent(by=petra, analysis=analysis, removed=removed)


def test_the_database_keeps_it_within_one_analysis(case: Case, about: Explanation, petra: Person) -> None:
    other = analysis_of(make_board(petra, first_name="Fenna"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Dissent.objects.create(analysis=other, explanation=about, said_by="Hassan", text="Anders")
