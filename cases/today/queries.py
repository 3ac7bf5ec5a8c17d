"""What asks for attention today, per role; a fixed number of queries however many cases there are."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from cases.casefile.models import OPEN_PHASES, Case, Phase
from cases.intake.queries import drafts_of
from cases.steering.models import Action, ActionStatus
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from expertteam.audit.models import AuditEvent
from expertteam.audit.sentences import READING

SHOWN = 8
LINKS = ("consultation.read", "monitor.read", "register.import", "management.read")
THIS_WEEK = timedelta(days=7)
OUT_OF_SIGHT = timedelta(weeks=4)


@dataclass(frozen=True)
class Few:
    """The first few of something, and whether there are more."""

    rows: list[Any]
    more: bool = False


@dataclass
class Today:
    """What the page shows; a part that is None does not belong to this person."""

    drafts: Few | None = None
    to_decide: Few | None = None
    waiting: Few | None = None
    due: Few | None = None
    out_of_sight: Few | None = None
    unowned: int = 0
    given: Few | None = None
    phases: list[tuple[str, str, int]] | None = None
    this_year: int | None = None
    links: list[str] = field(default_factory=list)

    @property
    def nothing_out_of_sight(self) -> str:
        """What is true when no case is out of sight: taking a case over from a register was writing too."""
        which = (
            "In alle lopende casussen met een procesregisseur" if self.unowned else "In elke lopende casus"
        )
        return f"{which} is de laatste vier weken iets opgeschreven."


def few(rows: QuerySet[Any]) -> Few:
    found = list(rows[: SHOWN + 1])
    return Few(found[:SHOWN], len(found) > SHOWN)


def today_for(person: Person, day: date) -> Today:
    """The start page of this person; somebody with several roles gets the parts of each."""
    page = Today()
    if person.may("referral.create"):
        page.drafts = few(drafts_of(person))
        page.to_decide = few(in_phase(person, Phase.TRIAGE))
        page.waiting = few(in_phase(person, Phase.WAITING))
    if person.may("steering.change"):
        page.due = few(due_actions(person, day))
        page.out_of_sight = few(untouched(person, day))
        page.unowned = unowned(person)
    if person.has(Role.EXPERT, Role.CARE_ADVISOR):
        page.given = few(given_cases(person))
    if person.has(Role.COORDINATOR):
        page.phases = open_by_phase(person)
        page.this_year = Case.objects.filter(team=person.team, year=day.year).counted().count()
    page.links = [rule for rule in LINKS if person.may(rule)]
    return page


def shown(cases: QuerySet[Case]) -> QuerySet[Case]:
    return cases.select_related("young_person", "owner", "referral")


def in_phase(person: Person, phase: Phase) -> QuerySet[Case]:
    """Cases that stand there, the oldest referral first."""
    cases = Case.objects.visible_to(person).filter(phase=phase)
    return shown(cases).order_by("referral__referred_on", "pk")


def due_actions(person: Person, day: date) -> QuerySet[Action]:
    """Open agreements of open cases that are late or due within a week, the latest first."""
    cases = Case.objects.visible_to(person).still_open()
    due = Action.objects.filter(case__in=cases, status=ActionStatus.OPEN, due_on__lte=day + THIS_WEEK)
    return due.select_related("case__young_person").order_by("due_on", "pk")


def untouched(person: Person, day: date) -> QuerySet[Case]:
    """Accepted cases in which nobody has written for four weeks, in whatever part of the site; oldest first."""
    since = timezone.make_aware(datetime.combine(day - OUT_OF_SIGHT, time.min))
    events = AuditEvent.objects.filter(team=person.team, case_number=OuterRef("number"), at__gte=since)
    cases = Case.objects.visible_to(person).filter(
        phase__in=[Phase.ANALYSIS, Phase.FOLLOWING], touched_at__lt=since
    )
    return shown(cases.exclude(Exists(events.exclude(event__in=READING)))).order_by("touched_at", "pk")


def unowned(person: Person) -> int:
    """How many accepted cases nobody has, such as those taken over from a register."""
    running = Case.objects.visible_to(person).filter(phase__in=[Phase.ANALYSIS, Phase.FOLLOWING])
    return running.filter(owner=None).count()


def given_cases(person: Person) -> QuerySet[Case]:
    """The open cases an expert or zorgadviseur may see, newest first."""
    return shown(Case.objects.visible_to(person).still_open()).order_by("-year", "-sequence")


def open_by_phase(person: Person) -> list[tuple[str, str, int]]:
    """(code, label, number of cases) of every open phase, also the empty ones."""
    counts = (
        Case.objects.visible_to(person).still_open().order_by().values_list("phase").annotate(n=Count("pk"))
    )
    found = dict(counts)
    return [(phase.value, phase.label, found.get(phase.value, 0)) for phase in OPEN_PHASES]
