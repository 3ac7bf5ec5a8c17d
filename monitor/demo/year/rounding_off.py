"""A year of a team: plans, what went up, what came of the advice, and how it ended."""

from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cases.casefile.models import Case
from cases.casefile.moves import request_matching
from cases.consent.actions import add_parties
from cases.consent.purposes import PER_PARTY, Answer
from cases.followup.actions import Outcome, save_outcome
from cases.followup.moments.actions import FollowUpData, answer_followup, decide_rest, plan_followups
from cases.hours.queries import total_of
from cases.plans.binding.actions import BindingData, ExplanationData, agree, ask_explanation
from cases.plans.dilemma.actions import (
    OptionData,
    PartyData,
    begin_dilemma,
    change_dilemma,
    set_options,
    set_parties,
)
from cases.plans.future.actions import PlanData, change_plan, finish_step, start_plan
from cases.plans.tailored.actions import FundData, SolutionData, add_solution
from cases.process.going_up import GoingUpData, WhatCame, change_going_up, go_up, known_as
from cases.process.hand_over import ask_hand_over, directors
from cases.retention.actions import hold
from expertteam.access.person import Person
from monitor.demo.consent import answer_then_and_now

from .opening import Day


def make_plans(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """The four short forms, where the file has them, and the request to look for a place."""
    if "maatwerk" in file:
        tailor(by, case, file["maatwerk"], day)
    if "toekomstplan" in file:
        plan_future(by, case, file["toekomstplan"])
    if "dilemma" in file:
        work_through(by, case, file["dilemma"], day)
    if "bindend" in file:
        bind(by, case, file["bindend"], day)
    if file.get("plek"):
        request_matching(by=by, case=case, wanted=True)


def tailor(by: Person, case: Case, wish: dict[str, Any], day: Day) -> None:
    sources = ("onderwijs", "jeugdwet")
    funds = [
        FundData(source, Decimal(amount), note)
        for source, (note, amount) in zip(sources, wish["potjes"], strict=True)
    ]
    data = SolutionData(
        wish["wens"], wish["werkte"], wish["wie"], wish["regel"], wish["wie_heft_op"],
        day.ago(-wish["einde"]), wish["terug"],
    )  # fmt: skip
    add_solution(by=by, case=case, data=data, funds=funds)


def plan_future(by: Person, case: Case, wish: dict[str, Any]) -> None:
    plan = start_plan(by=by, case=case)
    told = [wish[part] for part in ("wonen", "school_werk", "geld", "netwerk", "hulp") if wish[part]]
    after = [wish["overdracht"]] if wish["overdracht"] else []
    change_plan(by=by, plan=plan, data=PlanData(" ".join(told), wish["wie_blijft"], after))
    for step in plan.steps.order_by("due_on")[:2]:
        finish_step(by=by, step=step)


def work_through(by: Person, case: Case, wish: dict[str, Any], day: Day) -> None:
    dilemma = begin_dilemma(by=by, case=case, question=wish["vraag"])
    set_parties(by=by, dilemma=dilemma, parties=[PartyData(*one) for one in wish["wie"]])
    set_options(by=by, dilemma=dilemma, options=[OptionData(*one) for one in wish["opties"]])
    chosen = {"choice": wish["keuze"], "why": wish["waarom"], "chosen_on": day.ago(5)}
    change_dilemma(by=by, dilemma=dilemma, values={**chosen, "look_again_on": day.ago(-wish["weer_kijken"])})


def bind(by: Person, case: Case, wish: dict[str, Any], day: Day) -> None:
    agreed_on = case.referral.referred_on
    agree(by=by, case=case, data=BindingData(wish["afgesproken"], wish["met"], agreed_on))
    for who, ago, text in wish["uitleg"]:
        data = ExplanationData(who, day.ago(ago + 5), day.ago(ago), text)
        ask_explanation(by=by, case=case, data=data)


def send_up(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """A question to the expertise centre or the CCE, with the consent that it needs."""
    wish = file.get("hogerop")
    if not wish:
        return
    asked_on, name = day.ago(wish["dagen"]), known_as(wish["waar"])[0]
    add_parties(by=by, case=case, names=[name], purposes=PER_PARTY)
    answer_then_and_now(
        by, case, asked_on, day.today,
        lambda row, box: Answer.GIVEN if row.party and row.party.name == name else None,
    )  # fmt: skip
    data = GoingUpData(wish["waar"], wish["vraag"], file["stemmen"][2], by.user, asked_on)
    thread = go_up(by=by, case=case, data=data, token=uuid5(NAMESPACE_URL, f"demo/{file['sleutel']}"))
    if "antwoord" in wish:
        came = WhatCame(wish["antwoord"], day.ago(wish["dagen"] - 14))
        change_going_up(by=by, thread=thread, data=data, came=came)


def hand_over(by: Person, case: Case, file: dict[str, Any]) -> None:
    """Ask the other procesregisseur to take the case from here; they have not answered yet."""
    if "overdracht" in file:
        receiver = directors(case).exclude(pk=by.user.pk).first()
        if receiver:
            ask_hand_over(by=by, case=case, receiver=receiver, summary=file["overdracht"])


def follow(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """What came of the advice at every moment that has passed."""
    if "advies_dagen" not in file:
        return
    planned = plan_followups(by=by, case=case, begins_on=day.ago(file["advies_dagen"]))
    moments = {one.months: one for one in planned}
    for months, followed, why_not, how_now in file["opvolging"]:
        moment = moments[months]
        done_on = min(moment.due_on, day.today)
        told_by = case.young_person.first_name
        data = FollowUpData(followed, done_on, why_not, how_now, told_by)
        answer_followup(by=by, followup=moment, data=data)


def end(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """Close the case, and stop the destruction where the file says so."""
    wish = file.get("afsluiting")
    if not wish:
        return
    decide_rest(by=by, case=case, keep=False, reason="De casus is rond.")
    outcome = Outcome(
        at_table=wish["aan_tafel"], hours=total_of(case), satisfaction_family=wish["gezin"],
        satisfaction_professionals=wish["hulp"], effects=wish["effecten"], costs=wish["kosten"],
        contributions=wish["bijdrage"], closed_on=day.ago(wish["dagen"]),
    )  # fmt: skip
    save_outcome(by=by, case=case, outcome=outcome)
    if "stop" in wish:
        hold(by=by, case=case, reason=wish["stop"])
