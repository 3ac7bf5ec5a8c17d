"""Warning about cases whose time has come, and destroying them: in steps that are safe to do twice."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from cases.casefile.models import Case
from cases.people.models import YoungPerson
from expertteam.access.command_line import history_of, the_machine
from expertteam.accounts.models import Team
from expertteam.audit.actions import record
from expertteam.jobs.models import JobFailed

from .fingerprint import keep_fingerprint
from .hooks import run_hooks
from .models import Destruction, RetentionPolicy, RetentionWarning
from .queries import forget_warnings_that_do_not_hold, going, policy_of
from .tree import Ids, forget_past, rows_under

NOT_ANY_MORE = "Deze casus is intussen heropend of gestopt, en blijft dus bewaard."


def warn_all(day: date) -> int:
    """Warn about every case whose term ends within the days of warning; returns how many warnings are new."""
    return sum(warn_team(team, day) for team in Team.objects.order_by("pk"))


@transaction.atomic
def warn_team(team: Team, day: date) -> int:
    """Warnings that hold no longer go away; new ones come for what is due."""
    policy, by = policy_of(team), the_machine(team)
    forget_warnings_that_do_not_hold(team)
    days = timedelta(days=policy.warning_days)
    due = going(team, policy.months).filter(retention_warning=None, term_ends_on__lte=day + days)
    warned = 0
    for case in due.select_for_update(of=("self",)):
        destroy_on = max(case.term_ends_on, day + days)
        RetentionWarning.objects.create(case=case, warned_on=day, destroy_on=destroy_on)
        record(by, "retention.warned", case_number=case.number, details={"on": destroy_on.isoformat()})
        warned += 1
    return warned


def due_cases(team: Team, policy: RetentionPolicy, day: date) -> QuerySet[Any]:
    """Cases whose warned day has come, of which nothing holds up the destruction."""
    ready = Q(retention_warning__destroy_on__lte=day, term_ends_on__lte=day)
    return going(team, policy.months).filter(ready).select_related("retention_warning").order_by("pk")


def plan_destructions(day: date) -> list[Destruction]:
    """A job for every case whose day has come; the same case gets one job however often this runs."""
    made = []
    for team in Team.objects.order_by("pk"):
        policy, by = policy_of(team), the_machine(team)
        for case in due_cases(team, policy, day):
            days = {
                "ended_on": case.ended_on,
                "months": policy.months,
                "warned_on": case.retention_warning.warned_on,
            }
            job, new = Destruction.objects.get_or_create(
                team=team, case_number=case.number, defaults={"requested_by": by.user, **days}
            )
            if not new and job.start_again():
                # It failed earlier; the case may have been opened and closed again since, and the record must be true.
                Destruction.objects.filter(pk=job.pk).update(**days)
                new = True
            if new:
                made.append(job)
    return made


@transaction.atomic
def destroy(job: Destruction, day: date) -> None:
    """Destroy the case of this job: everything that hangs on it, its past, and the young person if no case is left.

    What stays: the anonymous row of the monitor, the lines of the trace (they hold the number only), this record, and
    the fingerprint where the covenant says so. A case that is gone already is a job done. JobFailed when the case may
    stay after all.
    """
    team = job.team
    case = Case.objects.select_for_update(of=("self",)).filter(team=team, number=job.case_number).first()
    if case is None:
        job.finish()
        return
    if not due_cases(team, policy_of(team), day).filter(pk=case.pk).exists():
        raise JobFailed(NOT_ANY_MORE)
    by = the_machine(team)
    with history_of(by):
        run_hooks(by, case)
        keep_fingerprint(case)
        rows = take_away(case)
    record(by, "case.destroyed", case_number=job.case_number, details={"rows": sum(rows.values())})
    job.finish(rows=rows)


def take_away(case: Case) -> dict[str, int]:
    """Delete the case with everything under it; returns how many rows went, by kind."""
    Case.objects.filter(earlier_case=case).update(earlier_case=None)
    young_person = case.young_person
    found = rows_under(case)
    case.delete()
    past = forget_past(found)
    if not Case.objects.filter(young_person=young_person).exists():
        past += forget_young_person(young_person, found)
    rows = {str(model._meta.verbose_name): len(keys) for model, keys in found.items()}
    return {**rows, "regels geschiedenis": past}


def forget_young_person(young_person: YoungPerson, found: Ids) -> int:
    """Delete who the case was about; adds what went to `found` and returns how many rows of the past went."""
    own = rows_under(young_person)
    young_person.delete()
    for model, keys in own.items():
        found[model] = found.get(model, set()) | keys
    return forget_past(own)
