"""A year of a team: who is around, what they agreed to, what happened, and the work on a case."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from cases.casefile.models import Case
from cases.consent.page import Box, Row
from cases.consent.purposes import Answer, Purpose
from cases.hours.actions import add_hours
from cases.hours.parsing import Worked
from cases.people.actions import ParticipantData, add_participant
from cases.process.course import CourseData, set_core_team, set_course
from cases.process.journal import add_entry
from cases.process.models import StepStatus
from cases.process.steps import give_steps, settle_step
from cases.steering.actions import ActionData, add_action
from cases.steering.owners import owner_named, owners_of
from cases.timeline.actions import add_events
from cases.timeline.line import read_line
from expertteam.access.person import Person
from expertteam.accounts.models import User
from monitor.demo.consent import answer_then_and_now, name_parties

from .opening import Day

STEPS_DONE = {"analyse": 5, "volgen": 12}
MORNING = time(9, 40)


def bring_people(by: Person, case: Case, file: dict[str, Any]) -> None:
    """Everybody around, each with their role and authority."""
    for name, role, authority, organisation in file["mensen"]:
        data = ParticipantData(name, role, authority, organisation, invited="ja" if role == "ouder" else "")
        add_participant(by=by, case=case, data=data)


def ask_consent(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """«alles»: everybody said yes; «wacht: naam»: all but one; «geweigerd: naam»: one does not want to share."""
    kind, _, name = file["toestemming"].partition(": ")
    if kind == "geen":
        return
    asked_on = day.ago(max(file["aangemeld"] - 6, 0))
    name_parties(by, case)

    def says(row: Row, box: Box) -> str | None:
        if box.column.name != name:
            return Answer.GIVEN
        if kind == "wacht":
            return None
        return Answer.REFUSED if row.about.purpose == Purpose.SHARE else Answer.GIVEN

    answer_then_and_now(by, case, asked_on, day.today, says)


def tell_timeline(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """The lines of the file, read as if somebody typed them."""
    born, name = case.young_person.birth_date, case.young_person.first_name
    lines = [read_line(line, birth=born, today=day.today, name=name) for line in file.get("tijdlijn", [])]
    add_events(by=by, case=case, events=[line.data for line in lines])


def steer(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """Steps, course, core team and actions."""
    give_steps(by=by, case=case)
    done = 99 if file["fase"] == "afgesloten" else STEPS_DONE[file["fase"]]
    for place, step in enumerate(case.steps.order_by("pk")[:done]):
        settle_step(
            by=by, step=step, status=StepStatus.DONE, on=day.ago(max(file["aangemeld"] - 7 * place, 0))
        )
    towards, way, hold_on = [*file.get("koers", []), "", "", ""][:3]
    if towards:
        agreed_on = day.ago(file["aangemeld"] // 2)
        set_course(by=by, case=case, data=CourseData(towards, way, hold_on, agreed_on))
    members = case.participants.filter(name__in=file.get("kernteam", [])).values_list("pk", flat=True)
    set_core_team(by=by, case=case, participants=list(members), users=[by.user.pk])
    for action in file.get("acties", []):
        agree(by, case, action, day)


def agree(by: Person, case: Case, action: list[Any], day: Day) -> None:
    """One action: what, who, in how many days (before today when negative), how it stands, what came of it."""
    text, who, days, status, result = action
    owner = owner_named(who, owners_of(case), by)
    add_action(
        by=by, case=case,
        data=ActionData(
            text, owner.name, day.today + timedelta(days=days), status, result,
            owner_user_id=owner.user_id, owner_participant_id=owner.participant_id,
            owner_organisation=owner.organisation,
        ),
    )  # fmt: skip


def write_down(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """The journal, and the hours of everybody."""
    for kind, ago, text, minutes in file.get("journaal", []):
        at = timezone.make_aware(datetime.combine(day.ago(ago), MORNING))
        add_entry(by=by, case=case, kind=kind, text=text, minutes=minutes or None, at=at)
    for first_name, ago, hours, what in file.get("uren", []):
        user = User.objects.get(email=f"{first_name}@{by.team.code}.example")
        worked = Worked(minutes=round(hours * 60), day=day.ago(ago), what=what)
        add_hours(by=by, case=case, user=user, worked=worked)
