"""The plans in a report: in both editions what each may know; a report of before stays what it was."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.template.loader import render_to_string

from analysis.report.content import content_of, fingerprint_of
from analysis.report.models import Edition
from analysis.report.shown import shown_content
from cases.casefile.models import Case
from cases.plans.binding.actions import BindingData, ExplanationData, agree, ask_explanation
from cases.plans.dilemma.actions import (
    OptionData,
    PartyData,
    begin_dilemma,
    change_dilemma,
    set_options,
    set_parties,
)
from cases.plans.future.actions import PlanData, change_plan, start_plan
from cases.plans.tailored.actions import FundData, SolutionData, add_solution
from expertteam.access.person import Person

from .cases import load

pytestmark = pytest.mark.django_db
FAMILY, PROFESSIONALS = Edition.FAMILY, Edition.PROFESSIONALS


def with_plans(by: Person) -> Case:
    """The invented case with one of every plan."""
    case = load(by)
    agree(by=by, case=case, data=BindingData(True, "Gemeente Midden-Groningen", date(2026, 3, 2)))
    told = ExplanationData(
        "Joke Mulder, Elker", date(2026, 5, 1), date(2026, 5, 4), "Eerst rust, dan school."
    )
    ask_explanation(by=by, case=case, data=told)
    wanted = SolutionData(
        "Buiten werken met dieren", maker="Zorgboerderij De Hoef", rule="Onderwijsgeld mag niet naar een boerderij",
        rule_lifter="Marije Dijk", ends_on=date(2027, 7, 1), way_back="Zijn bed blijft vrij",
    )  # fmt: skip
    add_solution(by=by, case=case, data=wanted, funds=[FundData("jeugdwet", Decimal(12500))])
    change_plan(
        by=by, plan=start_plan(by=by, case=case), data=PlanData(staying="Mentor Jelle", help_after=["wmo"])
    )
    dilemma = begin_dilemma(by=by, case=case, question="Laten we de deur open?")
    set_parties(by=by, dilemma=dilemma, parties=[PartyData("Ruben", "Zelf kunnen gaan")])
    set_options(by=by, dilemma=dilemma, options=[OptionData("De deur blijft open", "Vrij", "Het spoor")])
    chosen = {"choice": "De deur blijft open", "why": "Dwang maakte het erger", "chosen_on": date(2026, 6, 1),
              "look_again_on": date(2026, 9, 1)}  # fmt: skip
    change_dilemma(by=by, dilemma=dilemma, values=chosen)
    begin_dilemma(by=by, case=case, question="Nog niets gekozen?")
    return case


def page_of(content: dict[str, Any]) -> str:
    return render_to_string("analysis/report/content.html", shown_content(content))


BOTH = (
    "Vooraf is afgesproken dat het advies wordt gevolgd", "2 maart 2026", "Buiten werken met dieren",
    "Zorgboerderij De Hoef", "Jeugdwet", "1 juli 2027", "Zijn bed blijft vrij", "Mentor Jelle", "Wmo",
    "Wie staan er omheen?", "Laten we de deur open?", "Dwang maakte het erger", "1 september 2026",
)  # fmt: skip
FULL = ("€ 12.500", "Marije Dijk", "Zelf kunnen gaan", "Het spoor", "Joke Mulder", "Nog niets gekozen?")


def test_each_edition_says_what_is_for_its_reader(petra: Person) -> None:
    case = with_plans(petra)
    family, professionals = (page_of(content_of(case, edition)) for edition in (FAMILY, PROFESSIONALS))
    for text in BOTH:
        assert text in family and text in professionals, text
    for text in FULL:
        assert text not in family and text in professionals, text


def test_it_is_frozen_as_plain_json(petra: Person) -> None:
    case = with_plans(petra)
    content = content_of(case, PROFESSIONALS)
    again = json.loads(json.dumps(content))
    case.tailored_solutions.all().delete()
    assert page_of(again) == page_of(content) and "De Hoef" in page_of(again)


def test_without_plans_a_report_is_the_report_of_before(petra: Person) -> None:
    content = content_of(load(petra), FAMILY)
    assert "plans" not in content, "so the fingerprint of an issued report still is that of the case"
    assert "Maatwerk" not in page_of(content)


def test_a_change_in_a_plan_is_a_new_report(petra: Person) -> None:
    case = load(petra)
    before = fingerprint_of(content_of(case, FAMILY))
    add_solution(by=petra, case=case, data=SolutionData("Een eigen plek"))
    assert fingerprint_of(content_of(case, FAMILY)) != before
