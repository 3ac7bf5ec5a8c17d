"""Who the aanmelding names, as the first people of a new case; a name corrected there is corrected with them too."""

from cases.casefile.models import Case
from cases.people.models import CHILD, Participant, SecretContact, YoungPerson
from cases.people.secrets import hide

from .answers import Answers

SELF, PARENTS = "jeugdige", "ouders"
LONGEST_NAME = 200


def put_named_people(case: Case, answers: Answers) -> None:
    """Write the young person and the named caller down with the case; who is there already stays as they are."""
    for data in (young_person(case.young_person), caller(answers)):
        there = case.participants.current().filter(name=data["name"], role=data["role"])
        if data["name"] and not there.exists():
            Participant.objects.create(case=case, **data)


def young_person(person: YoungPerson) -> dict[str, str]:
    return {"name": tidy(str(person)), "role": CHILD}


def caller(answers: Answers) -> dict[str, str]:
    """Who called: a parent whose authority is not known yet, else the aanmelder; without a name nobody."""
    name = "" if answers["asker"] == SELF else tidy(answers["referrer_name"])
    reached = {key: answers[f"referrer_{key}"] for key in ("organisation", "phone", "email")}
    if answers["asker"] == PARENTS:
        return {"name": name, "role": "ouder", "parental_authority": "onbekend", **reached}
    return {"name": name, "role": "aanmelder", "parental_authority": "", **reached}


def tidy(name: str) -> str:
    """A name as the list of people holds it: single spaces, two hundred characters at most."""
    return " ".join(name.split())[:LONGEST_NAME].rstrip()


def rename_child(person: YoungPerson) -> None:
    """The young person carries the name of the aanmelding with the people of each of their cases."""
    name = young_person(person)["name"]
    for one in Participant.objects.filter(case__young_person=person, role=CHILD).exclude(name=name):
        if not one.case.participants.filter(role=CHILD).exclude(pk=one.pk).exists():
            one.name = name
            one.save()


def let_people_follow(case: Case, before: Answers, after: Answers) -> None:
    """What was corrected about who called, is corrected with the people too, where they still say the same.

    Somebody who was named only now is put there; whom the people of the case know otherwise by now stays.
    """
    was, now = caller(before), caller(after)
    if was == now or not now["name"]:
        return
    if not was["name"]:
        put_named_people(case, after)
        return
    named = case.participants.current().filter(name=was["name"]).exclude(role=CHILD)
    one = named.filter(role=was["role"]).first() or named.first()
    if one is None:
        return
    taken = case.participants.current().filter(name=now["name"], role=now["role"]).exclude(pk=one.pk)
    follow(one, was, now, renamed=not taken.exists())


def follow(one: Participant, was: dict[str, str], now: dict[str, str], *, renamed: bool) -> None:
    """Take over each answer that is still what it was; a number that became secret is kept apart again."""
    same = {key: value for key, value in now.items() if getattr(one, key) == was[key] != value}
    if one.phone_secret and now["phone"]:
        SecretContact.objects.update_or_create(participant=one, defaults={"phone": now["phone"]})
        same.pop("phone", None)
    if not renamed:
        same = {key: value for key, value in same.items() if key not in ("name", "role")}
    for key, value in same.items():
        setattr(one, key, value)
    if same:
        one.save()
    hide(one)
