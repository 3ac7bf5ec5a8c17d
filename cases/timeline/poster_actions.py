"""Asking for the timeline on A3: the same timeline on the same day is made once."""

import hashlib
import json

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.jobs.sending import send_or_wait

from .actions import SAME
from .models import TimelinePoster
from .tasks import make_timeline_poster


@transaction.atomic
def request_poster(*, by: Person, case: Case) -> TimelinePoster:
    """The poster of what stands on the timeline now; put in the queue when it is new or had failed."""
    Case.objects.select_for_update().get(pk=case.pk)
    fingerprint = fingerprint_of(case)
    poster = case.posters.filter(fingerprint=fingerprint).defer("pdf").first()
    is_new = poster is None
    if poster is None:
        poster = TimelinePoster.objects.create(case=case, fingerprint=fingerprint, requested_by=by.user)
    if is_new or poster.start_again():
        record(by, "timeline.poster_requested", case_number=case.number)
        pk = poster.pk
        transaction.on_commit(lambda: send_or_wait(make_timeline_poster, pk))
    return poster


def fingerprint_of(case: Case) -> str:
    """What makes a poster the same: the events, the name above it, and the day on which «nu» stands."""
    who = case.young_person
    rows = [list(row) for row in case.timeline.values_list("pk", *SAME)]
    content = [rows, who.first_name, who.birth_date, timezone.localdate()]
    return hashlib.sha256(json.dumps(content, default=str).encode()).hexdigest()
