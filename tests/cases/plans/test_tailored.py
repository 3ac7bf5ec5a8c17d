"""Maatwerkoplossing: what is wanted, what pays it, which rule gives way, how it ends."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from cases.casefile.models import Case
from cases.plans.models import SolutionFund, TailoredSolution
from cases.plans.shown import euros, funds_in_words
from cases.process.closing import open_ends
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
ALL = {
    "wish": "Ruben wil buiten werken, met dieren, en elke dag dezelfde begeleider.",
    "worked_before": "De zomer op de boerderij van zijn oom.",
    "maker": "Zorgboerderij De Hoef met het Noorderpoort",
    "fund_0_source": "jeugdwet", "fund_0_amount": "12500", "fund_0_note": "begeleiding",
    "fund_1_source": "onderwijs", "fund_1_amount": "4.000,50", "fund_1_note": "",
    "rule": "Onderwijsgeld mag niet naar een boerderij.",
    "rule_lifter": "Marije Dijk, samenwerkingsverband",
    "ends_on": "1-7-2027",
    "way_back": "Zijn bed bij de Marke blijft drie maanden vrij.",
}  # fmt: skip


def address(case: Case, rest: str) -> str:
    return f"/casussen/{case.number}/plannen/{rest}"


def test_all_of_it_stands_on_the_page(petra: Person, as_: As) -> None:
    case = make_case(petra)
    page = as_(petra).post(address(case, "maatwerk/nieuw/"), ALL, follow=True).content.decode()
    kept = TailoredSolution.objects.get()
    assert (kept.ends_on, kept.rule_lifter) == (date(2027, 7, 1), ALL["rule_lifter"])
    assert [(f.source, f.amount, f.note) for f in kept.funds.all()] == [
        ("jeugdwet", Decimal("12500.00"), "begeleiding"),
        ("onderwijs", Decimal("4000.50"), ""),
    ]
    for text in (
        "met dieren",
        "De Hoef",
        "€ 12.500",
        "Samen € 16.500,50",
        "1 juli 2027",
        "drie maanden vrij",
    ):
        assert text in page


def test_a_double_click_makes_one(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        client.post(address(case, "maatwerk/nieuw/"), ALL)
    assert (TailoredSolution.objects.count(), SolutionFund.objects.count()) == (1, 2)


def test_another_row_without_losing_a_letter(petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(
        address(case, "maatwerk/nieuw/"), {**ALL, "fund_1_amount": "tien", "meer": "fund"}
    )
    page = answer.content.decode()
    assert answer.status_code == 200 and TailoredSolution.objects.count() == 0
    assert 'name="fund_2_source"' in page and 'value="tien"' in page and "De Hoef" in page
    assert "Dit klopt nog niet" not in page, "asking for a row is no mistake"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"wish": ""}, "wish"),
        ({"wish": "x" * 2001}, "wish"),
        ({"fund_0_source": ""}, "fund_0_source"),
        ({"fund_0_amount": "-1"}, "fund_0_amount"),
        ({"fund_0_amount": "veel"}, "fund_0_amount"),
        ({"fund_0_amount": "99999999999"}, "fund_0_amount"),
        ({"fund_0_source": "loterij"}, "fund_0_source"),
        ({"ends_on": "31-2-2027"}, "ends_on"),
    ],
)
def test_mistakes_stand_at_their_field_and_nothing_is_lost(
    wrong: dict[str, str], field: str, petra: Person, as_: As
) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "maatwerk/nieuw/"), {**ALL, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert "De Hoef" in answer.content.decode() and TailoredSolution.objects.count() == 0


def test_changing_writes_what_changed_and_only_then(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "maatwerk/nieuw/"), ALL)
    kept = TailoredSolution.objects.get()
    for _ in range(2):
        client.post(address(case, f"maatwerk/{kept.pk}/"), {**ALL, "fund_0_source": "", "fund_0_amount": "",
                                                            "fund_0_note": ""})  # fmt: skip
    assert [fund.source for fund in kept.funds.all()] == ["onderwijs"]
    assert AuditEvent.objects.filter(event="plans.changed").count() == 2
    page = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "begon de maatwerkoplossing" in page and "haalde de geldbron" in page


def test_taking_it_away_keeps_the_history(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "maatwerk/nieuw/"), ALL)
    kept = TailoredSolution.objects.get()
    for _ in range(2):
        assert client.post(address(case, f"maatwerk/{kept.pk}/weg/")).status_code == 302
    assert TailoredSolution.objects.count() == 0
    page = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "haalde de maatwerkoplossing" in page and "Onderwijs" in page


def test_without_end_or_way_back_it_is_open_at_closing(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "maatwerk/nieuw/"), {**ALL, "ends_on": ""})
    assert [end.kind for end in open_ends(case) if end.kind == "maatwerk"] == ["maatwerk"]
    client.post(address(case, f"maatwerk/{TailoredSolution.objects.get().pk}/"), ALL)
    assert [end.kind for end in open_ends(case) if end.kind == "maatwerk"] == []


def test_another_case_has_no_key_to_it(petra: Person, as_: As) -> None:
    mine, other = make_case(petra), make_case(petra, first_name="Aya")
    client = as_(petra)
    client.post(address(mine, "maatwerk/nieuw/"), ALL)
    kept = TailoredSolution.objects.get()
    assert client.get(address(other, f"maatwerk/{kept.pk}/")).status_code == 404
    client.post(address(other, f"maatwerk/{kept.pk}/weg/"))
    assert TailoredSolution.objects.count() == 1


def test_amounts_in_words(petra: Person) -> None:
    solution = TailoredSolution.objects.create(case=make_case(petra), wish="Een eigen plek")
    SolutionFund.objects.create(solution=solution, source="wmo")
    SolutionFund.objects.create(solution=solution, source="pgb", amount=Decimal("1234567.5"))
    assert funds_in_words(solution) == "Wmo; Persoonsgebonden budget (€ 1.234.567,50)"
    assert (euros(None), euros(Decimal(0))) == ("", "€ 0")
