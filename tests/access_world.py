"""Everything an address of the site can point to, once, in the team of Groningen."""

from dataclasses import dataclass, field
from datetime import date
from http.cookies import SimpleCookie
from typing import Any

from django.test import Client

from analysis.board.models import Element
from analysis.report.content import content_of
from analysis.report.models import AdviceReport, Edition
from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.intake.models import Purpose, ReferralDraft
from cases.people.models import Participant
from cases.steering.models import Action
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team
from expertteam.jobs.models import JobStatus
from monitor.register.models import RegisterImport
from monitor.yearbook.models import YearFile
from tests.cast import make_person
from tests.factories import make_analysis, make_case


class Things(dict[str, Any]):
    """What rooms put on the table, each under a name of its own."""

    def __setitem__(self, name: str, thing: Any) -> None:
        assert name not in self, f"two rooms have a {name}"
        super().__setitem__(name, thing)


@dataclass
class World:
    """One case with something of everything, drafts of Petra, and files of the monitor.

    `things` holds what a room added in its `furnish(world)`.
    """

    people: dict[str, Person | None]
    case: Case
    mother: Participant
    event: TimelineEvent
    action: Action
    element: Element
    kind: Any
    report: AdviceReport
    draft: ReferralDraft
    consultation_draft: ReferralDraft
    register: RegisterImport
    year_file: YearFile
    cookies: dict[str, SimpleCookie]
    things: Things = field(default_factory=Things)

    @property
    def emre(self) -> Person:
        return self.people["E"]  # type: ignore[return-value]

    @property
    def noor(self) -> Person:
        return self.people["e"]  # type: ignore[return-value]


def make_people(groningen: Team, friesland: Team) -> dict[str, Person | None]:
    """Somebody for every column of the matrix."""
    cast = {
        "P": ("Petra Nijboer", Role.PROCESS_DIRECTOR),
        "E": ("Emre Kaya", Role.EXPERT),
        "e": ("Noor de Vries", Role.EXPERT),
        "Z": ("Zora Adelaar", Role.CARE_ADVISOR),
        "C": ("Carla Wiersma", Role.COORDINATOR),
        "S": ("Sietske Bos", Role.SECRETARY),
        "B": ("Bas Beheer", Role.ADMINISTRATOR),
        "L": ("Lies Lezer", Role.READER),
    }
    people: dict[str, Person | None] = {
        sign: make_person(groningen, name, role) for sign, (name, role) in cast.items()
    }
    return {**people, "F": make_person(friesland, "Fokke Hoekema", Role.PROCESS_DIRECTOR), "V": None}


def cookies_of(person: Person | None) -> SimpleCookie:
    """What the browser of somebody who is logged in keeps."""
    client = Client()
    if person:
        client.force_login(person.user)
    return client.cookies


def make_world(groningen: Team, friesland: Team) -> World:
    """The whole of it, with what every room adds."""
    from tests.access_matrix import ROOMS  # noqa: PLC0415 - the rows of the matrix know the world

    world = make_bare_world(groningen, friesland)
    for room in ROOMS:
        if furnish := getattr(room, "furnish", None):
            furnish(world)
    return world


def make_bare_world(groningen: Team, friesland: Team) -> World:
    """Without what the rooms add."""
    people = make_people(groningen, friesland)
    petra, emre, carla = people["P"], people["E"], people["C"]
    assert petra and emre and carla
    case = make_case(petra, last_name="Oosterhuis", matching_requested=True)
    grant_case(by=petra, case=case, user=emre.user)
    analysis = make_analysis(case)
    waiting = {"team": groningen, "user": petra.user}
    return World(
        people=people,
        cookies={sign: cookies_of(person) for sign, person in people.items()},
        case=case,
        mother=Participant.objects.create(case=case, name="Anja Oosterhuis", role="ouder"),
        event=TimelineEvent.objects.create(case=case, text="Verhuisd", starts_on=date(2019, 5, 1)),
        action=Action.objects.create(case=case, text="Bellen", owner_name="Petra"),
        element=analysis.elements.first(),
        kind="kaartje",
        report=AdviceReport.objects.create(
            case=case, number=1, edition="gezin", analysis_version=1, fingerprint="x",
            content=content_of(case, Edition.FAMILY), pdf=b"%PDF-", status=JobStatus.DONE, requested_by=petra.user,
        ),
        draft=ReferralDraft.objects.create(fields={"first_name": "Fenna"}, **waiting),
        consultation_draft=ReferralDraft.objects.create(purpose=Purpose.CONSULTATION, **waiting),
        register=RegisterImport.objects.create(team=groningen, requested_by=carla.user, fingerprint="x", workbook=b""),
        year_file=YearFile.objects.create(
            team=groningen, year=2024, kind="pdf", fingerprint="x", content={}, file=b"%PDF-",
            status=JobStatus.DONE, requested_by=carla.user,
        ),
    )  # fmt: skip
