"""Who the aanmelding names, as the first people of a new case."""

from cases.casefile.models import Case
from cases.people.models import Participant

from .answers import Answers

SELF, PARENTS = "jeugdige", "ouders"
LONGEST_NAME = 200


def put_named_people(case: Case, answers: Answers) -> None:
    """Write the young person and the named caller down with the case; who is there already stays as they are."""
    for data in (young_person(case), caller(answers)):
        if data["name"]:
            Participant.objects.get_or_create(
                case=case, name=data.pop("name"), role=data.pop("role"), defaults=data
            )


def young_person(case: Case) -> dict[str, str]:
    return {"name": tidy(str(case.young_person)), "role": "jeugdige"}


def caller(answers: Answers) -> dict[str, str]:
    """Who called: a parent whose authority is not known yet, else the aanmelder; without a name nobody."""
    name = "" if answers["asker"] == SELF else tidy(answers["referrer_name"])
    reached = {key: answers[f"referrer_{key}"] for key in ("organisation", "phone", "email")}
    if answers["asker"] == PARENTS:
        return {"name": name, "role": "ouder", "parental_authority": "onbekend", **reached}
    return {"name": name, "role": "aanmelder", **reached}


def tidy(name: str) -> str:
    """A name as the list of people holds it: single spaces, two hundred characters at most."""
    return " ".join(name.split())[:LONGEST_NAME].rstrip()
