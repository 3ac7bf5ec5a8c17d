"""For whom somebody speaks: a woordvoerder, an ervaringsdeskundige, a grandmother."""

from collections.abc import Iterable
from typing import Any

from .models import Participant, SpokenFor


def spoken_for(participant: Participant) -> frozenset[int]:
    """The keys of the people this person speaks for; empty for somebody not stored yet."""
    if participant.pk is None:
        return frozenset()
    return frozenset(participant.speaks_for.values_list("person_id", flat=True))


def keep_speaking(participant: Participant, wanted: Iterable[int]) -> None:
    """Let somebody speak for these people of their own case, and for nobody else."""
    now, after = spoken_for(participant), frozenset(wanted) - {participant.pk}
    for gone in participant.speaks_for.filter(person_id__in=now - after):
        gone.delete()
    for person in participant.case.participants.filter(pk__in=after - now):
        SpokenFor.objects.create(case=participant.case, speaker=participant, person=person)


def titles(rows: list[Any]) -> dict[int, str]:
    """«Bea namens Anja» per historical row, also when one of the two is gone by now; one query."""
    ids = {row.speaker_id for row in rows} | {row.person_id for row in rows}
    past = Participant.history.model.objects.filter(id__in=ids).order_by("history_id")
    names = dict(past.values_list("id", "name"))
    return {
        row.history_id: f"{names.get(row.speaker_id, 'iemand')} namens {names.get(row.person_id, 'iemand')}"
        for row in rows
    }
