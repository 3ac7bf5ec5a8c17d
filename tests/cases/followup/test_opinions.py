"""What people thought: asked with a link or entered, each kept as said, taken together, confirmed by a person."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from cases.casefile.models import Case, Phase
from cases.followup.models import Closure, Opinion
from cases.followup.opinions.actions import ask_opinion, give_opinion_link
from cases.followup.opinions.queries import combined
from cases.outside.models import OutsideLink
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.mail.kinds import fill, text_of
from expertteam.mail.models import OutgoingMail
from tests.factories import make_case

As = Callable[[Person], Client]
SAID = {"satisfied": "tevreden", "helped": "Dat iemand belde.", "better": "Sneller een plek."}
BY_PHONE = {**SAID, "via": "telefoon", "answered_on": "1-6-2026"}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/afsluiting/tevredenheid/{rest}"


def asked(by: Person, case: Case, name: str = "Anja", side: str = "gezin") -> Opinion:
    return ask_opinion(by=by, case=case, side=side, name=name)


@pytest.mark.parametrize(
    ("answers", "one"),
    [
        ([], ""),
        ([""], ""),
        (["tevreden"], "tevreden"),
        (["tevreden", "tevreden", ""], "tevreden"),
        (["tevreden", "niet_tevreden"], "deels_tevreden"),
        (["tevreden", "deels_tevreden"], "deels_tevreden"),
        (["niet_tevreden", "niet_tevreden"], "niet_tevreden"),
        (["niet_tevreden", "loopt_nog"], "niet_tevreden"),
        (["loopt_nog"], "loopt_nog"),
    ],
)
def test_several_answers_make_one_figure(answers: list[str], one: str) -> None:
    assert combined(answers) == one


def test_a_link_is_shown_once_and_answered_once(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    opinion = asked(petra, case)
    shown = client.post(address(case, f"{opinion.pk}/link/"))
    url = shown.context["shown"]["url"]
    assert url in shown.content.decode() and url not in client.get(address(case)).content.decode()
    family = Client()
    page = family.get(url).content.decode()
    assert "Ben je tevreden" in page and "Ruben" not in page and case.number not in page
    thanks = family.post(url, SAID).content.decode()
    assert "Dank je wel" in thanks
    family.post(url, {**SAID, "satisfied": "niet_tevreden"})
    opinion.refresh_from_db()
    assert (opinion.satisfied, opinion.via, opinion.helped) == ("tevreden", "link", SAID["helped"])
    assert AuditEvent.objects.filter(event="opinion.answered").count() == 1
    assert "Dat iemand belde." in client.get(address(case)).content.decode()


def test_an_answer_is_needed_and_nothing_is_lost(petra: Person) -> None:
    given = give_opinion_link(by=petra, opinion=asked(petra, make_case(petra)))
    answer = Client().post(given.path, {**SAID, "satisfied": ""})
    assert answer.status_code == 422 and "Sneller een plek." in answer.content.decode()
    assert Opinion.objects.get().answered_on is None


def test_an_earlier_link_an_old_link_and_a_withdrawn_one_open_nothing(petra: Person, as_: As) -> None:
    case = make_case(petra)
    opinion = asked(petra, case)
    first = give_opinion_link(by=petra, opinion=opinion).path
    second = give_opinion_link(by=petra, opinion=opinion).path
    assert [Client().get(path).status_code for path in (first, second)] == [410, 200]
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        assert Client().get(second).status_code == 410
    for _ in range(2):
        as_(petra).post(address(case, f"{opinion.pk}/weg/"))
    assert Client().get(second).status_code == 410 and Opinion.objects.count() == 0


def test_who_told_us_needs_no_link_any_more(petra: Person, as_: As) -> None:
    case = make_case(petra)
    opinion = asked(petra, case)
    path = give_opinion_link(by=petra, opinion=opinion).path
    for _ in range(2):
        page = as_(petra).post(address(case, f"{opinion.pk}/"), BY_PHONE, follow=True).content.decode()
    assert "aan de telefoon" in page and Client().get(path).status_code == 410
    assert AuditEvent.objects.filter(event="opinion.changed").count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"satisfied": ""}, "satisfied"),
        ({"satisfied": "heel erg"}, "satisfied"),
        ({"via": "link"}, "via"),
        ({"answered_on": "1-1-2100"}, "answered_on"),
        ({"helped": "x" * 1001}, "helped"),
    ],
)
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, f"{asked(petra, case).pk}/"), {**BY_PHONE, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


def test_people_of_the_case_are_asked_in_one_click(petra: Person, as_: As) -> None:
    case, client = make_case(petra, first_name="Fenna", last_name="Hoekstra"), as_(petra)
    mother = Participant.objects.create(case=case, name="Anja Hoekstra", role="ouder")
    Participant.objects.create(case=case, name="Gea Bos", role="hulpverlener")
    page = client.get(address(case)).content.decode()
    assert all(name in page for name in ("Fenna Hoekstra", "Anja Hoekstra", "Gea Bos"))
    for chosen in ("0", str(mother.pk), str(mother.pk), "99999", "1e9"):
        client.post(address(case, "vragen/"), {"participant": chosen})
    assert list(Opinion.objects.values_list("name", "side", "participant")) == [
        ("Fenna Hoekstra", "gezin", None), ("Anja Hoekstra", "gezin", mother.pk),
    ]  # fmt: skip
    client.post(address(case, "vragen/"), {"name": "Buurvrouw Ina", "side": "gezin"})
    assert Opinion.objects.filter(name="Buurvrouw Ina").exists()
    assert client.post(address(case, "vragen/"), {"name": ""}).status_code == 422


def test_the_link_can_go_by_mail_without_a_name_in_it(petra: Person, as_: As) -> None:
    case = make_case(petra)
    mother = Participant.objects.create(
        case=case, name="Anja Oosterhuis", role="ouder", email="anja@huis.test"
    )
    opinion = ask_opinion(by=petra, case=case, side="gezin", name=mother.name, participant=mother)
    as_(petra).post(address(case, f"{opinion.pk}/link/"), {"mail": "ja"})
    queued = OutgoingMail.objects.get()
    assert queued.kind == "tevredenheid" and queued.to == "anja@huis.test"
    text = text_of(queued.kind, fill(queued) or {})
    assert "/antwoord/hoe-was-het/" in text
    assert not any(word in text + queued.subject for word in ("Anja", "Ruben", "Oosterhuis", case.number))
    assert OutsideLink.objects.get().purpose == "tevredenheid"


def test_the_figure_is_proposed_and_taken_over_by_a_person(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for name, satisfied in (("Anja", "tevreden"), ("Ruben", "niet_tevreden")):
        opinion = asked(petra, case, name)
        client.post(address(case, f"{opinion.pk}/"), {**BY_PHONE, "satisfied": satisfied})
    page = client.get(f"/casussen/{case.number}/afsluiting/").content.decode()
    assert "Dit weten we al" in page and "uit 2 antwoorden" in page
    assert Closure.objects.get(case=case).satisfaction_family == "", "never by itself"
    for field in ("satisfaction_family", "satisfaction_family", "costs", "case_id"):
        client.post(f"/casussen/{case.number}/afsluiting/overnemen/", {"field": field})
    assert Closure.objects.get(case=case).satisfaction_family == "deels_tevreden"
    assert AuditEvent.objects.filter(event="closure.changed").count() == 1
    assert "Dit weten we al" not in client.get(f"/casussen/{case.number}/afsluiting/").content.decode()


def test_who_answered_stays_on_the_list(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    opinion = asked(petra, case)
    client.post(address(case, f"{opinion.pk}/"), BY_PHONE)
    page = client.post(address(case, f"{opinion.pk}/weg/"), follow=True).content.decode()
    assert "heeft al geantwoord" in page and Opinion.objects.get().answered_on == date(2026, 6, 1)


def test_nobody_is_asked_before_the_case_was_taken_up(petra: Person, as_: As) -> None:
    case = make_case(petra, phase=Phase.TRIAGE, owner=None)
    as_(petra).post(address(case, "vragen/"), {"participant": "0"})
    assert Opinion.objects.count() == 0


def test_another_case_has_no_key_to_it(petra: Person, as_: As) -> None:
    mine, other = make_case(petra), make_case(petra)
    opinion = asked(petra, mine)
    for rest in (f"{opinion.pk}/link/", f"{opinion.pk}/"):
        assert as_(petra).post(address(other, rest), BY_PHONE).status_code == 404
    as_(petra).post(address(other, f"{opinion.pk}/weg/"))
    assert Opinion.objects.count() == 1
