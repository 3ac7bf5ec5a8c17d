"""Two people in the same words: both texts are kept, the second chooses, and nothing is there twice."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from analysis.board import actions
from analysis.board.models import Element
from analysis.live.conflicts import open_conflicts
from analysis.live.models import MOST_OPS, Conflict, Step
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import analysis_of, card

from .saving import live, save, text, words

Login = Callable[[Person], Client]


@pytest.fixture
def one(case: Case, petra: Person) -> Element:
    return actions.change_element(by=petra, element=card(case, "Ligt"), text="ligt op de bank")


@pytest.fixture
def clash(case: Case, one: Element, petra: Person, emre: Person, as_: Login) -> dict[str, Any]:
    """What Petra heard after Emre was before her in the same word."""
    save(as_(emre), case, one, "ligt op de vloer")
    answer: dict[str, Any] = save(as_(petra), case, one, "ligt op de grond")
    return answer


def choose(browser: Client, case: Case, clash: dict[str, Any], keep: str, **more: Any) -> Any:
    return browser.post(live(case, "live_settle", clash["conflict"]["id"]), {"keep": keep, **more})


def test_both_are_kept_and_only_the_second_is_asked(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, emre: Person
) -> None:
    assert clash["state"] == "conflict" and clash["value"] == text(one) == "ligt op de vloer"
    told = clash["conflict"]
    assert (told["mine"], told["theirs"], told["their_name"]) == (
        "ligt op de grond",
        "ligt op de vloer",
        "Emre Kaya",
    )
    assert open_conflicts(analysis_of(case), petra) == [told]
    assert open_conflicts(analysis_of(case), emre) == []


@pytest.mark.parametrize(
    ("keep", "stands"),
    [
        ("mine", "ligt op de grond"),
        ("theirs", "ligt op de vloer"),
        ("both", "ligt op de vloer grond"),
        ("own", "ligt op het kleed"),
    ],
)
def test_what_was_chosen_stands(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, as_: Login, keep: str, stands: str
) -> None:
    answer = choose(as_(petra), case, clash, keep, value="ligt op het kleed").json()
    assert (answer["state"], answer["value"], answer["conflict"]) == ("saved", stands, None)
    assert text(one) == stands
    assert open_conflicts(analysis_of(case), petra) == []
    assert Conflict.objects.get().mine == "ligt op de grond", "the words stay with the case"


def test_choosing_twice_is_choosing_once(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, as_: Login
) -> None:
    first = choose(as_(petra), case, clash, "both").json()
    steps = Step.objects.count()
    assert choose(as_(petra), case, clash, "both").json()["value"] == first["value"] == text(one)
    assert Step.objects.count() == steps


def test_who_types_on_adds_to_the_same_words(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, as_: Login
) -> None:
    answer = save(as_(petra), case, one, "ligt op de grond bij de hond")
    assert answer["conflict"]["id"] == clash["conflict"]["id"]
    assert Conflict.objects.get().mine == "ligt op de grond bij de hond"
    assert text(one) == "ligt op de vloer"


def test_a_save_that_arrives_late_does_not_take_back_newer_words(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    save(as_(emre), case, one, "ligt op de vloer")
    browser, address, late = as_(petra), live(case, "live_save"), words(one, "ligt op de grond")
    browser.post(address, late)
    save(browser, case, one, "ligt op de grond bij de hond")
    browser.post(address, late)
    assert Conflict.objects.get().mine == "ligt op de grond bij de hond"


def test_a_save_that_arrives_after_the_choice_changes_nothing(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    save(as_(emre), case, one, "ligt op de vloer")
    browser, address, sent = as_(petra), live(case, "live_save"), words(one, "ligt op de grond")
    clash = browser.post(address, sent).json()
    choose(browser, case, clash, "both")
    assert browser.post(address, sent).json()["state"] == "saved"
    assert text(one) == "ligt op de vloer grond" and Conflict.objects.count() == 1


def test_typing_what_the_other_wrote_settles_it(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, as_: Login
) -> None:
    assert save(as_(petra), case, one, "ligt op de vloer")["state"] == "saved"
    assert open_conflicts(analysis_of(case), petra) == []


def test_words_written_while_somebody_chose_are_kept(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, emre: Person, as_: Login
) -> None:
    one.refresh_from_db()
    save(as_(emre), case, one, "Ruben ligt op de vloer")
    answer = choose(as_(petra), case, clash, "mine").json()
    assert (answer["state"], answer["value"]) == ("merged", "Ruben ligt op de grond")


def test_and_when_they_are_in_the_same_place_one_is_asked_again(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, emre: Person, as_: Login
) -> None:
    one.refresh_from_db()
    save(as_(emre), case, one, "ligt op de mat")
    answer = choose(as_(petra), case, clash, "mine").json()
    assert (answer["state"], answer["conflict"]["theirs"]) == ("conflict", "ligt op de mat")
    assert choose(as_(petra), case, answer, "mine").json()["value"] == text(one) == "ligt op de grond"


def test_words_in_a_card_that_went_bring_it_back(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, emre: Person, as_: Login
) -> None:
    one.refresh_from_db()
    actions.remove_element(by=emre, element=one)
    assert choose(as_(petra), case, clash, "mine").json()["state"] == "saved"
    assert text(one) == "ligt op de grond"


def test_only_the_author_may_choose(
    case: Case, one: Element, clash: dict[str, Any], emre: Person, petra: Person, as_: Login
) -> None:
    assert choose(as_(emre), case, clash, "mine").status_code == 404
    assert as_(petra).post(live(case, "live_settle", 10**9), {"keep": "mine"}).status_code == 404
    assert choose(as_(petra), case, clash, "niets").status_code == 422
    assert text(one) == "ligt op de vloer"


def test_too_long_together_is_said(case: Case, one: Element, petra: Person, emre: Person, as_: Login) -> None:
    save(as_(emre), case, one, "a" * 400)
    clash = save(as_(petra), case, one, "b" * 400)
    response = choose(as_(petra), case, clash, "both")
    assert response.status_code == 422 and "te lang" in response.json()["why"][0]
    assert Conflict.objects.get().settled_at is None


def test_another_field_of_the_same_card_is_no_conflict(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, as_: Login
) -> None:
    answer = save(as_(petra), case, one, "Oma", field="said_by", op=uuid4())
    assert answer["state"] == "saved" and text(one) == "ligt op de vloer"


def test_a_page_that_opens_reads_ten_conflicts_with_as_many_questions_as_one(
    case: Case, one: Element, clash: dict[str, Any], petra: Person
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as questions:
            open_conflicts(analysis_of(case), petra)
        return len(questions)

    few = asked()
    for number in range(9):
        other = actions.add_element(
            by=petra, analysis=analysis_of(case), kind="klacht", domain="gezin", text=f"Kaart {number}"
        )
        Conflict.objects.create(
            analysis=analysis_of(case), piece="kaartje", part_id=other.pk, field="text", author=petra.user,
            base_version=1, theirs_version=1, mine="Anders",
        )  # fmt: skip
    assert asked() == few
    assert len(open_conflicts(analysis_of(case), petra)) == 10


def test_a_conflict_remembers_its_last_saves_and_no_more(
    case: Case, one: Element, clash: dict[str, Any], petra: Person, as_: Login
) -> None:
    Conflict.objects.update(ops=[uuid4() for _ in range(MOST_OPS)])
    op = uuid4()
    for _ in range(2):  # and sent again
        answer = save(as_(petra), case, one, "ligt op de grond en kijkt", op=op)
        assert answer["state"] == "conflict"
    row = Conflict.objects.get()
    assert len(row.ops) == MOST_OPS and row.ops[-1] == op and row.ops.count(op) == 1
    with pytest.raises(IntegrityError, match="conflict_few_ops"), transaction.atomic():
        Conflict.objects.update(ops=[*row.ops, uuid4()])
