"""Addresses and numbers that must not be found: kept apart, and taken out of every place where they stood open."""

import re
from typing import Any

from django.db import transaction

from cases.intake.models import Referral
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Participant, SecretContact

SECRETS = {"address": "address_secret", "phone": "phone_secret"}
SHORTEST_NUMBER = 6


def secret_of(participant: Participant) -> SecretContact:
    """What is hidden of somebody, or an empty one that is not stored."""
    found = SecretContact.objects.filter(participant=participant).first()
    return found or SecretContact(participant=participant)


def wanted(participant: Participant, data: Any) -> dict[str, str]:
    """What has to be hidden of somebody after this was typed; a secret left empty stays as it is."""
    now, after = secret_of(participant), {}
    for name, flag in SECRETS.items():
        kept = "" if name in data.forget else getattr(now, name)
        after[name] = (getattr(data, name) or kept) if getattr(data, flag) else ""
    return after


def same_secrets(participant: Participant, data: Any) -> bool:
    """Whether what is hidden stays what it is."""
    now = secret_of(participant)
    return all(getattr(now, name) == value for name, value in wanted(participant, data).items())


def keep_secrets(participant: Participant, data: Any) -> None:
    """Store what is secret; nothing secret leaves no row."""
    after = wanted(participant, data)
    if any(after.values()):
        SecretContact.objects.update_or_create(participant=participant, defaults=after)
    else:
        SecretContact.objects.filter(participant=participant).delete()


def hide(participant: Participant) -> set[str]:
    """What is secret of somebody goes out of the history, the aanmelding, and their rows in other cases of the team.

    Returns the numbers of the other cases in which something stood open.
    """
    flags = {name: flag for name, flag in SECRETS.items() if getattr(participant, flag)}
    rows = same_person(participant) if flags else []
    moved = set()
    for name, flag in flags.items():
        moved |= {row.case.number for row in rows if move_open(row, name, flag)}
        past = Participant.history.model.objects.filter(id__in=[row.pk for row in rows])
        past.exclude(**{name: ""}).update(**{name: ""})
    if participant.phone_secret:
        hide_in_referrals(rows)
    return moved - {participant.case.number}


def same_person(participant: Participant) -> list[Participant]:
    """All rows of this person in the team, whoever may see them: hiding shows nobody anything."""
    rows = Participant.objects.filter(case__team=participant.case.team_id, person_key=participant.person_key)
    return list(rows.select_related("case"))


def move_open(row: Participant, name: str, flag: str) -> bool:
    """Put a value that stands open in a row of this person away as secret; False when it was secret already."""
    if getattr(row, flag):
        return False
    value = getattr(row, name)
    setattr(row, name, "")
    setattr(row, flag, True)
    row.save()
    if value:
        SecretContact.objects.update_or_create(participant=row, defaults={name: value})
    return True


def hide_in_referrals(rows: list[Participant]) -> None:
    """A number that is secret does not stand in the aanmelding either: not now, and not in its history."""
    for row in rows:
        number = digits(secret_of(row).phone)
        if len(number) >= SHORTEST_NUMBER:
            blank_number(row.case_id, number)


def blank_number(case_id: int, number: str) -> None:
    """Empty the number of the aanmelder in a case wherever it is this one."""
    for table, pk in ((Referral, "pk"), (Referral.history.model, "history_id")):
        rows = table.objects.filter(case_id=case_id).exclude(referrer_phone="")
        found = [key for key, phone in rows.values_list(pk, "referrer_phone") if digits(phone) == number]
        table.objects.filter(**{f"{pk}__in": found}).update(referrer_phone="")


def digits(phone: str) -> str:
    """The digits of a number, +31 and 0031 read as 0."""
    return re.sub(r"^(0031|31(?=\d{9}$))", "0", re.sub(r"\D", "", phone))


@transaction.atomic
def show_secret(*, by: Person, participant: Participant, reason: str) -> SecretContact:
    """What is secret of somebody, for one answer; traced as its own event with the reason, before it is shown."""
    found = secret_of(participant)
    what = [words for name, words in (("address", "adres"), ("phone", "telefoon")) if getattr(found, name)]
    record(
        by,
        "people.secret_read",
        case_number=participant.case.number,
        reason=reason,
        details={"participant": participant.pk, "what": " en ".join(what) or "niets"},
    )
    return found
