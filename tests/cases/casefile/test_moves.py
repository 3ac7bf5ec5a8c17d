"""Phases, and who has a case."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.casefile.models import Case, Phase
from cases.casefile.moves import CannotMove, change_phase
from cases.process.hand_over import take_over
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from expertteam.audit.models import AuditEvent
from tests.cast import make_person
from tests.factories import make_case

As = Callable[[Person], Client]
POSSIBLE = {
    (Phase.ANALYSIS, Phase.FOLLOWING),
    (Phase.ANALYSIS, Phase.CLOSED),
    (Phase.FOLLOWING, Phase.ANALYSIS),
    (Phase.FOLLOWING, Phase.CLOSED),
    (Phase.CLOSED, Phase.FOLLOWING),
}


@pytest.mark.parametrize("before", list(Phase))
@pytest.mark.parametrize("after", list(Phase))
def test_every_step(before: Phase, after: Phase, petra: Person) -> None:
    case = make_case(petra, phase=before)
    if before == after:
        assert not change_phase(by=petra, case=case, phase=after)
    elif (before, after) in POSSIBLE:
        assert change_phase(by=petra, case=case, phase=after)
        assert Case.objects.get().phase == after
        assert AuditEvent.objects.get(event="case.phase_changed").details == {"phase": after.value}
    else:
        with pytest.raises(CannotMove):
            change_phase(by=petra, case=case, phase=after)
        assert Case.objects.get().phase == before


def test_following_in_the_browser(petra: Person, as_: As) -> None:
    case = make_case(petra)
    client, address = as_(petra), f"/casussen/{case.number}/"
    assert "Het advies is er: ga volgen" in client.get(address).content.decode()
    page = client.post(f"{address}fase/", {"phase": "volgen"}, follow=True).content.decode()
    assert "De casus staat nu op ‘volgen’" in page and "Terug naar analyse en plan" in page
    client.post(f"{address}fase/", {"phase": "volgen"})
    assert AuditEvent.objects.filter(event="case.phase_changed").count() == 1


@pytest.mark.parametrize("phase", ["", "zomaar", "triage", "afgewezen"])
def test_a_step_that_cannot_be(phase: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    page = as_(petra).post(f"/casussen/{case.number}/fase/", {"phase": phase}, follow=True).content.decode()
    assert "Deze stap kan nu niet" in page and Case.objects.get().phase == Phase.ANALYSIS


def test_taking_over(petra: Person, as_: As) -> None:
    case = make_case(petra)
    janneke = make_person(petra.team, "Janneke Postma", Role.PROCESS_DIRECTOR)
    assert "Ik neem de procesregie over" in as_(janneke).get(f"/casussen/{case.number}/").content.decode()
    as_(janneke).post(f"/casussen/{case.number}/regie/")
    case.refresh_from_db()
    assert case.owner == janneke.user and not take_over(by=janneke, case=case)
