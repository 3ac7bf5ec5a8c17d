"""Bringing back the whole or a piece: exactly as it was, said beforehand, traced, and itself to be undone."""

from contextlib import suppress
from random import Random
from typing import Any

import pytest
from django.utils import timezone

from analysis.board.actions import (
    add_advice,
    add_element,
    add_explanation,
    add_link,
    change_advice,
    change_element,
    change_explanation,
    change_link,
    move_advice,
    move_element,
    remove_advice,
    remove_element,
    remove_explanation,
    remove_link,
    set_picture_of_care,
)
from analysis.board.changes import NotAllowed, Stale
from analysis.board.dissenting import add_dissent, change_dissent, remove_dissent
from analysis.board.models import Advice, Analysis, Dissent, Element, Explanation, Link
from analysis.board.queries import board_of
from analysis.versions.actions import fix_version
from analysis.versions.content import state_of
from analysis.versions.models import Why
from analysis.versions.restoring import Moved, NotThere, bring_back_all, bring_back_part
from analysis.versions.stands import Stand, fixed_stand, past_stand
from analysis.versions.state import State
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent

from .desk import card, make_board

pytestmark = pytest.mark.django_db
KINDS = ["klacht", "ontstaan", "uitlokkend", "in_stand_houdend", "beschermend"]


def fresh(analysis: Analysis) -> Analysis:
    return Analysis.objects.select_related("case").get(pk=analysis.pk)


def now(analysis: Analysis) -> State:
    return state_of(board_of(analysis.case, fresh(analysis)))


def moment(analysis: Analysis) -> Stand:
    return past_stand(analysis.case, analysis, timezone.now())


def all_back(by: Person, analysis: Analysis, stand: Stand) -> bool:
    return bring_back_all(by=by, analysis=analysis, stand=stand, seen=fresh(analysis).version)


def something(by: Person, analysis: Analysis, chance: Random) -> None:
    """One thing somebody does on the board; what a rule forbids is not done."""

    def one(model: Any) -> Any:
        rows = list(model.objects.filter(analysis=analysis))
        return chance.choice(rows) if rows else None

    text, kind = f"woorden {chance.random():.6f}", chance.choice(KINDS)
    card, other, link, advice, told = one(Element), one(Element), one(Link), one(Advice), one(Explanation)
    view = one(Dissent)
    more, climate = chance.choice(["helpt", "dempt", "versterkt"]), chance.choice([["vast_gezicht"], []])
    both = [one for one in (card, other) if one]
    deeds: list[Any] = [
        lambda: add_element(by=by, analysis=analysis, kind=kind, domain="gezin", text=text),
        lambda: card and change_element(by=by, element=card, text=text, kind=kind),
        lambda: card and move_element(by=by, element=card, place=chance.randrange(4)),
        lambda: card and remove_element(by=by, element=card),
        lambda: card and add_link(by=by, analysis=analysis, source=card, target=other, kind=more),
        lambda: card and add_link(by=by, analysis=analysis, source=other, target=card, kind=more),
        lambda: link and change_link(by=by, link=link, kind=more),
        lambda: link and remove_link(by=by, link=link),
        lambda: add_advice(by=by, analysis=analysis, text=text, life_area="wonen", elements=both),
        lambda: advice and change_advice(by=by, advice=advice, text=text, elements=both),
        lambda: advice and move_advice(by=by, advice=advice, place=0),
        lambda: advice and remove_advice(by=by, advice=advice),
        lambda: add_explanation(by=by, analysis=analysis, text=text, certainty="hypothese"),
        lambda: told and remove_explanation(by=by, explanation=told),
        lambda: answer(by, analysis, climate),
        lambda: told and add_dissent(by=by, analysis=analysis, explanation=told, said_by="Rudy", text=text),
        lambda: view and change_dissent(by=by, dissent=view, text=text),
        lambda: view and remove_dissent(by=by, dissent=view),
    ]
    with suppress(NotAllowed):
        chance.choice(deeds)()


def answer(by: Person, analysis: Analysis, climate: list[str]) -> None:
    nothing: dict[str, Any] = {"harmful_care": [], "positive_pattern": [], "profile": ""}
    set_picture_of_care(by=by, analysis=analysis, climate=climate, **nothing)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_done_a_fixed_version_comes_back_exactly(petra: Person, seed: int) -> None:
    analysis, chance = make_board(petra), Random(seed)
    for _ in range(12):
        something(petra, analysis, chance)
    version = fix_version(by=petra, analysis=analysis, why="besproken")
    then, between = now(analysis), moment(analysis)
    for _ in range(25):
        something(petra, analysis, chance)
    later = now(analysis)
    all_back(petra, analysis, fixed_stand(analysis.case, version))
    assert now(analysis).is_same(then) and then.fingerprint == version.fingerprint
    kept = analysis.fixed_versions.filter(why=Why.BEFORE_RESTORE).get()
    all_back(petra, analysis, fixed_stand(analysis.case, kept))
    assert now(analysis).is_same(later), "and bringing back is undone"
    all_back(petra, analysis, between)
    back = now(analysis)
    assert set(back.cards) == set(then.cards) and set(back.links) == set(then.links)
    assert set(back.advices) == set(then.advices) and back.care == then.care
    assert set(back.dissents) == set(then.dissents)


def test_it_is_not_done_over_what_somebody_did_meanwhile(petra: Person, carla: Person) -> None:
    analysis = make_board(petra)
    version = fix_version(by=petra, analysis=analysis, why="besproken")
    change_element(by=petra, element=card(analysis, "Ligt"), text="Anders")
    seen = fresh(analysis).version
    add_element(by=carla, analysis=analysis, kind="klacht", domain="gezin", text="Ruzie")
    before, stand = now(analysis), fixed_stand(analysis.case, version)
    with pytest.raises(Moved):
        bring_back_all(by=petra, analysis=analysis, stand=stand, seen=seen)
    assert now(analysis) == before and analysis.fixed_versions.count() == 1


def test_a_second_click_changes_nothing(petra: Person) -> None:
    analysis = make_board(petra)
    stand = fixed_stand(analysis.case, fix_version(by=petra, analysis=analysis, why="besproken"))
    change_element(by=petra, element=card(analysis, "Ligt"), text="Anders")
    assert all_back(petra, analysis, stand) and not all_back(petra, analysis, stand)
    assert AuditEvent.objects.filter(event="version.brought_back").count() == 1


def test_a_card_comes_back_with_its_links_and_its_advice(petra: Person) -> None:
    analysis = make_board(petra)
    bank = card(analysis, "Ligt")
    add_advice(by=petra, analysis=analysis, text="Rust", life_area="wonen", elements=[bank])
    then, stand = now(analysis), moment(analysis)
    change_element(by=petra, element=bank, text="Iets anders")
    remove_element(by=petra, element=bank)
    plan = bring_back_part(by=petra, analysis=analysis, piece="kaartje", pk=bank.pk, stand=stand, seen=0)
    assert set(now(analysis).links) == set(then.links) and set(now(analysis).cards) == set(then.cards)
    assert now(analysis).advices == then.advices
    assert len(plan.sentences) == 3 and plan.told == ("Rust",) and not plan.left
    assert AuditEvent.objects.filter(event="version.part_brought_back").count() == 1


def test_what_cannot_come_back_is_said(petra: Person) -> None:
    analysis = make_board(petra)
    bank, druk, fiets = card(analysis, "Ligt"), card(analysis, "Steeds"), card(analysis, "Sleutelt")
    stand = moment(analysis)
    remove_element(by=petra, element=bank)
    remove_element(by=petra, element=druk)
    plan = bring_back_part(by=petra, analysis=analysis, piece="kaartje", pk=bank.pk, stand=stand, seen=0)
    assert [(one.source, one.target) for one in plan.links] == [(fiets.pk, bank.pk)]
    assert len(plan.left) == 2 and all("Het andere kaartje is er niet meer." in one for one in plan.left)


def test_a_link_that_lies_there_now_stays(petra: Person) -> None:
    analysis = make_board(petra)
    bank, stand = card(analysis, "Ligt"), moment(analysis)
    link = Link.objects.get(target=bank, kind="dempt")
    change_link(by=petra, link=link, kind="veroorzaakt")
    plan = bring_back_part(
        by=petra, analysis=analysis, piece="kaartje", pk=bank.pk, stand=stand, seen=bank.version
    )
    assert plan.changes_nothing and len(plan.left) == 1 and "blijft liggen" in plan.left[0]
    link.refresh_from_db()
    assert link.kind == "veroorzaakt"


def test_a_card_that_is_helped_now_cannot_become_a_problem_again(petra: Person) -> None:
    analysis = make_board(petra)
    bank, fiets = card(analysis, "Ligt"), card(analysis, "Sleutelt")
    Link.objects.filter(target=bank).delete()
    stand = moment(analysis)
    changed = change_element(by=petra, element=bank, kind="beschermend")
    add_link(by=petra, analysis=analysis, source=fiets, target=bank, kind="helpt")
    with pytest.raises(NotAllowed, match="helpt"):
        bring_back_part(
            by=petra, analysis=analysis, piece="kaartje", pk=bank.pk, stand=stand, seen=changed.version
        )


def test_a_piece_that_somebody_changed_meanwhile_is_left_alone(petra: Person, carla: Person) -> None:
    analysis = make_board(petra)
    told = add_explanation(by=petra, analysis=analysis, text="Eerst", certainty="hypothese")
    stand = moment(analysis)
    change_explanation(by=carla, explanation=told, text="Toen")
    with pytest.raises(Stale):
        bring_back_part(
            by=petra, analysis=analysis, piece="verklaring", pk=told.pk, stand=stand, seen=told.version
        )
    bring_back_part(
        by=petra, analysis=analysis, piece="verklaring", pk=told.pk, stand=stand, seen=told.version + 1
    )
    assert Explanation.objects.get().text == "Eerst"


def test_an_explanation_comes_back_with_who_sees_it_differently(petra: Person) -> None:
    analysis = make_board(petra)
    told = add_explanation(by=petra, analysis=analysis, text="Druk", certainty="hypothese")
    view = add_dissent(by=petra, analysis=analysis, explanation=told, said_by="Rudy", text="Hij is lui")
    stand, back = moment(analysis), {"by": petra, "analysis": analysis}
    remove_explanation(by=petra, explanation=told)
    with pytest.raises(NotAllowed, match="De verklaring"):
        bring_back_part(**back, piece="kijk", pk=view.pk, stand=stand, seen=0)
    plan = bring_back_part(**back, piece="verklaring", pk=told.pk, stand=stand, seen=0)
    assert [one.said_by for one in plan.dissents] == ["Rudy"] and now(analysis).is_same(stand.state)


def test_an_advice_hangs_on_what_is_still_there(petra: Person) -> None:
    analysis = make_board(petra)
    bank, druk = card(analysis, "Ligt"), card(analysis, "Steeds")
    advice = add_advice(by=petra, analysis=analysis, text="Rust", life_area="wonen", elements=[bank, druk])
    stand = moment(analysis)
    remove_advice(by=petra, advice=advice)
    remove_element(by=petra, element=druk)
    plan = bring_back_part(by=petra, analysis=analysis, piece="advies", pk=advice.pk, stand=stand, seen=0)
    assert plan.hung == (bank.pk,) and "er niet meer" in plan.left[0]
    assert [one.pk for one in Advice.objects.get().elements.all()] == [bank.pk]


def test_what_was_not_there_cannot_come_back(petra: Person) -> None:
    analysis = make_board(petra)
    stand = moment(analysis)
    new = add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Ruzie")
    with pytest.raises(NotThere):
        bring_back_part(
            by=petra, analysis=analysis, piece="kaartje", pk=new.pk, stand=stand, seen=new.version
        )
