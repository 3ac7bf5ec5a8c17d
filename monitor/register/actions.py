"""Taking over a register: all of it or nothing, twice is the same as once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from analysis.board.models import Analysis
from cases.casefile.actions import (
    YoungPersonData,
    keep,
    known_young_person,
    link_earlier,
    open_case,
    search_text,
)
from cases.casefile.models import Case, LegalBasis, Phase
from cases.casefile.stakes import let_stakes_follow
from cases.intake.models import Decision
from cases.intake.named import rename_child
from cases.people.models import YoungPerson
from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record
from expertteam.ui.dates import long_date

from .comparing import compare, existing_cases, wanted
from .rows import RegisterRow

Progress = Callable[[int, str], None]


@dataclass(frozen=True)
class Imported:
    """How it went, in numbers of cases; `kept` were different and were left as they are."""

    created: int
    changed: int
    same: int
    kept: int


@transaction.atomic
def take_over(
    *,
    by: Person,
    rows: Collection[RegisterRow],
    overwrite: Collection[str] = (),
    progress: Progress | None = None,
) -> Imported:
    """Write the rows that are new, and those in `overwrite` (case numbers) that differ. All or nothing.

    One register of a team at a time: a second one waits, and then finds what the first one wrote.
    `progress(percentage, step)` is told how far it is.
    """
    Team.objects.select_for_update(no_key=True).get(pk=by.team.pk)
    comparison = compare(by.team, rows)
    chosen = [row for row, _ in comparison.different if row.case_number in overwrite]
    total = len(comparison.new) + len(chosen)
    for done, row in enumerate([*comparison.new, *chosen]):
        if progress and done % 10 == 0:
            progress(100 * done // total, f"Casus {done + 1} van {total}")
        (add_case if done < len(comparison.new) else overwrite_case)(by, row)
    return Imported(
        created=len(comparison.new),
        changed=len(chosen),
        same=len(comparison.same),
        kept=len(comparison.different) - len(chosen),
    )


def phase_of(row: RegisterRow) -> Phase:
    """A case with a closing date is closed; the others are still followed."""
    return Phase.CLOSED if row.closed_on else Phase.FOLLOWING


def person_of(row: RegisterRow) -> YoungPersonData:
    return YoungPersonData(row.first_name, row.last_name, row.birth_date, row.geslacht or "")


def add_case(by: Person, row: RegisterRow) -> None:
    """A case that was not there, on the legal basis «overgenomen register» with who and why (domain.md)."""
    case = open_case(
        by=by,
        young_person=person_of(row),
        referral={**wanted(row, "referral"), "decision": Decision.ACCEPTED, "decided_on": row.referred_on},
        closure=wanted(row, "closure"),
        event="case.imported",
        year=row.year,
        sequence=row.sequence,
        phase=phase_of(row),
        earlier_number=row.earlier_number or "",
        legal_basis=LegalBasis.REGISTER,
        legal_basis_reason=f"Overgenomen uit het register van het team door {by} op {long_date(timezone.localdate())}",
    )
    store_analysis(case, row)


def overwrite_case(by: Person, row: RegisterRow) -> None:
    """Make the case as the register has it; what it was stays in the history."""
    case = existing_cases(by.team, [row.case_number])[row.case_number]
    before = case.young_person_id
    case.young_person = renamed(by, case, row)
    case.earlier_number, case.earlier_case = row.earlier_number or "", None
    case.phase = phase_of(row)
    case.search_text = search_text(case)
    case.save()
    if case.young_person_id != before:
        let_stakes_follow(case=case, before=before)
    rename_child(case.young_person)
    for part in ("referral", "closure"):
        target = getattr(case, part)
        for name, value in wanted(row, part).items():
            setattr(target, name, value)
        target.save()
    store_analysis(case, row)
    link_earlier(by=by, case=case)
    record(by, "case.import_overwritten", case_number=case.number)


def renamed(by: Person, case: Case, row: RegisterRow) -> YoungPerson:
    """The person of the row: known already, or this case's own person corrected, or a new one if others share it."""
    data = person_of(row)
    known = known_young_person(by.team, data)
    if known is not None:
        keep(known, data)
        return known
    shared = Case.objects.filter(young_person=case.young_person).exclude(pk=case.pk).exists()
    person = YoungPerson(team=by.team) if shared else case.young_person
    person.first_name, person.last_name, person.birth_date = row.first_name, row.last_name, row.birth_date
    person.gender = row.geslacht or ""
    person.save()
    return person


def store_analysis(case: Case, row: RegisterRow) -> None:
    """Profile and harmful care are part of the analysis; a register without them makes no empty one."""
    fields = wanted(row, "analysis")
    analysis = Analysis.objects.filter(case=case).first()
    if analysis is None and not any(fields.values()):
        return
    analysis = analysis or Analysis(case=case)
    for name, value in fields.items():
        setattr(analysis, name, value)
    analysis.save()
