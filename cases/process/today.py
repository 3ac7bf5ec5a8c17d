"""The lists of Vandaag about steering: cases that are handed over, and questions that went up."""

from datetime import date

from django.db.models import QuerySet

from cases.casefile.models import Case
from cases.today.lists import add_list
from expertteam.access.person import Person

from .thread_models import GoingUp, HandOver, HandOverState


def handed_to(person: Person, day: date) -> QuerySet[HandOver]:
    """Cases that a colleague asks this person to steer, the oldest first."""
    open_to_them = Case.objects.visible_to(person)
    waiting = HandOver.objects.filter(receiver=person.user, state=HandOverState.ASKED, case__in=open_to_them)
    people = ("case__young_person", "case__referral", "giver", "asked_by")
    return waiting.select_related(*people).order_by("asked_at", "pk")


def kept_by(person: Person, day: date) -> QuerySet[GoingUp]:
    """Questions that went up, of which this person holds the thread; those without an answer first."""
    mine = GoingUp.objects.filter(keeper=person.user, ended_on=None, case__in=Case.objects.visible_to(person))
    people = ("case__young_person", "case__referral")
    return mine.select_related(*people).order_by("-answered_on", "asked_on", "pk")


def add_lists() -> None:
    """Called once, when the app starts."""
    add_list(
        "overgedragen", "Aan jou overgedragen", "steering.change", handed_to, "cases/process/hand_over_row.html",
        place=12, about="Een collega vraagt of jij deze casus wilt overnemen.",
    )  # fmt: skip
    add_list(
        "hogerop", "Hogerop gevraagd: jij houdt de draad vast", "going_up.read", kept_by,
        "cases/process/going_up_row.html", place=47,
    )  # fmt: skip
