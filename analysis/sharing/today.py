"""What sharing asks of a procesregisseur today: answers that came in, and who does not come to answering."""

from datetime import date, timedelta

from django.db.models import Case as When
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models import When as If
from django.utils import timezone

from cases.casefile.models import OPEN_PHASES, Case
from cases.outside.models import MOST_WRONG_CODES, OutsideLink
from expertteam.access.person import Person

from .asking import PURPOSE
from .models import Asking, Endorsement, Verdict, Via, Way

PATIENCE = timedelta(days=14)
"""After this long without an answer somebody may need a call."""


def new_answers(person: Person, day: date) -> QuerySet[Endorsement]:
    """Answers from their own page that nobody read; a no first, then the oldest."""
    cases = Case.objects.visible_to(person, "sharing.change").values("pk")
    unseen = Endorsement.objects.filter(via=Via.LINK, seen_at=None, analysis__case__in=cases)
    no_first = When(If(verdict=Verdict.NO, then=Value(0)), default=Value(1))
    related = ("participant", "analysis__case__young_person", "analysis__case__referral")
    return unseen.select_related(*related).order_by(no_first, "answered_on", "pk")


def without_answer(person: Person, day: date) -> QuerySet[Asking]:
    """Who was asked, did not answer, and cannot now (locked, expired, no link) or has been silent for two weeks."""
    cases = Case.objects.visible_to(person, "sharing.change").filter(phase__in=OPEN_PHASES).values("pk")
    links = OutsideLink.objects.filter(purpose=PURPOSE, subject_id=OuterRef("pk"), withdrawn_at=None)
    said = Endorsement.objects.filter(version=OuterRef("version"), participant=OuterRef("participant"))
    newer = Asking.objects.filter(
        withdrawn_at=None, version__analysis=OuterRef("version__analysis"),
        version__number__gt=OuterRef("version__number"),
    )  # fmt: skip
    found = Asking.objects.standing().filter(participant__case__in=cases, participant__ended_on=None)
    found = (
        found.exclude(Exists(said))
        .exclude(Exists(newer))
        .annotate(
            locked=Exists(links.filter(wrong_codes__gte=MOST_WRONG_CODES)),
            works=Exists(links.filter(expires_at__gt=timezone.now())),
        )
    )
    silent = Q(asked_at__lte=timezone.now() - PATIENCE)
    found = found.filter(silent | Q(locked=True) | Q(works=False) & ~Q(way=Way.PAPER))
    related = ("participant__case__young_person", "participant__case__referral")
    return found.select_related(*related).order_by(F("locked").desc(), "works", "asked_at", "pk")
