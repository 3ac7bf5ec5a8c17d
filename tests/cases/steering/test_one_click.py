"""The page of actions and Vandaag: one line makes an action, one click moves it on."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.consent.models import OtherBasis
from cases.people.models import Participant
from cases.steering.actions import snooze_action
from cases.steering.models import Action, ReminderSettings
from cases.steering.today import due_actions, own_actions, stuck_actions
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.mail.models import OutgoingMail

from .conftest import FRIDAY, MONDAY, Clock, after, more

As = Callable[[Person], Client]


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/acties/{rest}"


def line(browser: Client, case: Case, typed: str) -> str:
    answer = browser.post(address(case, "regel/"), {"line": typed}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_line_becomes_an_action_of_whom_is_known(
    petra: Person, emre: Person, case: Case, mother: Participant, as_: As
) -> None:
    browser = as_(petra)
    assert "Staat erbij: Anja Oosterhuis · Belt school · vrijdag 27 november 2026." in line(
        browser, case, "anja belt school, vrijdag"
    )
    assert "Emre Kaya ziet deze casus nog niet" in line(browser, case, "Emre: dossier lezen, over een week")
    line(browser, case, "plan mailen")
    found = {action.text: action for action in case.actions.all()}
    assert found["Belt school"].owner_participant == mother and found["Belt school"].due_on == FRIDAY
    assert found["Dossier lezen"].owner_user == emre.user and found["Plan mailen"].owner_user == petra.user


@pytest.mark.parametrize("typed", ["", "Gea belt school, 31-2", "x" * 501])
def test_a_line_that_is_not_understood_is_not_lost(typed: str, petra: Person, case: Case, as_: As) -> None:
    answer = as_(petra).post(address(case, "regel/"), {"line": typed})
    page = answer.content.decode()
    assert (
        answer.status_code == 422 and 'id="line-fout"' in page and typed in page and not case.actions.exists()
    )


def test_what_is_understood_is_shown_and_not_kept(
    petra: Person, case: Case, mother: Participant, as_: As
) -> None:
    page = as_(petra).post(address(case, "regel/lezen/"), {"line": "Anja belt morgen"}).content.decode()
    assert "Anja Oosterhuis" in page and "dinsdag 24 november 2026" in page and not case.actions.exists()


def test_late_open_and_of_one_person(petra: Person, asked: Action, case: Case, as_: As, clock: Clock) -> None:
    more(petra, case, "Iets anders", owner_name="Jan", owner_email="jan@school.test")
    clock(after(FRIDAY, 1))
    page = as_(petra).get(address(case)).content.decode()
    assert "Te laat" in page and "Gea Bos" in page and "1 te laat" in page
    only = as_(petra).get(address(case) + f"?wie={asked.pk}").content.decode()
    assert "Rooster sturen" in only and "Iets anders" not in only


def test_done_with_what_came_of_it_and_afterwards(petra: Person, asked: Action, case: Case, as_: As) -> None:
    browser = as_(petra)
    for _ in range(2):
        browser.post(address(case, f"{asked.pk}/klaar/"), {"result": "Gemaild"})
    asked.refresh_from_db()
    assert (asked.status, asked.result, asked.done_on) == ("gedaan", "Gemaild", MONDAY)
    assert AuditEvent.objects.filter(event="action.finished").count() == 1
    browser.post(address(case, f"{asked.pk}/resultaat/"), {"result": "Toch per post"})
    asked.refresh_from_db()
    assert asked.result == "Toch per post" and asked.done_on == MONDAY


def test_an_expert_finishes_their_own_and_no_other(
    petra: Person, emre: Person, asked: Action, case: Case, as_: As
) -> None:
    grant_case(by=petra, case=case, user=emre.user)
    own = more(
        petra,
        case,
        "Lezen",
        owner_name="Emre",
        owner_user_id=emre.user.pk,
        owner_email="",
        owner_organisation="",
    )
    assert [row.text for row in own_actions(emre, MONDAY)] == ["Lezen"] and not own_actions(petra, MONDAY)
    answers = [as_(emre).post(address(case, f"{one.pk}/klaar/")).status_code for one in (own, asked)]
    own.refresh_from_db()
    assert answers == [302, 403] and own.status == "gedaan"


def test_an_action_of_a_case_one_may_not_see_is_not_on_the_list(
    petra: Person, emre: Person, case: Case
) -> None:
    more(
        petra,
        case,
        "Lezen",
        owner_name="Emre",
        owner_user_id=emre.user.pk,
        owner_email="",
        owner_organisation="",
    )
    assert not own_actions(emre, MONDAY).exists()


def test_in_a_week_from_vandaag(petra: Person, asked: Action, case: Case, as_: As) -> None:
    answer = as_(petra).post(address(case, f"{asked.pk}/later/"), {"days": "7", "terug": "vandaag"})
    asked.refresh_from_db()
    assert answer["Location"] == "/" and asked.snoozed_until == after(MONDAY, 7)
    assert not due_actions(petra, MONDAY).exists() and due_actions(petra, after(MONDAY, 7)).exists()
    assert as_(petra).post(address(case, f"{asked.pk}/later/"), {"days": "999"}).status_code == 302


def test_remind_and_why_it_cannot(petra: Person, asked: Action, case: Case, as_: As) -> None:
    browser = as_(petra)
    said = [
        browser.post(address(case, f"{asked.pk}/herinneren/"), follow=True).content.decode() for _ in range(2)
    ]
    assert "Gea Bos krijgt een mail" in said[0] and "kreeg vandaag al een mail" in said[1]
    assert OutgoingMail.objects.count() == 1


def test_the_page_says_what_consent_is_missing(petra: Person, asked: Action, case: Case, as_: As) -> None:
    assert "krijgt nog geen mail" not in as_(petra).get(address(case)).content.decode()
    OtherBasis.objects.filter(purpose="delen").delete()
    page = as_(petra).get(address(case)).content.decode()
    assert "Wie buiten het team werkt, krijgt nog geen mail" in page and "Gea Bos" in page
    assert "Naar Toestemming" in page


def test_vandaag_groups_by_who_and_late_first(
    petra: Person, fokke: Person, asked: Action, case: Case
) -> None:
    more(petra, case, "Vroeger", owner_name="Zus", due_on=date(2026, 11, 10))
    more(petra, case, "Ook van Gea", due_on=MONDAY)
    more(petra, case, "Zondag nog", owner_name="Bo", due_on=date(2026, 11, 29))
    more(petra, case, "Volgende week", owner_name="Bo", due_on=date(2026, 11, 30))
    snooze_action(by=petra, action=more(petra, case, "Slaapt", due_on=MONDAY), until=FRIDAY)
    rows = [(row.owner_name, row.text, row.place) for row in due_actions(petra, MONDAY)]
    assert rows == [
        ("Zus", "Vroeger", 1), ("Gea Bos", "Ook van Gea", 1), ("Gea Bos", "Rooster sturen", 2), ("Bo", "Zondag nog", 1),
    ]  # fmt: skip
    assert not due_actions(fokke, MONDAY).exists() and due_actions(petra, MONDAY).count() == 4


def test_what_an_organisation_leaves_lying(
    petra: Person, asked: Action, case: Case, as_: As, clock: Clock
) -> None:
    day = after(FRIDAY, 14)
    assert not stuck_actions(petra, after(day, -1)).exists() and stuck_actions(petra, day).get() == asked
    clock(day)
    assert "Vul leidinggevende in" in as_(petra).get("/vandaag/blijft-liggen/").content.decode()


def test_as_many_queries_for_thirty_rows_of_vandaag(
    petra: Person, asked: Action, case: Case, as_: As
) -> None:
    browser, asked_for = as_(petra), []
    for extra in (0, 29):
        for number in range(extra):
            more(petra, case, f"Actie {number}")
        browser.get("/vandaag/acties/")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/vandaag/acties/")
        asked_for.append(len(queries))
    assert asked_for[0] == asked_for[1]


@pytest.mark.parametrize(
    ("before", "after_", "days"), [("3", "2, 7 en 14", [-3, 0, 2, 7, 14]), ("", "", [0])]
)
def test_the_team_chooses_its_days(carla: Person, as_: As, before: str, after_: str, days: list[int]) -> None:
    data = {"before": before, "after": after_, "on_the_day": "on", "escalate_after": "10"}
    page = as_(carla).post("/beheer/herinneringen/", data, follow=True)
    chosen = ReminderSettings.objects.get()
    assert page.status_code == 200 and (chosen.days, chosen.escalate_after) == (days, 10)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"before": "drie"}, "before"), ({"after": "0"}, "after"), ({"escalate_after": "0"}, "escalate_after")],
)
def test_days_that_are_none(carla: Person, as_: As, wrong: dict[str, str], field: str) -> None:
    data = {"before": "3", "after": "2", "escalate_after": "14", **wrong}
    answer = as_(carla).post("/beheer/herinneringen/", data)
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert not ReminderSettings.objects.exists()
