"""Making a tailored solution when nothing that exists fits."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from cases.casefile.models import Case
from cases.casefile.over import RUNNING, hold_open
from cases.plans.models import SolutionFund, TailoredSolution
from expertteam.access.person import Person
from expertteam.audit.actions import record

WHAT = {"what": "maatwerk"}


@dataclass(frozen=True)
class SolutionData:
    """A tailored solution as typed, without its funds."""

    wish: str
    worked_before: str = ""
    maker: str = ""
    rule: str = ""
    rule_lifter: str = ""
    ends_on: date | None = None
    way_back: str = ""


@dataclass(frozen=True)
class FundData:
    """One fund: a code of question `geldbron`, and perhaps how much in euros."""

    source: str
    amount: Decimal | None = None
    note: str = ""


@transaction.atomic
def add_solution(
    *, by: Person, case: Case, data: SolutionData, funds: Sequence[FundData] = ()
) -> TailoredSolution:
    """Write down a tailored solution; the very same again (a double click) adds none. CaseIsOver."""
    hold_open(case, RUNNING)
    solution, created = TailoredSolution.objects.get_or_create(case=case, **asdict(data))
    if created:
        _replace_funds(solution, funds)
        record(by, "plans.changed", case_number=case.number, details=WHAT)
    return solution


@transaction.atomic
def change_solution(
    *, by: Person, solution: TailoredSolution, data: SolutionData, funds: Sequence[FundData]
) -> bool:
    """Change a tailored solution and its funds; False when nothing is new."""
    solution = (
        TailoredSolution.objects.select_for_update(of=("self",)).select_related("case").get(pk=solution.pk)
    )
    changed = {name: value for name, value in asdict(data).items() if getattr(solution, name) != value}
    for name, value in changed.items():
        setattr(solution, name, value)
    if changed:
        solution.save()
    if _replace_funds(solution, funds) or changed:
        record(by, "plans.changed", case_number=solution.case.number, details=WHAT)
        return True
    return False


def _replace_funds(solution: TailoredSolution, funds: Sequence[FundData]) -> bool:
    """Make the funds these, in this order; rows that stay the same are left alone."""
    there = list(solution.funds.order_by("pk"))
    before = [FundData(one.source, one.amount, one.note) for one in there]
    if before == list(funds):
        return False
    for one, now in zip(there, funds, strict=False):
        if FundData(one.source, one.amount, one.note) != now:
            one.source, one.amount, one.note = now.source, now.amount, now.note
            one.save()
    for gone in there[len(funds) :]:
        gone.delete()
    for new in funds[len(there) :]:
        SolutionFund.objects.create(solution=solution, **asdict(new))
    return True


@transaction.atomic
def remove_solution(*, by: Person, solution: TailoredSolution) -> None:
    """Take a tailored solution away; the history keeps it."""
    number = solution.case.number
    for fund in solution.funds.all():
        fund.delete()
    solution.delete()
    record(by, "plans.changed", case_number=number, details=WHAT)
