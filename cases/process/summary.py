"""The file of a case in plain text, to begin a letter with: rooms and other apps say what belongs in it.

What it gives is a beginning: a person reads it, changes it and takes out what the reader does not need.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from cases.casefile.models import Case
from cases.steering.models import ActionStatus
from expertteam.ui.dates import age_on, long_date

from .course import core_people_of, course_of
from .journal import journal_of
from .steps import next_step

LAST_LINES = 5
LONGEST_HEADING = 60
Fill = Callable[[Case], str]


@dataclass(frozen=True)
class Part:
    """A heading with its text; `rule`: who may read it. `outside`: fit to send to somebody outside the team."""

    title: str
    fill: Fill
    rule: str
    place: int
    outside: bool


_parts: list[Part] = []


def add_part(title: str, fill: Fill, rule: str, *, place: int, outside: bool = True) -> None:
    """Add a part to the summary of every case; `fill(case)` gives plain text, empty when there is nothing."""
    _parts.append(Part(title, fill, rule, place, outside))
    _parts.sort(key=lambda part: part.place)


def summary_of(case: Case, *, outside: bool) -> str:
    """All parts this person may read (`case.rights`), each under its heading; a fixed number of queries."""
    parts = [part for part in _parts if part.rule in case.rights and (part.outside or not outside)]
    filled = [(part.title, part.fill(case).strip()) for part in parts]
    return "\n\n".join(f"{title}\n{text}" for title, text in filled if text)


def parts_in(text: str) -> list[dict[str, str]]:
    """A summary as headings with their text, as far as its writer kept them: a short first line of several is one."""
    parts = []
    for block in re.split(r"\n\s*\n", text.replace("\r", "").strip()):
        first, _, rest = block.partition("\n")
        headed = (
            bool(rest.strip()) and len(first) <= LONGEST_HEADING and not first.rstrip().endswith((".", ","))
        )
        parts.append({"title": first if headed else "", "text": rest if headed else block})
    return parts


def who(case: Case) -> str:
    """Who it is about: first name and age; the family name stays inside the team."""
    person = case.young_person
    return f"{person.first_name}, {age_on(person.birth_date, timezone.localdate())} jaar."


def question(case: Case) -> str:
    """The question in one sentence and in three voices."""
    referral, name = case.referral, case.young_person.first_name
    voices = [
        ("", referral.question_line),
        (f"{name}: ", referral.voice_young_person),
        ("De ouders: ", referral.voice_parents),
        ("Wie aanmeldde: ", referral.voice_referrer),
    ]
    return "\n".join(f"{who_says}{text.strip()}" for who_says, text in voices if text.strip())


def tried(case: Case) -> str:
    return str(case.referral.tried_before)


def course(case: Case) -> str:
    now = course_of(case)
    return "\n".join(f"{line}" for line in now.lines) if now else ""


def core_team(case: Case) -> str:
    return "\n".join(f"- {member}" for member in core_people_of(case))


def open_actions(case: Case) -> str:
    """Who still does what, with the day."""
    found = case.actions.filter(status=ActionStatus.OPEN).order_by("due_on", "pk")
    return "\n".join(
        f"- {action.text} ({action.owner_name}{f', voor {long_date(action.due_on)}' if action.due_on else ''})"
        for action in found
    )


def next_in_line(case: Case) -> str:
    step = next_step(case)
    return step.text if step else ""


def last_lines(case: Case) -> str:
    """The last lines of the journal, newest first."""
    return "\n".join(
        f"- {long_date(timezone.localdate(line.at))}, {line.author}: {line.text}"
        for line in journal_of(case)[:LAST_LINES]
    )


def add_own_parts() -> None:
    """Called once, when the app starts."""
    add_part("Om wie gaat het", who, "case.read", place=10)
    add_part("De vraag", question, "case.read", place=20)
    add_part("Wat is geprobeerd", tried, "case.read", place=30)
    add_part("De koers", course, "case.read", place=50)
    add_part("Het kernteam", core_team, "case.read", place=60, outside=False)
    add_part("De volgende stap", next_in_line, "case.read", place=70, outside=False)
    add_part("Wat er nog loopt", open_actions, "case.read", place=80)
    add_part("Laatst in het journaal", last_lines, "journal.read", place=90, outside=False)
