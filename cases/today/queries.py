"""What asks for attention today, per role; a fixed number of queries however many cases there are."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from cases.casefile.models import OPEN_PHASES, Case, ConflictOfInterest, Phase
from cases.choices.queries import labels
from expertteam.access.command_line import MACHINE_EMAIL
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from expertteam.audit.models import AuditEvent
from expertteam.audit.sentences import READING
from expertteam.ui.clock import start_of

from .lists import Filled, lists_for

LINKS = ("consultation.read", "monitor.read", "register.import", "retention.read", "management.read")
OUT_OF_SIGHT = timedelta(weeks=4)
TAKEN_OVER = frozenset({"case.imported", "case.import_overwritten", "case.earlier_linked"})


@dataclass(frozen=True)
class Tile:
    """A number with what it counts, and the part of the address of the list that shows exactly those cases."""

    count: int
    text: str
    query: str


@dataclass
class Today:
    """What the page shows; a part that is None does not belong to this person."""

    lists: list[Filled]
    tiles: list[Tile] | None = None
    municipalities: list[Tile] | None = None
    links: list[str] = field(default_factory=list)


def today_for(person: Person, day: date) -> Today:
    """The start page of this person; somebody with several roles gets the parts of each."""
    page = Today(lists_for(person, day))
    if person.has(Role.COORDINATOR):
        page.tiles = [*open_by_phase(person), counted_this_year(person, day)]
        page.municipalities = open_by_municipality(person)
    page.links = [rule for rule in LINKS if person.may(rule)]
    return page


def shown(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With what a row shows of a case."""
    return cases.select_related("young_person", "owner", "referral")


def touches(person: Person) -> QuerySet[AuditEvent]:
    """What somebody really did in the team, in whatever part of the site.

    Looking is not doing; nor is the day on which a register was taken over, nor what goes by itself every day.
    """
    events = AuditEvent.objects.filter(team=person.team).exclude(event__in=READING | TAKEN_OVER)
    return events.exclude(user__email=MACHINE_EMAIL)


def untouched(person: Person, day: date) -> QuerySet[Case]:
    """Accepted cases in which nobody did anything for four weeks, the longest ago first.

    `last_touch` is when somebody last did; None when nobody ever did since the case was taken over.
    """
    since = start_of(day - OUT_OF_SIGHT)
    own = touches(person).filter(case_number=OuterRef("number"))
    running = Case.objects.visible_to(person).filter(phase__in=[Phase.ANALYSIS, Phase.FOLLOWING])
    quiet = running.exclude(Exists(own.filter(at__gte=since)))
    last = Subquery(own.order_by("-at").values("at")[:1])
    return shown(quiet.annotate(last_touch=last)).order_by(F("last_touch").asc(nulls_first=True), "pk")


def out_of_sight(person: Person, day: date) -> QuerySet[Case]:
    """The untouched cases somebody steers; what nobody has stands once, in the list of `unowned`."""
    return untouched(person, day).exclude(owner=None)


def unowned(person: Person, day: date) -> QuerySet[Case]:
    """Accepted cases that nobody has, such as those taken over from a register; the oldest first.

    Whoever has a stake does not steer, even while the case still bears their name.
    """
    running = Case.objects.visible_to(person).filter(phase__in=[Phase.ANALYSIS, Phase.FOLLOWING])
    kept_out = ConflictOfInterest.objects.standing().filter(
        user=OuterRef("owner"), case__young_person=OuterRef("young_person")
    )
    return shown(running.filter(Q(owner=None) | Exists(kept_out))).order_by("year", "sequence")


def given(person: Person, day: date) -> QuerySet[Case]:
    """The open cases an expert or zorgadviseur may see, newest first."""
    if not person.has(Role.EXPERT, Role.CARE_ADVISOR):
        return Case.objects.none()
    return shown(Case.objects.visible_to(person).still_open()).order_by("-year", "-sequence")


def open_by_phase(person: Person) -> list[Tile]:
    """How many cases stand in every open phase, also the empty ones."""
    cases = Case.objects.visible_to(person).still_open().order_by()
    found = dict(cases.values_list("phase").annotate(n=Count("pk")))
    return [Tile(found.get(phase, 0), str(phase.label), f"fase={phase.value}") for phase in OPEN_PHASES]


def counted_this_year(person: Person, day: date) -> Tile:
    """The cases that count in the monitor of the running year."""
    count = Case.objects.filter(team=person.team, year=day.year).counted().count()
    verb = "casus telt" if count == 1 else "casussen tellen"
    return Tile(count, f"{verb} mee in {day.year}", f"jaar={day.year}&telt=1")


def open_by_municipality(person: Person) -> list[Tile]:
    """Open cases per municipality, most first; a case without one stands under «onbekend»."""
    cases = Case.objects.visible_to(person).still_open().order_by()
    counts = (
        cases.values_list("referral__municipality")
        .annotate(n=Count("pk"))
        .order_by("-n", "referral__municipality")
    )
    names = labels("gemeente")
    return [
        Tile(n, names.get(code, "onbekend"), f"open=1&gemeente={code}" if code else "") for code, n in counts
    ]
