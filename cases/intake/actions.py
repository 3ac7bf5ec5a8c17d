"""Registering an aanmelding, once; changing one, without overwriting what somebody else just wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from cases.casefile.actions import YoungPersonData, link_earlier, open_case, search_text
from cases.casefile.models import Case, Phase
from cases.people.models import YoungPerson
from cases.people.reached import people_changed
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .answers import CASE, REFERRAL, YOUNG_PERSON, Answers, part
from .changes import Merged, changed, merge
from .drafts.actions import forget_change, forget_draft
from .locking import locked
from .named import let_people_follow, put_named_people, rename_child
from .queries import answers_at, answers_of, earlier_of, named_case, version_of


def registered(by: Person, token: UUID) -> Case | None:
    """The case this form became already, in the person's team."""
    return (
        Case.objects.filter(team=by.team, form_token=token).select_related("young_person", "referral").first()
    )


def register_referral(*, by: Person, answers: Answers, token: UUID) -> tuple[Case, bool]:
    """Open the case of an aanmelding, phase «te beoordelen»; its draft goes. Returns the case and whether it is new.

    `token` is the form's own: the same form sent twice, also at the same moment, gives the same case and False.
    """
    if case := registered(by, token):
        return case, False
    try:
        with transaction.atomic():
            case = _open(by, answers, token)
            forget_draft(by, token)
    except IntegrityError:
        case = registered(by, token)
        if case is None:
            raise
        return case, False
    return case, True


def _open(by: Person, answers: Answers, token: UUID) -> Case:
    data = YoungPersonData(**part(answers, YOUNG_PERSON))
    case = open_case(
        by=by,
        young_person=data,
        person=whose(by, answers, data),
        referral=part(answers, REFERRAL),
        event="case.registered",
        phase=Phase.TRIAGE,
        form_token=token,
        **part(answers, CASE),
    )
    if case.earlier_case_id:
        _keep_name(by, case, data)
    put_named_people(case, answers)
    return case


def whose(by: Person, answers: Answers, data: YoungPersonData) -> YoungPerson | None:
    """Who the case is about: whoever the earlier case is about; somebody new when the answer was «nee»; else unknown.

    None leaves it to the name and birth date.
    """
    if earlier := named_case(by, answers["earlier_number"]) if answers["earlier_number"] else None:
        return earlier.young_person
    somebody_else = answers["re_referral"] == "nee" and earlier_of(by, data)
    return YoungPerson(team=by.team) if somebody_else else None


def _keep_name(by: Person, case: Case, data: YoungPersonData) -> None:
    """Somebody who came back may have another name or spelling by now: the newest is kept, the history has the rest."""
    person = case.young_person
    if (person.first_name, person.last_name) != (data.first_name, data.last_name):
        person.first_name, person.last_name = data.first_name, data.last_name
        person.save()
        refresh_search(person)
        rename_child(person)


def refresh_search(person: YoungPerson) -> None:
    """The cases of somebody with a new name can be found by it."""
    for case in Case.objects.filter(young_person=person).select_related("young_person"):
        Case.objects.filter(pk=case.pk).update(search_text=search_text(case))


@dataclass
class ReferralChanged(Exception):
    """Somebody else changed the aanmelding since this form was opened; `merged` is what to go on with."""

    merged: Merged
    version: str


@transaction.atomic
def change_referral(*, by: Person, case: Case, answers: Answers, version: str) -> list[str]:
    """Store the answers that changed and return their names; nothing changed writes nothing.

    `version` is the one the form began with (`queries.version_of`). Raises ReferralChanged when another answer was
    stored since, and this form would take it back or says something else.
    """
    case = locked(case)
    now, newest = answers_of(case), version_of(case)
    if version != newest:
        merged = merge(answers_at(case, version), now, answers)
        if merged.taken or merged.clashing:
            raise ReferralChanged(merged, newest)
    names = changed(now, answers)
    before = dict(now)
    _store(case.young_person, YOUNG_PERSON, answers, names)
    _store(case.referral, REFERRAL, answers, names)
    _store(case, CASE, answers, names)
    _follow(by, case, names)
    let_people_follow(case, before, answers)
    forget_change(by, case)
    if names:
        people_changed(by, case)
        record(by, "referral.changed", case_number=case.number, details={"fields": names})
    return names


def _store(row: models.Model, own: Iterable[str], answers: Answers, names: list[str]) -> None:
    mine: dict[str, Any] = {name: answers[name] for name in own if name in names}
    for name, value in mine.items():
        setattr(row, name, value)
    if mine:
        row.save()


def _follow(by: Person, case: Case, names: list[str]) -> None:
    """What follows from a change: another name can be found, another earlier number is linked or let go."""
    if {"first_name", "last_name"} & set(names):
        refresh_search(case.young_person)
        rename_child(case.young_person)
    if "earlier_number" in names:
        case.earlier_case = None
        case.save(update_fields=["earlier_case", "touched_at"])
        link_earlier(by=by, case=case)
