"""Toestemming."""

from datetime import date

from cases.consent.models import Consent, ConsentParty, OtherBasis
from tests.access_world import World

from .row import CASE_READ, EVERYBODY, P_AND_C, P_AND_S, Row, case


def furnish(world: World) -> None:
    """A party, an answer and another basis."""
    petra = world.people["P"]
    assert petra
    mother, by = world.mother, {"recorded_by": petra.user}
    answer = {"purpose": "monitor", "answer": "gegeven", "said_on": date(2026, 3, 2), "how": "papier"}
    ground = {"purpose": "delen", "kind": "anders", "reason": "Nodig.", "decided_by": "Petra"}
    world.things |= {
        "consent_party": ConsentParty.objects.create(case=world.case, purpose="delen", name="De Toren"),
        "consent": Consent.objects.create(case=world.case, participant=mother, **answer, **by),
        "other_basis": OtherBasis.objects.create(
            case=world.case, decided_on=date(2026, 3, 2), **ground | {"kind": "vitaal_belang"}, **by
        ),
    }


ROWS: dict[str, Row] = {
    "cases:consent": case(CASE_READ),
    "cases:consent_write": case(P_AND_S, only_post=True),
    "cases:consent_remove": case(P_AND_S, only_post=True, pk=lambda w: w.things["consent"].pk),
    "cases:consent_party_add": case(P_AND_S, only_post=True),
    "cases:consent_party_remove": case(P_AND_S, only_post=True, pk=lambda w: w.things["consent_party"].pk),
    "cases:consent_unreachable": case(P_AND_S, pk=lambda w: w.mother.pk),
    "cases:consent_basis": case(P_AND_C),
    "cases:consent_basis_end": case(P_AND_C, only_post=True, pk=lambda w: w.things["other_basis"].pk),
    "cases:consent_form": case(P_AND_S),
    "cases:consent_form_soon": case(P_AND_S),
    "cases:consent_about": Row(EVERYBODY),
}
