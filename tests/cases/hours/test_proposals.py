"""Hours the site knows of: confirmed in one click, refused for good, only one's own."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.hours.models import DismissedProposal, HourEntry
from cases.hours.proposals import own_proposals, proposals_in
from cases.process.journal import add_entry
from cases.steering.models import Action, ActionStatus
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]


def note(case: Case, by: Person, minutes: int | None = 20, text: str = "School gebeld") -> int:
    return add_entry(by=by, case=case, kind="bellen", text=text, minutes=minutes).pk


def finished(case: Case, by: Person, day: date = date(2026, 3, 2)) -> Action:
    return Action.objects.create(
        case=case, text="Rapport lezen", owner_name=by.user.name, owner_user=by.user, status=ActionStatus.DONE,
        done_on=day,
    )  # fmt: skip


def press(client: Client, case: Case, what: str, origin: str, key: int, **more: str) -> str:
    given = {"origin": origin, "key": key, **more}
    return client.post(f"/casussen/{case.number}/uren/{what}/", given, follow=True).content.decode()


def test_journal_and_actions_are_proposed_and_nothing_else(petra: Person) -> None:
    case = make_case(petra)
    note(case, petra)
    note(case, petra, minutes=None)
    finished(case, petra)
    Action.objects.create(case=case, text="Open", owner_name="Petra", owner_user=petra.user)
    Action.objects.create(
        case=case, text="Ander", owner_name="Gea", status=ActionStatus.DONE, done_on=date(2026, 3, 2)
    )
    rows = list(own_proposals(petra))
    assert [(row["origin"], row["took"], row["about"]) for row in rows] == [
        ("actie", 30, "Rapport lezen"), ("journaal", 20, "gebeld: School gebeld"),
    ]  # fmt: skip
    assert {row["number"] for row in rows} == {case.number} and rows[0]["who"] == "Petra Nijboer"


def test_confirmed_in_one_click_once(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    key = note(case, petra)
    for _ in range(2):
        page = press(client, case, "bevestigen", "journaal", key)
    entry = HourEntry.objects.get()
    assert (entry.minutes, entry.day, entry.what) == (20, timezone.localdate(), "gebeld: School gebeld")
    assert "Klopt dit?" not in page and not own_proposals(petra)


def test_refused_for_good(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    key = note(case, petra)
    for _ in range(2):
        press(client, case, "telt-niet", "journaal", key)
    assert DismissedProposal.objects.count() == 1 and not own_proposals(petra)
    press(client, case, "bevestigen", "journaal", key)
    assert not HourEntry.objects.exists()


def test_taking_confirmed_hours_away_does_not_propose_them_again(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    press(client, case, "bevestigen", "journaal", note(case, petra))
    client.post(f"/casussen/{case.number}/uren/{HourEntry.objects.get().pk}/weg/")
    assert not HourEntry.objects.exists() and not own_proposals(petra)


def test_all_of_ones_own_at_once(petra: Person, emre: Person, as_: As) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    note(case, petra)
    finished(case, petra)
    note(case, emre)
    as_(petra).post(f"/casussen/{case.number}/uren/bevestigen/", {"alles": "ja"})
    assert set(HourEntry.objects.values_list("user__name", flat=True)) == {"Petra Nijboer"}
    assert HourEntry.objects.count() == 2 and own_proposals(emre).count() == 1


def test_only_the_procesregisseur_confirms_for_others(
    petra: Person, emre: Person, sietske: Person, as_: As
) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    key = note(case, emre)
    note(case, emre, text="Moeder gebeld")
    page = as_(sietske).get(f"/casussen/{case.number}/uren/").content.decode()
    assert "School gebeld" not in page
    given = {"origin": "journaal", "key": key}
    for what in ("bevestigen", "telt-niet"):
        assert as_(sietske).post(f"/casussen/{case.number}/uren/{what}/", given).status_code == 403
    assert "Emre Kaya" in as_(petra).get(f"/casussen/{case.number}/uren/").content.decode()
    press(as_(petra), case, "bevestigen", "journaal", key)
    entry = HourEntry.objects.get()
    assert (entry.user, entry.entered_by) == (emre.user, petra.user) and proposals_in(case, None).count() == 1


@pytest.mark.parametrize(
    ("origin", "key"),
    [("journaal", "0"), ("zomaar", "1"), ("", ""), ("journaal", "9" * 40), ("x" * 99, "-1")],
)
def test_nonsense_does_nothing(origin: str, key: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(f"/casussen/{case.number}/uren/bevestigen/", {"origin": origin, "key": key})
    assert answer.status_code == 302 and not HourEntry.objects.exists()


def test_not_through_another_case(petra: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    press(as_(petra), other, "bevestigen", "journaal", note(case, petra))
    assert not HourEntry.objects.exists()


def test_more_than_a_day_is_said_and_nothing_is_done(petra: Person, as_: As) -> None:
    case = make_case(petra)
    HourEntry.objects.create(
        case=case, user=petra.user, minutes=1430, day=timezone.localdate(), entered_by=petra.user
    )
    page = press(as_(petra), case, "bevestigen", "journaal", note(case, petra))
    assert "meer dan 24 uur" in page and HourEntry.objects.count() == 1


def test_on_the_start_page_only_ones_own(petra: Person, emre: Person, as_: As) -> None:
    case = make_case(petra, first_name="Fenna")
    key = note(case, petra)
    page = as_(petra).get("/").content.decode()
    assert "Uren bevestigen" in page and "School gebeld" in page and "Fenna" in page
    assert "School gebeld" not in as_(emre).get("/").content.decode()
    page = press(as_(petra), case, "bevestigen", "journaal", key, terug="vandaag")
    assert "20 min bevestigd" in page and "<h1>Vandaag</h1>" in page and "Uren bevestigen" not in page


def test_who_lost_the_case_sees_no_proposal_of_it(petra: Person, emre: Person) -> None:
    case = make_case(petra)
    grant_case(by=petra, case=case, user=emre.user)
    note(case, emre)
    assert own_proposals(emre).count() == 1
    case.grants.all().delete()
    assert not own_proposals(emre)


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    note(case, petra)
    client.get("/vandaag/uren/")
    with CaptureQueriesContext(connection) as one:
        client.get("/vandaag/uren/")
    for number in range(29):
        note(case, petra, text=f"Gebeld {number}")
    with CaptureQueriesContext(connection) as thirty:
        page = client.get("/vandaag/uren/").content.decode()
    assert len(one) == len(thirty) and page.count("Bevestigen<") == 30
