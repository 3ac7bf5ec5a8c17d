"""The page of somebody outside the team: what is asked, an answer, and what the team sees of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from cases.casefile.models import Case, Phase
from cases.casefile.moves import change_phase
from cases.consent.models import OtherBasis
from cases.outside.actions import give_link
from cases.outside.models import OutsideLink
from cases.steering.actions import MANAGER_PAGE, OWNER_PAGE, change_action, known
from cases.steering.answers import note_answer
from cases.steering.models import Action, ActionAnswer
from cases.steering.reminders import send_reminders
from cases.steering.today import due_actions, new_answers
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent

from .conftest import FRIDAY, MONDAY, Clock, after, more

As = Callable[[Person], Client]


def path_of(by: Person, action: Action, purpose: str = OWNER_PAGE) -> str:
    return give_link(by=by, case=action.case, purpose=purpose, subject_id=action.pk).path


def token_on(page: str, action: Action) -> str:
    found = re.search(rf'name="a{action.pk}-form_token" value="([0-9a-f-]+)"', page)
    assert found
    return found[1]


def answer(path: str, action: Action, browser: Client | None = None, **given: str) -> Any:
    """Open the page, fill in, send."""
    browser = browser or Client()
    token = token_on(browser.get(path).content.decode(), action)
    fields = {"form_token": token, "kind": "klaar", "new_date": "", "text": "", **given}
    return browser.post(path, {f"a{action.pk}-{name}": value for name, value in fields.items()}, follow=True)


def test_done_from_outside(petra: Person, asked: Action, as_: As) -> None:
    page = answer(path_of(petra, asked), asked, text="Zit in de bijlage").content.decode()
    asked.refresh_from_db()
    assert (asked.status, asked.result, asked.done_on) == ("gedaan", "Zit in de bijlage", MONDAY)
    assert "Dank je wel" in page and "Er staat niets meer open" in page and "Wat je al liet weten" in page
    row = as_(petra).get("/").content.decode()
    assert "Antwoorden van buiten" in row and "Zit in de bijlage" in row
    assert AuditEvent.objects.get(event="outside.answered").user.name == "Iemand met een link"
    assert asked.history.first().history_user.name == "Iemand met een link"


def test_the_page_shows_what_is_asked_and_no_more(
    petra: Person, asked: Action, case: Case, mother: Any
) -> None:
    more(petra, case, "Iets van een ander", owner_name="Jan", owner_email="jan@school.test")
    more(petra, case, "Nog iets van Gea", owner_email="GEA@school.test")
    page = Client().get(path_of(petra, asked)).content.decode()
    assert (
        "Rooster sturen" in page
        and "Nog iets van Gea" in page
        and "Ruben" in page
        and "Petra Nijboer" in page
    )
    for hidden in ("Iets van een ander", "Oosterhuis", case.number, "Anja", "Hoofdmenu"):
        assert hidden not in page


def test_looking_changes_nothing(petra: Person, asked: Action) -> None:
    path = path_of(petra, asked)
    before = list(OutsideLink.objects.values()), list(Action.objects.values())
    for method in ("get", "head"):
        assert getattr(Client(), method)(path).status_code == 200
    assert (list(OutsideLink.objects.values()), list(Action.objects.values())) == before
    assert (
        not ActionAnswer.objects.exists()
        and AuditEvent.objects.filter(event="outside.page_read").count() == 1
    )


def test_a_double_click_is_one_answer(petra: Person, asked: Action) -> None:
    path, browser = path_of(petra, asked), Client()
    token = token_on(browser.get(path).content.decode(), asked)
    data = {"form_token": token, "kind": "later", "new_date": "4-12-2026", "text": "Druk"}
    for _ in range(3):
        browser.post(path, {f"a{asked.pk}-{name}": value for name, value in data.items()})
    assert ActionAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "later", "text": "Druk"}, "new_date"),
        ({"kind": "later", "new_date": "1-11-2026", "text": "Druk"}, "new_date"),
        ({"kind": "later", "new_date": "31-2-2027", "text": "Druk"}, "new_date"),
        ({"kind": "later", "new_date": "4-12-2026"}, "text"),
        ({"kind": "kan_niet", "text": " "}, "text"),
        ({"kind": "klaar", "text": "x" * 1001}, "text"),
    ],
)
def test_mistakes_stand_at_their_field(
    wrong: dict[str, str], field: str, petra: Person, asked: Action
) -> None:
    page = answer(path_of(petra, asked), asked, **wrong)
    assert page.status_code == 422 and not ActionAnswer.objects.exists()
    assert list(page.context["forms"][0].errors) == [field]


def test_a_new_day_is_asked_and_agreed_in_one_click(
    petra: Person, asked: Action, as_: As, clock: Clock
) -> None:
    answer(path_of(petra, asked), asked, kind="later", new_date="4-12-2026", text="Het rooster verandert nog")
    assert send_reminders(FRIDAY) == 0, "she answered: now it is our turn"
    assert not due_actions(petra, FRIDAY).exists()
    found = new_answers(petra, FRIDAY).get()
    for _ in range(2):
        as_(petra).post(
            f"/casussen/{asked.case.number}/acties/antwoorden/{found.pk}/gezien/", {"akkoord": "1"}
        )
    asked.refresh_from_db()
    assert asked.due_on == date(2026, 12, 4) and not new_answers(petra, FRIDAY).exists()
    assert AuditEvent.objects.filter(event="action.answer_noted").count() == 1


def test_it_cannot_and_that_is_seen(petra: Person, asked: Action, as_: As, clock: Clock) -> None:
    answer(path_of(petra, asked), asked, kind="kan_niet", text="Ik werk hier niet meer")
    page = as_(petra).get(f"/casussen/{asked.case.number}/acties/").content.decode()
    assert "het lukt niet" in page and "Ik werk hier niet meer" in page
    found = ActionAnswer.objects.get()
    as_(petra).post(f"/casussen/{asked.case.number}/acties/antwoorden/{found.pk}/gezien/")
    asked.refresh_from_db()
    assert asked.status == "open" and asked.due_on == FRIDAY
    clock(FRIDAY)
    assert send_reminders(FRIDAY) == 1


def test_who_answered_is_thanked_and_not_asked_again(petra: Person, asked: Action, case: Case) -> None:
    path, browser = path_of(petra, asked), Client()
    page = answer(path, asked, browser, kind="later", new_date="4-12-2026", text="Druk").content.decode()
    assert "Je antwoord is bij het team" in page and "Toch iets anders laten weten" in page
    assert "Antwoord sturen" not in page, "the form stays out of the way"
    more(petra, case, "Nog iets van Gea")
    page = browser.get(path).content.decode()
    assert "Hoe staat het ervoor?" in page and page.count("Toch iets anders laten weten") == 1
    note_answer(by=petra, answer=ActionAnswer.objects.get(), agree=True)
    assert "Toch iets anders laten weten" not in browser.get(path).content.decode(), "asked again later"


def test_what_was_done_and_opened_again_is_asked_again(petra: Person, asked: Action) -> None:
    path, browser = path_of(petra, asked), Client()
    answer(path, asked, browser, text="Zit in de bijlage")
    asked.refresh_from_db()
    change_action(by=petra, action=asked, data=replace(known(asked), status="open"))
    page = browser.get(path).content.decode()
    assert "Hoe staat het ervoor?" in page and "Antwoord sturen" in page


def test_a_mistake_in_a_second_answer_is_in_sight(petra: Person, asked: Action) -> None:
    path, browser = path_of(petra, asked), Client()
    answer(path, asked, browser, kind="later", new_date="4-12-2026", text="Druk")
    page = answer(path, asked, browser, kind="kan_niet", text="").content.decode()
    assert '<details class="et-open" open><summary>Toch iets anders' in page


def test_what_was_said_before_is_seen_with_the_last_word(petra: Person, asked: Action, as_: As) -> None:
    path, browser = path_of(petra, asked), Client()
    manager = path_of(petra, asked, MANAGER_PAGE)
    answer(path, asked, browser, kind="later", new_date="4-12-2026", text="Druk")
    answer(manager, asked, kind="later", new_date="5-12-2026", text="Ik regel het")
    answer(path, asked, browser, kind="kan_niet", text="Toch niet")
    last = ActionAnswer.objects.get(text="Toch niet")
    as_(petra).post(f"/casussen/{asked.case.number}/acties/antwoorden/{last.pk}/gezien/")
    assert [one.text for one in new_answers(petra, MONDAY)] == ["Ik regel het"]
    assert set(ActionAnswer.objects.exclude(noted_at=None).values_list("noted_by", flat=True)) == {
        petra.user.pk
    }


def test_an_action_of_somebody_else_cannot_be_answered(petra: Person, asked: Action, case: Case) -> None:
    other = more(petra, case, "Van Jan", owner_name="Jan", owner_email="jan@school.test")
    path, browser = path_of(petra, asked), Client()
    token = token_on(browser.get(path).content.decode(), asked)
    browser.post(path, {f"a{other.pk}-form_token": token, f"a{other.pk}-kind": "klaar"})
    other.refresh_from_db()
    assert other.status == "open" and not ActionAnswer.objects.exists()


def test_another_owner_closes_the_link(petra: Person, emre: Person, asked: Action) -> None:
    path = path_of(petra, asked)
    change_action(by=petra, action=asked, data=replace(known(asked), owner_email="jan@school.test"))
    assert Client().get(path).status_code == 410


def test_consent_withdrawn_closes_the_page(petra: Person, asked: Action) -> None:
    path = path_of(petra, asked)
    OtherBasis.objects.filter(purpose="delen").delete()
    page = Client().get(path).content.decode()
    assert "Deze pagina is even dicht" in page and "Rooster" not in page and "Ruben" not in page


def test_a_closed_case_asks_nothing(petra: Person, asked: Action, case: Case) -> None:
    path = path_of(petra, asked)
    change_phase(by=petra, case=case, phase=Phase.CLOSED)
    assert "Het is afgerond" in Client().get(path).content.decode()


def test_a_manager_answers(petra: Person, asked: Action) -> None:
    page = answer(
        path_of(petra, asked, MANAGER_PAGE), asked, kind="later", new_date="4-12-2026", text="Ik regel het"
    )
    assert page.status_code == 200 and ActionAnswer.objects.get().by_manager


def test_hostile_text_stays_text(petra: Person, asked: Action, as_: As) -> None:
    answer(path_of(petra, asked), asked, text="<script>alert(1)</script> 🚲 \u202eomgekeerd")
    for page in ("/", f"/casussen/{asked.case.number}/acties/"):
        assert "<script>alert(1)" not in as_(petra).get(page).content.decode()


def test_who_is_logged_in_as_well_sees_what_the_other_sees(
    petra: Person, fokke: Person, asked: Action, as_: As
) -> None:
    path = path_of(petra, asked)
    page = as_(fokke).get(path).content.decode()
    assert "Rooster sturen" in page and "Fokke" not in page
    assert answer(path, asked, as_(fokke)).status_code == 200
    asked.refresh_from_db()
    assert asked.status == "gedaan"


def test_days_go_by(petra: Person, asked: Action, clock: Clock) -> None:
    path = path_of(petra, asked)
    clock(after(MONDAY, 22))
    assert Client().get(path).status_code == 410
