"""The check list: everything open decided first, what the site knows proposed, what misses one click away."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from cases.casefile.models import Case, Phase
from cases.followup.actions import Outcome, StillOpen, save_outcome
from cases.followup.models import Closure
from cases.hours.models import HourEntry
from cases.people.models import Participant
from cases.process.models import Stage, StepStatus
from cases.process.steps import add_step
from cases.steering.models import Action
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/afsluiting/{rest}"


def test_what_is_open_is_decided_before_closing(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    action = Action.objects.create(case=case, text="Bel de gemeente", owner_name="Petra")
    page = client.get(address(case)).content.decode()
    assert "Bel de gemeente" in page and f"/{action.pk}/" in page
    answer = client.post(address(case, "bewaren/"), {"closed_on": "1-6-2026", "costs": "lager"})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["closed_on"]
    assert "Er staat nog één ding open" in answer.content.decode()
    assert Closure.objects.get(case=case).costs == "", "all or nothing"
    action.status = "gedaan"
    action.save()
    client.post(address(case, "bewaren/"), {"closed_on": "1-6-2026", "costs": "lager"})
    case.refresh_from_db()
    assert case.phase == Phase.CLOSED


def test_several_open_steps_are_left_out_in_one_go(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    way = f"/casussen/{case.number}/procesregie/#stappen"
    add_step(by=petra, case=case, stage=Stage.CLOSING, text="Neem afscheid")
    page = client.get(address(case)).content.decode()
    assert "Neem afscheid" in page and way in page
    case.steps.exclude(text="Neem afscheid").update(status=StepStatus.DONE, settled_on=date(2026, 6, 1))
    page = client.get(address(case)).content.decode()
    assert "Neem afscheid" in page and way not in page


def test_how_many_things_are_open_is_said_in_good_dutch(petra: Person, as_: As) -> None:
    case = make_case(petra)
    for text in ("Bel de gemeente", "Bel de school"):
        Action.objects.create(case=case, text=text, owner_name="Petra")
    answer = as_(petra).post(address(case, "bewaren/"), {"closed_on": "1-6-2026"})
    assert "Er staan nog 2 dingen open" in answer.content.decode()


def test_the_action_holds_it_too(petra: Person) -> None:
    case = make_case(petra)
    Action.objects.create(case=case, text="Bellen", owner_name="Petra")
    with pytest.raises(StillOpen) as refused:
        save_outcome(by=petra, case=case, outcome=Outcome(closed_on=date(2026, 6, 1)))
    assert [end.kind for end in refused.value.ends] == ["actie"]


def test_everything_that_misses_leads_to_its_field(petra: Person, as_: As) -> None:
    page = as_(petra).get(address(make_case(petra))).content.decode()
    for field in Outcome.__dataclass_fields__:
        assert f'href="#div_id_{field}"' in page and f'id="div_id_{field}"' in page
    assert "0 van de 8 ingevuld" in page


def test_hours_are_proposed_from_what_people_wrote(petra: Person, emre: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for who, minutes in ((petra, 450), (emre, 300)):
        HourEntry.objects.create(
            case=case,
            user=who.user,
            entered_by=who.user,
            day=date(2026, 5, 1),
            minutes=minutes,
            what="overleg",
        )
    assert "12,5 uur" in client.get(address(case)).content.decode()
    client.post(address(case, "overnemen/"), {"field": "hours"})
    assert Closure.objects.get(case=case).hours == Decimal("12.50")


def test_taking_over_loses_nothing_that_was_typed_and_closes_nothing(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    HourEntry.objects.create(
        case=case, user=petra.user, entered_by=petra.user, day=date(2026, 5, 1), minutes=90
    )
    assert 'form="afsluiting" formaction' in client.get(address(case)).content.decode()
    typed = {"field": "hours", "hours": "", "costs": "lager", "closed_on": "1-6-2026"}
    client.post(address(case, "overnemen/"), typed)
    kept = Closure.objects.get(case=case)
    assert (kept.hours, kept.costs, kept.closed_on) == (Decimal("1.50"), "lager", None)
    wrong = client.post(address(case, "overnemen/"), {**typed, "hours": "veel", "costs": "hoger"})
    assert wrong.status_code == 422 and list(wrong.context["form"].errors) == ["hours"]
    assert "veel" in wrong.content.decode()


@pytest.mark.parametrize(
    ("child", "parent", "code"),
    [
        ("ja", "ja", "jeugdige_en_ouders"), ("nee", "ja", "alleen_ouders"), ("ja", "nee", "alleen_jeugdige"),
        ("nee", "nee", "niet"), ("", "", ""),
    ],
)  # fmt: skip
def test_who_sat_at_the_table_is_proposed(child: str, parent: str, code: str, petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    Participant.objects.create(case=case, name="Ruben", role="jeugdige", at_table=child)
    Participant.objects.create(case=case, name="Anja", role="ouder", at_table=parent)
    client.post(address(case, "overnemen/"), {"field": "at_table"})
    assert Closure.objects.get(case=case).at_table == code


def test_a_closed_case_shows_how_long_it_is_kept(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "bewaren/"), {"closed_on": "1-6-2026"})
    page = client.get(address(case)).content.decode()
    assert "Op 1 juni 2026." in page and "bewaard blijft" in page and "Wat nog openstaat" not in page
