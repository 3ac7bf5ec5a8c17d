"""Two teams may have a case with the same number: what was typed for one never lands in the other."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.casefile.models import Case
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.accounts.models import Membership, Role, Team
from tests.factories import make_case

As = Callable[[Person], Client]
ANJA = {"name": "Anja Oosterhuis", "role": "ouder"}


@pytest.fixture
def both(petra: Person, fokke: Person) -> tuple[Case, Case]:
    """A case of Groningen and one of Friesland with the same number; Petra works in both teams."""
    cases = make_case(petra), make_case(fokke)
    assert cases[0].number == cases[1].number
    Membership.objects.create(user=petra.user, team=fokke.team, role=Role.PROCESS_DIRECTOR)
    return cases


def in_friesland(client: Client, petra: Person) -> Client:
    """The browser after she went to the other team in another tab."""
    client.post(reverse("choose_team"), {"team": "groningen"})
    client.get("/")
    client.post(reverse("choose_team"), {"team": "friesland"})
    return client


def add(client: Client, case: Case, **more: Any) -> int:
    data = {**ANJA, **({"_team": more.pop("_team")} if "_team" in more else {})}
    return client.post(reverse("cases:participant_add", args=[case.number]), data, **more).status_code


def test_a_form_of_the_other_team_is_refused(petra: Person, as_: As, both: tuple[Case, Case]) -> None:
    client = in_friesland(as_(petra), petra)
    assert add(client, both[0], _team="groningen") == 409
    assert add(client, both[0], HTTP_X_TEAM="groningen", HTTP_HX_REQUEST="true") == 403
    assert add(client, both[0], HTTP_X_TEAM="groningen", HTTP_X_AUTOSAVE="1") == 403
    assert not Participant.objects.exists()
    assert add(client, both[1], _team="friesland") == 302
    assert Participant.objects.get().case == both[1]


def test_without_script_the_token_of_the_form_is_no_longer_good(
    petra: Person, both: tuple[Case, Case]
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(petra.user)
    page = client.get(reverse("cases:participant_add", args=[both[0].number]))
    token = {"csrfmiddlewaretoken": page.context["csrf_token"]}
    address = reverse("cases:participant_add", args=[both[0].number])
    assert client.post(address, {"name": "", **token}).status_code == 422
    client.post(reverse("choose_team"), {"team": "friesland", **token})
    assert client.post(address, {**ANJA, **token}).status_code == 403
    assert not Participant.objects.exists()


def test_going_elsewhere_and_logging_out_works_from_every_page(
    petra: Person, as_: As, both: tuple[Case, Case]
) -> None:
    client = in_friesland(as_(petra), petra)
    stale = {"_team": "groningen"}
    assert client.post(reverse("choose_team"), {"team": "groningen", **stale}).status_code == 302
    assert client.post(reverse("account_logout"), {"_team": "friesland"}).status_code == 302


def test_who_left_the_team_cannot_finish_a_form_of_it(
    petra: Person, as_: As, both: tuple[Case, Case]
) -> None:
    client = as_(petra)
    client.post(reverse("choose_team"), {"team": "groningen"})
    petra.user.memberships.filter(team=petra.team).delete()
    assert add(client, both[0], _team="groningen") == 409
    assert not Participant.objects.exists()


def test_a_page_says_of_which_team_it_is(petra: Person, as_: As, groningen: Team) -> None:
    assert '<html lang="nl" data-team="groningen">' in as_(petra).get("/").content.decode()
    assert '<html lang="nl">' in Client().get(reverse("account_login")).content.decode()
