"""`manage.py demo` plays a year of a team: forty cases in all phases. Twice is the same as once."""

from datetime import date
from typing import Any

from cases.casefile.actions import grant_case
from cases.casefile.models import Case, Phase
from cases.people.family import link_family
from expertteam.access.command_line import the_machine
from expertteam.access.person import Person
from expertteam.accounts.models import User

from .opening import Day, open_demo_case, year_files
from .rounding_off import end, follow, hand_over, make_plans, send_up
from .working import ask_consent, bring_people, steer, tell_timeline, write_down

RUNNING = ("analyse", "volgen", "afgesloten")


def ensure_year(by: Person, today: date) -> int:
    """Load the cases of the person's team that are not there yet; returns how many were new."""
    day, made = Day(today), 0
    for file in year_files(by.team.code):
        if not Case.objects.filter(team=by.team, source_key=f"demo:jaar-{file['sleutel']}").exists():
            play(by, file, day)
            made += 1
    return made


def play(by: Person, file: dict[str, Any], day: Day) -> Case:
    """One case from the first call to where it stands today.

    What nobody touched for weeks is done by the machine: what it does is no touch, so the case is out of sight.
    """
    acting = the_machine(by.team) if file.get("uit_beeld") else by
    case = open_demo_case(acting, by, file, day)
    bring_people(acting, case, file)
    ask_consent(acting, case, file, day)
    if "gezin_van" in file:
        sister = Case.objects.get(team=by.team, source_key=f"demo:jaar-{file['gezin_van']}")
        link_family(by=acting, case=case, number=sister.number)
    if file["fase"] in RUNNING:
        work(acting, case, file, day)
    return case


def work(by: Person, case: Case, file: dict[str, Any], day: Day) -> None:
    """Everything after the decision to take a case up."""
    tell_timeline(by, case, file, day)
    steer(by, case, file, day)
    write_down(by, case, file, day)
    make_plans(by, case, file, day)
    send_up(by, case, file, day)
    follow(by, case, file, day)
    hand_over(by, case, file)
    end(by, case, file, day)
    case.refresh_from_db()
    if case.phase == Phase.ANALYSIS and file["toestemming"] == "alles":
        expert = User.objects.get(email=f"emre@{by.team.code}.example")
        grant_case(by=by, case=case, user=expert)
