"""Words are saved while people type: merged, never written twice, and never thrown away."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from analysis.board import actions
from analysis.board.models import Advice, Element, Explanation, Link
from analysis.live.models import Conflict, Step
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.analysis.board.desk import analysis_of, card, make_board

from .saving import live, save, text, words

Login = Callable[[Person], Client]
AUTOSAVE = {"X-Autosave": "1"}


@pytest.fixture
def one(case: Case, petra: Person) -> Element:
    """A card with six words."""
    element = card(case, "Ligt")
    return actions.change_element(by=petra, element=element, text="een twee drie vier vijf zes")


def test_one_field_is_saved(case: Case, one: Element, petra: Person, as_: Login) -> None:
    before = analysis_of(case).version
    answer = save(as_(petra), case, one, "een twee drie")
    assert answer == {
        "state": "saved", "version": 3, "value": "een twee drie", "number": before + 1, "conflict": None,
    }  # fmt: skip
    assert text(one) == "een twee drie"
    step = Step.objects.latest("number")
    assert (step.what, step.piece, step.part_id, step.part_version, step.field, step.by) == (
        "change", "kaartje", one.pk, 3, "text", petra.user,
    )  # fmt: skip


def test_two_people_in_one_text_both_keep_their_words(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    save(as_(emre), case, one, "EEN twee drie vier vijf zes")
    answer = save(as_(petra), case, one, "een twee drie vier vijf zes ZEVEN")
    assert (answer["state"], answer["value"]) == ("merged", "EEN twee drie vier vijf zes ZEVEN")
    assert text(one) == answer["value"]


def test_the_same_save_twice_is_one_save_with_one_answer(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    sent = words(one, "een twee drie vier vijf zes ZEVEN")
    browser, address = as_(petra), live(case, "live_save")
    first = browser.post(address, sent).json()
    save(as_(emre), case, one, "EEN twee drie vier vijf zes")
    steps = Step.objects.count()
    assert browser.post(address, sent).json() == first
    assert Step.objects.count() == steps
    assert text(one) == "EEN twee drie vier vijf zes ZEVEN"


def test_a_lost_answer_costs_no_words(case: Case, one: Element, petra: Person, as_: Login) -> None:
    """The browser did not hear that it was saved, and goes on from the old version."""
    browser = as_(petra)
    save(browser, case, one, "een twee drie vier vijf zes zeven")
    answer = save(browser, case, one, "een twee drie vier vijf zes zeven acht")
    assert answer["value"] == text(one) == "een twee drie vier vijf zes zeven acht"


def test_what_is_the_same_already_is_no_change(case: Case, one: Element, petra: Person, as_: Login) -> None:
    steps = Step.objects.count()
    answer = save(as_(petra), case, one, "  een twee drie vier vijf zes \n")
    assert (answer["state"], answer["version"], Step.objects.count()) == ("saved", one.version, steps)


@pytest.mark.parametrize(
    ("piece", "field", "value"),
    [
        ("kaartje", "kind", "in_stand_houdend"),
        ("kaartje", "domain", "gezin"),
        ("kaartje", "source", ""),
        ("kaartje", "said_by", "Oma ‮Fatima‬ 🐴"),
        ("verklaring", "certainty", "betwist"),
        ("verklaring", "test", "Een week zonder"),
        ("advies", "life_area", "wonen"),
        ("advies", "owner_name", "'; DROP TABLE casus;--"),
        ("advies", "variant", "B"),
    ],
)
def test_every_field_that_saves_itself(
    case: Case, petra: Person, as_: Login, piece: str, field: str, value: str
) -> None:
    analysis = analysis_of(case)
    parts = {
        "kaartje": card(case, "Ligt"),
        "verklaring": Explanation.objects.create(analysis=analysis, text="Omdat", certainty="hypothese"),
        "advies": Advice.objects.create(analysis=analysis, text="Rust", life_area="gezin"),
    }
    save(as_(petra), case, parts[piece], value, field=field)
    parts[piece].refresh_from_db()
    assert getattr(parts[piece], field) == value.strip()


def test_of_a_choice_the_later_one_counts(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    save(as_(emre), case, one, "gezin", field="domain")
    answer = save(as_(petra), case, one, "hulpverlening", field="domain")
    assert (answer["state"], answer["value"]) == ("saved", "hulpverlening")


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("text", " \n ", "moet iets staan"),
        ("text", "x" * 501, "te lang"),
        ("kind", "verzonnen", "niet in de lijst"),
        ("domain", "", "niet in de lijst"),
        ("analysis", "1", "kennen we niet"),
        ("text", "nul\x00teken", ""),
    ],
)
def test_what_may_not_stand_there_is_refused_with_a_sentence(
    case: Case, one: Element, petra: Person, as_: Login, field: str, value: str, why: str
) -> None:
    response = as_(petra).post(live(case, "live_save"), words(one, value, field=field))
    assert response.status_code == 422
    assert response.json()["state"] == "refused" and why in " ".join(response.json()["why"])
    assert text(one) == "een twee drie vier vijf zes"


def test_what_is_helped_stays_a_strength(case: Case, petra: Person, as_: Login) -> None:
    strength, other = card(case, "Sleutelt"), actions.add_element(
        by=petra, analysis=analysis_of(case), kind="beschermend", domain="gezin", text="Opa"
    )  # fmt: skip
    Link.objects.create(analysis=analysis_of(case), source=other, target=strength, kind="helpt")
    response = as_(petra).post(live(case, "live_save"), words(strength, "klacht", field="kind"))
    assert response.status_code == 422 and "Opa" in response.json()["why"][0]


def test_a_card_that_was_taken_away_comes_back_with_the_words_and_its_links(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    links = Link.objects.count()
    actions.remove_element(by=emre, element=one)
    answer = save(as_(petra), case, one, "een twee drie vier vijf zes en nog veel meer")
    assert answer["state"] == "restored"
    assert text(one) == "een twee drie vier vijf zes en nog veel meer"
    assert Link.objects.count() == links
    step = Step.objects.latest("number")
    assert (step.what, step.part_version) == ("restore", one.version)


def test_two_people_in_a_card_that_was_taken_away(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    actions.remove_element(by=petra, element=one)
    save(as_(petra), case, one, "een twee drie vier vijf zes ZEVEN")
    answer = save(as_(emre), case, one, "NUL een twee drie vier vijf zes")
    assert answer["value"] == text(one) == "NUL een twee drie vier vijf zes ZEVEN"


def test_a_card_in_which_nothing_was_written_stays_away(
    case: Case, one: Element, petra: Person, as_: Login
) -> None:
    actions.remove_element(by=petra, element=one)
    response = as_(petra).post(live(case, "live_save"), words(one, one.text))
    assert (response.status_code, response.json()["state"]) == (404, "gone")
    assert not Element.objects.filter(pk=one.pk).exists()


def test_a_card_of_another_case_is_out_of_reach(case: Case, petra: Person, as_: Login) -> None:
    other = card(make_board(petra, first_name="Fenna"), "Ligt")
    response = as_(petra).post(live(case, "live_save"), words(other, "Van ons"))
    assert response.status_code == 404
    assert "Van ons" not in text(other)


def test_an_expired_login_says_so_and_a_person_without_the_right_too(
    case: Case, one: Element, carla: Person, as_: Login
) -> None:
    assert Client().post(live(case, "live_save"), words(one, "x"), headers=AUTOSAVE).status_code == 401
    assert as_(carla).post(live(case, "live_save"), words(one, "x"), headers=AUTOSAVE).status_code == 403


def test_the_trace_has_a_line_for_who_types_and_not_one_for_every_word(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    def lines() -> int:
        return AuditEvent.objects.filter(event="analysis.changed", case_number=case.number).count()

    before, browser, said = lines(), as_(emre), "een twee drie vier vijf zes"
    for word in ("zeven", "acht", "negen"):
        said += f" {word}"
        answer = save(browser, case, one, said)
        one.version = answer["version"]
    assert lines() == before + 1
    save(as_(petra), case, one, f"nul {said}")
    assert lines() == before + 1, "she wrote in this card a moment ago, with a form"
    save(browser, case, card(case, "Sleutelt"), "Sleutelt graag")
    assert lines() == before + 2


def test_a_strange_number_of_the_browser_is_refused(
    case: Case, one: Element, petra: Person, as_: Login
) -> None:
    for wrong in ({"op": "x"}, {"pk": "-1"}, {"version": "9" * 30}, {"piece": "verband"}):
        response = as_(petra).post(live(case, "live_save"), words(one, "x", **{"op": uuid4(), **wrong}))
        assert response.status_code == 422, wrong


def test_words_that_fit_apart_but_not_together_wait(
    case: Case, one: Element, petra: Person, emre: Person, as_: Login
) -> None:
    save(as_(emre), case, one, "a" * 300 + " " + one.text)
    answer = save(as_(petra), case, one, one.text + " " + "b" * 300)
    assert answer["state"] == "conflict"
    assert Conflict.objects.get().mine.endswith("b" * 300)


def test_one_number_is_of_one_save(case: Case, one: Element, petra: Person, as_: Login) -> None:
    """The number of a save of one field does not answer for another field or another piece."""
    browser, op, other = as_(petra), uuid4(), card(case, "Sleutelt")
    save(browser, case, one, "een twee", op=op)
    for part, field in ((one, "said_by"), (other, "text")):
        answer = browser.post(live(case, "live_save"), words(part, "Iets anders", field=field, op=op))
        assert (answer.status_code, answer.json()["state"]) == (422, "refused")
    assert text(one) == "een twee" and text(other).startswith("Sleutelt")
