"""Mensen."""

from typing import Any

from cases.people.models import Participant, SecretContact

from .row import CASE_READ, P_AND_S, Row, case


def furnish(world: Any) -> None:
    """Somebody whose address must not be found."""
    hidden = Participant.objects.create(
        case=world.case, name="Bea de Groot", role="belangrijke_ander", address_secret=True
    )
    SecretContact.objects.create(participant=hidden, address="Schuilplaats 1")
    world.things["hidden"] = hidden


def mother(world: Any) -> Any:
    return world.mother.pk


ROWS: dict[str, Row] = {
    "cases:people": case(CASE_READ),
    "cases:participant_add": case(P_AND_S),
    "cases:people_known": case(P_AND_S, only_post=True, data=lambda w: {"name": "Anja"}),
    "cases:participant": case(P_AND_S, pk=mother),
    "cases:participant_remove": case(P_AND_S, only_post=True, pk=mother),
    "cases:participant_left": case(P_AND_S, only_post=True, pk=mother),
    "cases:participant_same": case(P_AND_S, only_post=True, pk=mother),
    "cases:participant_secret": case(
        P_AND_S, only_post=True, pk=lambda w: w.things["hidden"].pk, data=lambda w: {"reason": "Brief sturen"}
    ),
    "cases:director": case(P_AND_S, only_post=True, data=lambda w: {"wie": w.mother.pk}),
    "cases:family_link": case(P_AND_S, only_post=True, data=lambda w: {"nummer": "2020-001"}),
    "cases:family_unlink": case(P_AND_S, only_post=True, data=lambda w: {"nummer": "2020-001"}),
}
