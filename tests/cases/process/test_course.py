"""Course and core team."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from cases.casefile.models import Case
from cases.people.models import Participant
from cases.process.course import core_people_of, core_team_of, course_of, set_core_team
from cases.process.models import Course
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
HOME = {"towards": "Ruben woont thuis.", "way": "Eerst rust.", "hold_on": "", "agreed_on": "1-3-2026"}


def address(case: Case, rest: str = "koers/") -> str:
    return f"/casussen/{case.number}/procesregie/{rest}"


def test_the_newest_stands_on_top_and_earlier_ones_stay(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        client.post(address(case), HOME)
    client.post(
        address(case), {**HOME, "towards": "Ruben gaat naar de fietsenmaker.", "agreed_on": "8-3-2026"}
    )
    assert Course.objects.count() == 2 and AuditEvent.objects.filter(event="process.course_set").count() == 2
    now = course_of(case)
    assert now and now.lines == ["Ruben gaat naar de fietsenmaker.", "Eerst rust."]
    page = client.get(address(case, "")).content.decode()
    assert page.index("naar de fietsenmaker") < page.index("Eerdere koers") < page.index("Ruben woont thuis")
    overview = client.get(f"/casussen/{case.number}/").content.decode()
    assert (
        overview.index("naar de fietsenmaker") < overview.index("De vraag") and "woont thuis" not in overview
    )
    assert "Ruben gaat naar de fietsenmaker." in client.get(address(case)).content.decode()


def test_who_reads_sees_nothing_while_there_is_none(petra: Person, sietske: Person, as_: As) -> None:
    case = make_case(petra)
    assert "Spreek de koers af" in as_(petra).get(f"/casussen/{case.number}/").content.decode()
    assert "De koers" not in as_(sietske).get(f"/casussen/{case.number}/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"towards": ""}, "towards"), ({"way": "x" * 201}, "way"), ({"agreed_on": "1-1-2100"}, "agreed_on"),
     ({"agreed_on": ""}, "agreed_on"), ({"agreed_on": "1-2-2026"}, "agreed_on")],
)  # fmt: skip
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case), HOME)
    answer = client.post(address(case), {**HOME, "towards": "Anders", **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


def test_what_looks_like_code_is_text(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case), {**HOME, "towards": "<script>alert(1)</script> 🚲 שלום"})
    page = client.get(address(case, "")).content.decode()
    assert "<script>alert" not in page and "🚲 שלום" in page


def test_choosing_a_core_team(petra: Person, emre: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    anja = Participant.objects.create(case=case, name="Anja Oosterhuis", role="ouder")
    gea = Participant.objects.create(case=case, name="Gea Pot", role="lokaal_team", organisation="WIJ-team")
    client.post(address(case, "kernteam/"), {"participants": [anja.pk, gea.pk], "users": [emre.user.pk]})
    since = {str(one): one.pk for one in core_team_of(case)}
    page = client.get(address(case, "")).content.decode()
    assert set(since) == {"Anja Oosterhuis", "Gea Pot", "Emre Kaya"} and "WIJ-team" in page
    client.post(address(case, "kernteam/"), {"participants": [anja.pk], "users": [petra.user.pk]})
    left = {str(one): one.pk for one in core_team_of(case)}
    assert (
        set(left) == {"Anja Oosterhuis", "Petra Nijboer"}
        and left["Anja Oosterhuis"] == since["Anja Oosterhuis"]
    )
    history = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "haalde Gea Pot uit het kernteam" in history and "zette Emre Kaya in het kernteam" in history


def test_nobody_from_elsewhere(petra: Person, fokke: Person, bas: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    gea = Participant.objects.create(case=other, name="Gea Pot", role="lokaal_team")
    answer = as_(petra).post(address(case, "kernteam/"), {"participants": [gea.pk], "users": [fokke.user.pk]})
    assert answer.status_code == 422 and set(answer.context["form"].errors) == {"participants", "users"}
    changed = set_core_team(by=petra, case=case, participants=[gea.pk], users=[fokke.user.pk, bas.user.pk])
    assert not changed and not core_team_of(case)


def test_a_course_of_a_day_before_the_last_is_refused_by_the_form_only(petra: Person) -> None:
    case = make_case(petra)
    for day in (date(2026, 3, 8), date(2026, 3, 1)):
        Course.objects.create(case=case, towards=f"Koers {day.day}", agreed_on=day, set_by=petra.user)
    now = course_of(case)
    assert now and now.towards == "Koers 8"


def test_who_has_two_roles_is_shown_once(petra: Person) -> None:
    case = make_case(petra)
    gea = Participant.objects.create(case=case, name="Gea", role="voogd")
    also = Participant.objects.create(case=case, name="Gea", role="casusregisseur", person_key=gea.person_key)
    set_core_team(by=petra, case=case, participants=[gea.pk, also.pk], users=[petra.user.pk])
    assert len(core_team_of(case)) == 3
    assert [str(one) for one in core_people_of(case)] == ["Gea", str(petra.user)]
