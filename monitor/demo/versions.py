"""Three weeks of work on one analysis: what was discussed, what changed in between, and what was taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from analysis.board.actions import (
    add_element,
    add_link,
    change_advice,
    change_element,
    change_explanation,
    remove_element,
)
from analysis.board.models import Advice, Analysis, Dissent, Element, Explanation, Link
from analysis.versions.actions import fix_version
from analysis.versions.models import Why
from expertteam.access.person import Person, person_in
from expertteam.accounts.models import User
from expertteam.ui.given import there

CASE = "demo:groningen-jesse"
PAUSE = timedelta(seconds=40)
TOLD: tuple[Any, ...] = (Element, Link, Explanation, Dissent, Advice, Analysis)


def ensure_versions(by: Person, today: date) -> None:
    """Play the meetings about Jesse, when his case is there and they were not played yet."""
    analysis = (
        Analysis.objects.filter(case__team=by.team, case__source_key=CASE).select_related("case").first()
    )
    if analysis is None or analysis.fixed_versions.exists():
        return
    emre = there(person_in(User.objects.get(email=f"emre@{by.team.code}.example"), by.team))
    first_meeting(by, analysis, today)
    second_meeting(by, emre, analysis, today)
    before_the_talk(by, emre, analysis, today)
    yesterday(by, emre, analysis, today)


def moment(today: date, ago: int, hour: int, minute: int) -> datetime:
    """That time, so many days ago; never before this year, and never still to come.

    The times of the meetings follow each other, so that they do so as well when all fall on 1 January.
    """
    day = max(today - timedelta(days=ago), date(today.year, 1, 1))
    return min(timezone.make_aware(datetime.combine(day, time(hour, minute))), timezone.now())


@contextmanager
def done_at(analysis: Analysis, at: datetime) -> Iterator[None]:
    """What is written inside was done at that time, one thing after the other."""
    known = {model: last_record(model) for model in TOLD}
    yield
    rows = [row for model in TOLD for row in model.history.filter(history_id__gt=known[model])]
    for place, row in enumerate(sorted(rows, key=lambda row: row.history_date)):
        type(row).objects.filter(pk=row.pk).update(history_date=at + place * PAUSE)
    Analysis.objects.filter(pk=analysis.pk).update(changed_at=at + len(rows) * PAUSE)


def last_record(model: Any) -> int:
    return model.history.order_by("-history_id").values_list("history_id", flat=True).first() or 0


def card(analysis: Analysis, start: str) -> Element:
    return Element.objects.get(analysis=analysis, text__startswith=start)


def first_meeting(by: Person, analysis: Analysis, today: date) -> None:
    """Everything that came in with the case was written in the first meeting."""
    at = moment(today, 20, 8, 45)
    for model in TOLD:
        owner = {"id": analysis.pk} if model is Analysis else {"analysis_id": analysis.pk}
        for place, row in enumerate(model.history.filter(**owner).order_by("history_id")):
            type(row).objects.filter(pk=row.pk).update(history_date=at + place * PAUSE)
    note = "Eerste bijeenkomst, met Jesse en Hanneke aan tafel"
    fix_version(by=by, analysis=analysis, why=Why.DISCUSSED, note=note, at=moment(today, 20, 9, 50))


def second_meeting(by: Person, emre: Person, analysis: Analysis, today: date) -> None:
    """The nights of his mother turn out to belong to it."""
    with done_at(analysis, moment(today, 13, 10, 5)):
        change_element(
            by=emre,
            element=card(analysis, "Elke nieuwe begeleider"),
            text="Elke nieuwe begeleider begint met een plan, ook als Jesse daar nog niet aan toe is",
        )
        nights = add_element(
            by=by, analysis=analysis, kind="in_stand_houdend", domain="ouders", source="ouder",
            said_by="Hanneke", text="Hanneke slaapt zelf slecht: ze kijkt elke nacht of hij nog wakker is",
        )  # fmt: skip
        awake, disappoints = card(analysis, "Slaapt overdag"), card(analysis, "Denkt dat hij")
        add_link(by=by, analysis=analysis, source=awake, target=nights, kind="versterkt")
        add_link(by=emre, analysis=analysis, source=nights, target=disappoints, kind="versterkt")
        told = there(Explanation.objects.filter(analysis=analysis).first())
        more = " Ook de zorg van zijn ouders, ’s nachts, voelt voor hem als een vraag waar hij geen antwoord op heeft."
        change_explanation(by=by, explanation=told, text=told.text + more)
    note = "Tweede bijeenkomst: de nachten van Hanneke horen erbij"
    fix_version(by=by, analysis=analysis, why=Why.DISCUSSED, note=note, at=moment(today, 13, 11, 10))


def before_the_talk(by: Person, emre: Person, analysis: Analysis, today: date) -> None:
    """Made ready to be put before Jesse and his parents: clearer words, and an advice that says who."""
    with done_at(analysis, moment(today, 6, 15, 20)):
        table = card(analysis, "Het gezin eet")
        change_element(by=by, element=table, text=f"{table.text}; Jesse schuift dan even aan")
        advice = there(Advice.objects.filter(analysis=analysis).first())
        change_advice(
            by=by,
            advice=advice,
            text=advice.text.rstrip(".") + ". Ook 's nachts gaat er niemand meer kijken",
            elements=[*advice.elements.all(), card(analysis, "Hanneke slaapt")],
        )
        loose = add_element(
            by=emre, analysis=analysis, kind="klacht", domain="school", source="onderwijs",
            text="Wil niet meer naar school",
        )  # fmt: skip
        remove_element(by=by, element=loose)
    note = "Zo lezen we het voor aan Jesse en zijn ouders"
    fix_version(by=by, analysis=analysis, why=Why.BY_HAND, note=note, at=moment(today, 6, 16, 5))


def yesterday(by: Person, emre: Person, analysis: Analysis, today: date) -> None:
    """What came up since, and is not fixed yet."""
    with done_at(analysis, moment(today, 1, 17, 15)):
        change_element(
            by=emre,
            element=card(analysis, "Oom Harm"),
            text="Oom Harm komt elke week langs, vraagt niets en blijft eten",
        )
        helps = card(analysis, "Oom Harm")
        add_link(by=emre, analysis=analysis, source=helps, target=card(analysis, "Het gezin"), kind="helpt")
