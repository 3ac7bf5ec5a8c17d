"""How a case ends: everything the monitor counts can be written down, and a closed case can be opened again."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from cases.casefile.models import Case, Phase
from cases.casefile.moves import CannotMove
from cases.followup.actions import Outcome, save_outcome
from cases.followup.models import Closure
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
ALL = {
    "at_table": "jeugdige_en_ouders",
    "hours": "12,5",
    "satisfaction_family": "tevreden",
    "satisfaction_professionals": "deels_tevreden",
    "effects": ["uithuisplaatsing_voorkomen", "minder_partijen"],
    "costs": "lager",
    "contributions": ["gedeelde_va"],
    "closed_on": "1-6-2026",
}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/afsluiting/{rest}"


def fresh(case: Case) -> Case:
    return Case.objects.select_related("closure").get(pk=case.pk)


def test_everything_is_kept_and_a_date_closes(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    page = client.post(address(case, "bewaren/"), ALL, follow=True).content.decode()
    kept = fresh(case)
    assert kept.phase == Phase.CLOSED and kept.closure.hours == Decimal("12.5")
    assert kept.closure.closed_on == date(2026, 6, 1) and kept.closure.effects == ALL["effects"]
    assert "De casus is afgesloten." in page and "8 van de 8 ingevuld" in page and "12,5 uur" in page
    assert 'value="12,50"' in page


def test_without_a_date_it_stays_open(petra: Person, as_: As) -> None:
    case = make_case(petra)
    page = as_(petra).post(address(case, "bewaren/"), {"hours": "4"}, follow=True).content.decode()
    assert fresh(case).phase == Phase.ANALYSIS and "1 van de 8 ingevuld" in page


def test_opening_again_and_closing_again(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "bewaren/"), ALL)
    for _ in range(2):
        page = client.post(
            address(case, "heropenen/"), {"reason": "Het ging weer mis op school"}, follow=True
        )
    again = fresh(case)
    assert again.phase == Phase.FOLLOWING and again.closure.closed_on is None
    assert [(one.reason, one.opened_by, one.closed_on) for one in case.reopenings.all()] == [
        ("Het ging weer mis op school", petra.user, date(2026, 6, 1))
    ]
    assert "Het ging weer mis op school" in page.content.decode()
    assert again.closure.satisfaction_family == "tevreden", "only the date goes"
    client.post(address(case, "bewaren/"), ALL)
    assert fresh(case).phase == Phase.CLOSED


def test_a_closed_case_is_opened_with_a_reason_only(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "bewaren/"), ALL)
    answer = client.post(address(case, "bewaren/"), {**ALL, "closed_on": "", "costs": "hoger"})
    assert answer.status_code == 422 and "met een reden" in answer.content.decode()
    answer = client.post(address(case, "heropenen/"), {"reason": " "})
    assert answer.status_code == 422 and "Vul dit in." in answer.content.decode()
    client.post(f"/casussen/{case.number}/fase/", {"phase": "volgen"})
    assert fresh(case).phase == Phase.CLOSED and fresh(case).closure.costs == "lager"


def test_the_phase_alone_closes_nothing(petra: Person, as_: As) -> None:
    case = make_case(petra)
    as_(petra).post(f"/casussen/{case.number}/fase/", {"phase": "afgesloten"})
    assert fresh(case).phase == Phase.ANALYSIS, "closing goes by the check list"


def test_an_imported_case_without_date_stays_closed(petra: Person) -> None:
    case = make_case(petra, phase=Phase.CLOSED)
    save_outcome(by=petra, case=case, outcome=Outcome(costs="lager"))
    assert fresh(case).phase == Phase.CLOSED and fresh(case).closure.costs == "lager"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"hours": "-1"}, "hours"),
        ({"hours": "veel"}, "hours"),
        ({"hours": "99999999"}, "hours"),
        ({"closed_on": "1-1-2026"}, "closed_on"),
        ({"closed_on": "1-1-2100"}, "closed_on"),
        ({"at_table": "iedereen"}, "at_table"),
        ({"effects": ["zomaar"]}, "effects"),
    ],
)
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "bewaren/"), {**ALL, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert Closure.objects.get() and fresh(case).phase == Phase.ANALYSIS and fresh(case).closure.costs == ""


@pytest.mark.parametrize("phase", [Phase.TRIAGE, Phase.WAITING, Phase.DECLINED, Phase.REFERRED_ON])
def test_what_was_never_taken_up_cannot_be_closed(phase: Phase, petra: Person, as_: As) -> None:
    case = make_case(petra, phase=phase, owner=None)
    page = as_(petra).get(address(case)).content.decode()
    assert 'id="afsluiting"' not in page
    as_(petra).post(address(case, "bewaren/"), ALL)
    as_(petra).post(address(case, "heropenen/"), {"reason": "Toch"})
    as_(petra).post(address(case, "overnemen/"), {"field": "hours"})
    assert fresh(case).phase == phase and fresh(case).closure.closed_on is None
    with pytest.raises(CannotMove):
        save_outcome(by=petra, case=case, outcome=Outcome(closed_on=date(2026, 6, 1)))
    assert fresh(case).closure.closed_on is None, "all or nothing"


def test_saving_the_same_writes_nothing(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        client.post(address(case, "bewaren/"), ALL)
    assert AuditEvent.objects.filter(event="closure.changed").count() == 1
    assert case.closure.history.count() == 2


def test_who_may_only_read_sees_what_is_known(petra: Person, carla: Person, as_: As) -> None:
    case = make_case(petra)
    as_(petra).post(address(case, "bewaren/"), ALL)
    page = as_(carla).get(address(case)).content.decode()
    assert "Lager" in page and "12,5 uur" in page and "afsluiting/bewaren" not in page
    assert "afsluiting/overnemen" not in page and "heropenen" not in page


def test_every_field_of_the_monitor_is_in_the_form(petra: Person) -> None:
    """A figure that is counted but cannot be written down would stay empty for ever."""
    counted = {field.name for field in Closure._meta.fields} - {"case"}
    assert counted == set(Outcome.__dataclass_fields__) == set(ALL)
