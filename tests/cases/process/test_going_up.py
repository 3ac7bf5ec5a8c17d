"""What the team cannot solve goes up: with consent, a summary and somebody who keeps the thread, until it is ended."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from analysis.board.models import Explanation
from cases.casefile.actions import grant_case
from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case, Phase
from cases.process import thread_forms
from cases.process.summary import parts_in
from cases.process.thread_models import GoingUp
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.models import AuditEvent
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/procesregie/hogerop/{rest}"


def asked(by: Person, **more: object) -> dict:
    return {
        "to": "cce", "contact": "Marleen", "question": "Wie denkt mee?", "summary": "Om wie gaat het\nRuben, 15 jaar.",
        "keeper": by.user.pk, "asked_on": "1-3-2026", "form_token": str(uuid4()), **more,
    }  # fmt: skip


def send(case: Case, client: Client, keeper: Person) -> GoingUp:
    client.post(address(case), asked(keeper))
    return GoingUp.objects.get(case=case)


def test_visible_until_it_is_ended(petra: Person, emre: Person, sietske: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    given = asked(petra)
    for _ in range(2):
        client.post(address(case), given)
    thread = GoingUp.objects.get()
    grant_case(by=petra, case=case, user=emre.user)
    overview = as_(emre).get(f"/casussen/{case.number}/").content.decode()
    assert "ligt bij het CCE" in overview and "Wie denkt mee?" in overview
    hidden = as_(sietske).get(f"/casussen/{case.number}/").content.decode()
    assert "ligt bij het CCE" in hidden and "Wie denkt mee?" not in hidden
    assert "jij houdt de draad vast" in client.get("/").content.decode()
    came = {"answer": "Wij komen langs.", "answered_on": "8-3-2026"}
    client.post(address(case, f"{thread.pk}/bewaren/"), {**given, **came})
    assert "antwoord binnen" in client.get("/").content.decode()
    ended = {**came, "outcome": "Samen een plan gemaakt", "ended_on": "20-3-2026"}
    client.post(address(case, f"{thread.pk}/bewaren/"), {**given, **ended})
    assert "ligt bij het CCE" not in client.get(f"/casussen/{case.number}/").content.decode()
    assert "jij houdt de draad vast" not in client.get("/").content.decode()
    read = as_(emre).get(address(case, f"{thread.pk}/")).content.decode()
    assert "Samen een plan gemaakt" in read and "Bewaren" not in read
    assert set(AuditEvent.objects.filter(event__startswith="going_up.").values_list("event", flat=True)) == {
        "going_up.asked", "going_up.changed", "going_up.ended", "going_up.read",
    }  # fmt: skip


def test_nothing_goes_without_consent(petra: Person, as_: As) -> None:
    case, client = make_case(petra, consent=False), as_(petra)
    page = client.get(address(case)).content.decode()
    assert "Nog geen toestemming om te delen" in page
    answer = client.post(address(case), asked(petra))
    assert answer.status_code == 422 and not GoingUp.objects.exists()
    assert answer.context["form"].non_field_errors() and "Wie denkt mee?" in answer.content.decode()


def test_a_letter_does_not_leave_either_when_consent_is_gone(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    thread = send(case, client, petra)
    case.other_bases.all().delete()
    answer = client.get(address(case, f"{thread.pk}/pdf/"))
    assert answer.status_code == 302 and not AuditEvent.objects.filter(event="going_up.downloaded").exists()


def test_the_letter(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    thread = send(case, client, petra)
    answer = client.get(address(case, f"{thread.pk}/pdf/"))
    assert answer.content.startswith(b"%PDF-") and answer["Content-Disposition"].endswith(
        f'vraag-{case.number}.pdf"'
    )
    assert AuditEvent.objects.get(event="going_up.downloaded").case_number == case.number


def test_the_summary_is_there_already_and_names_nobody_too_much(petra: Person, as_: As) -> None:
    case = make_case(petra, last_name="Oosterhuis")
    analysis = make_analysis(case)
    Explanation.objects.create(analysis=analysis, text="Steeds moeten maakt moe.", certainty="hypothese")
    summary = as_(petra).get(address(case)).context["form"].initial["summary"]
    assert "Steeds moeten maakt moe." in summary and "even ophoudt met moeten" in summary
    assert "Oosterhuis" not in summary and "journaal" not in summary


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"to": "paus"}, "to"), ({"question": ""}, "question"), ({"summary": ""}, "summary"), ({"keeper": "0"}, "keeper"),
     ({"asked_on": "1-1-2100"}, "asked_on")],
)  # fmt: skip
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    answer = as_(petra).post(address(make_case(petra)), asked(petra, **wrong))
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"ended_on": "8-3-2026"}, "outcome"), ({"answered_on": "8-3-2026"}, "answer"),
     ({"answer": "Ja", "answered_on": "1-2-2026"}, "answered_on"),
     ({"outcome": "x", "ended_on": "1-2-2026"}, "ended_on"),
     ({"ended_on": "1-1-2100", "outcome": "x"}, "ended_on")],
)  # fmt: skip
def test_what_came_is_complete(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    thread = send(case, client, petra)
    answer = client.post(address(case, f"{thread.pk}/bewaren/"), asked(petra, **wrong))
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


def test_an_answer_without_a_day_came_today(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    thread = send(case, client, petra)
    client.post(address(case, f"{thread.pk}/bewaren/"), asked(petra, answer="Wij bellen."))
    thread.refresh_from_db()
    assert thread.answered_on == timezone.localdate()


def test_the_keeper_is_a_colleague_who_may_read_it(
    petra: Person, fokke: Person, bas: Person, sietske: Person, as_: As
) -> None:
    case = make_case(petra)
    for person in (fokke, bas, sietske):
        answer = as_(petra).post(address(case), asked(person))
        assert answer.status_code == 422 and list(answer.context["form"].errors) == ["keeper"]


def test_a_stake_that_was_said_after_the_form_was_read_is_told_at_the_keeper(
    petra: Person, carla: Person, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, client = make_case(petra), as_(petra)
    thread = send(case, client, petra)
    declare_conflict(by=petra, case=case, user=carla.user, reason="Is de buurvrouw")
    monkeypatch.setattr(thread_forms, "keepers", lambda _: User.objects.all())
    for path in ("", f"{thread.pk}/bewaren/"):
        answer = client.post(address(case, path), asked(carla))
        assert answer.status_code == 422 and "Wie denkt mee?" in answer.content.decode()
        assert answer.context["form"].errors["keeper"] == [
            "Carla Wiersma kan deze draad niet vasthouden. Kies een ander."
        ]
    assert GoingUp.objects.get().keeper == petra.user


def test_a_keeper_who_cannot_read_the_case_yet_is_named(petra: Person, emre: Person, as_: As) -> None:
    """Otherwise the thread would stand on nobody's Vandaag."""
    case, client = make_case(petra), as_(petra)
    answer = client.post(address(case), asked(emre), follow=True)
    assert "Emre Kaya ziet deze casus nog niet" in answer.content.decode()
    assert "jij houdt de draad vast" not in as_(emre).get("/").content.decode()
    grant_case(by=petra, case=case, user=emre.user)
    assert "jij houdt de draad vast" in as_(emre).get("/").content.decode()
    thread = GoingUp.objects.get()
    saved = client.post(address(case, f"{thread.pk}/bewaren/"), asked(emre, contact="Joke"), follow=True)
    assert "ziet deze casus nog niet" not in saved.content.decode()


def test_only_a_case_that_runs(petra: Person, as_: As) -> None:
    case = make_case(petra, phase=Phase.CLOSED)
    assert as_(petra).get(address(case)).status_code == 302
    as_(petra).post(address(case), asked(petra))
    assert not GoingUp.objects.exists()


def test_the_database_refuses(petra: Person) -> None:
    case = make_case(petra)
    day = timezone.localdate()
    given = {
        "case": case,
        "to": "cce",
        "question": "Wie?",
        "summary": "Ruben",
        "keeper": petra.user,
        "asked_on": day,
    }
    for wrong in ({"to": "x"}, {"question": ""}, {"answer": "Ja"}, {"answered_on": day}, {"ended_on": day}):
        with pytest.raises(IntegrityError), transaction.atomic():
            GoingUp.objects.create(**{**given, **wrong}, form_token=uuid4())


def test_headings_of_a_summary() -> None:
    text = "De vraag\nWat nu?\nEn dan?\n\nGewoon een zin.\r\n\r\nHij zegt,\nja"
    assert [(part["title"], part["text"]) for part in parts_in(text)] == [
        ("De vraag", "Wat nu?\nEn dan?"), ("", "Gewoon een zin."), ("", "Hij zegt,\nja"),
    ]  # fmt: skip
