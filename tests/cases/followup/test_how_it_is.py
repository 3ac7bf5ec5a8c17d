"""How it is now stands on the overview, and goes along with the case to who takes it over."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from cases.casefile.models import Case
from cases.followup.moments.actions import FollowUpData, answer_followup, plan_followups
from cases.plans.binding.actions import BindingData, ExplanationData, agree, ask_explanation
from cases.plans.dilemma.actions import begin_dilemma
from cases.plans.future.actions import start_plan
from cases.plans.tailored.actions import SolutionData, add_solution
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]
GIVEN = date(2026, 3, 1)


def heard(by: Person, case: Case) -> None:
    first, second, *_ = plan_followups(by=by, case=case, begins_on=GIVEN)
    said = FollowUpData("ja", date(2026, 5, 2), how_now="Gaat wel.", told_by="Ruben")
    answer_followup(by=by, followup=first, data=said)
    later = FollowUpData("deels", date(2026, 6, 2), "Er is nog geen school.", "Ik slaap weer.", "Ruben")
    answer_followup(by=by, followup=second, data=later)


def overview(case: Case, client: Client) -> str:
    return client.get(f"/casussen/{case.number}/").content.decode()


def test_the_overview_says_how_it_is_and_when_we_ask_again(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    assert 'id="hoe-nu"' not in overview(case, client)
    plan_followups(by=petra, case=case, begins_on=GIVEN)
    assert "We vragen voor het eerst hoe het gaat op 1 mei 2026" in overview(case, client)
    heard(petra, case)
    page = overview(case, client)
    assert "Ik slaap weer." in page and "Er is nog geen school." in page and "Gaat wel." not in page
    assert "We vragen het weer op 1 september 2026" in page


def test_who_takes_over_reads_how_it_is_and_which_plans_there_are(petra: Person, as_: As) -> None:
    case = make_case(petra, birth_date=date(2009, 6, 1))
    heard(petra, case)
    add_solution(by=petra, case=case, data=SolutionData("Een plek\nmet dieren", ends_on=date(2026, 12, 1)))
    first = start_plan(by=petra, case=case).steps.all()[0]
    begin_dilemma(by=petra, case=case, question="Open of dicht?")
    agree(by=petra, case=case, data=BindingData(True, "de gemeente", GIVEN))
    ask_explanation(by=petra, case=case, data=ExplanationData("Elker", GIVEN))
    page = as_(petra).get(f"/casussen/{case.number}/procesregie/overdragen/")
    summary = page.context["form"].initial["summary"]
    for line in (
        "2 juni 2026, 3 maanden na het advies: gevolgd? deels.", "Ruben: Ik slaap weer.", "Er is nog geen school.",
        f"- Toekomstplan: {first.text}", "- Maatwerk: Een plek met dieren (tot 1 december 2026)",
        "- Dilemma: Open of dicht? Nog geen keuze.", "- Het advies is bindend, afgesproken met de gemeente",
        "- Elker wacht op uitleg",
    ):  # fmt: skip
        assert line in summary
    letter = (
        as_(petra).get(f"/casussen/{case.number}/procesregie/hogerop/").context["form"].initial["summary"]
    )
    assert "Ik slaap weer." in letter and "Maatwerk" not in letter, (
        "plans of the team do not leave by themselves"
    )


def test_without_plans_or_follow_up_the_summary_says_nothing_of_them(petra: Person, as_: As) -> None:
    page = as_(petra).get(f"/casussen/{make_case(petra).number}/procesregie/overdragen/")
    summary = page.context["form"].initial["summary"]
    assert "De plannen" not in summary and "Hoe het nu gaat" not in summary
