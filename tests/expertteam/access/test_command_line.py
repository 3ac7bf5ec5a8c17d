"""Who acts when a command does."""

import pytest

from cases.people.models import YoungPerson
from expertteam.access.command_line import SYSTEM_EMAIL, NobodyActs, history_of, person_on_command_line
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team, User
from tests.cast import make_person

pytestmark = pytest.mark.django_db


def test_the_first_procesregisseur_acts(carla: Person, petra: Person) -> None:
    make_person(petra.team, "Wim Later", Role.PROCESS_DIRECTOR)
    found = person_on_command_line("groningen")
    assert (found.user, found.roles) == (petra.user, petra.roles)


def test_without_procesregisseur_the_coordinator_acts(carla: Person) -> None:
    assert person_on_command_line("groningen").user == carla.user


def test_somebody_who_left_does_not_act(petra: Person, carla: Person) -> None:
    User.objects.filter(pk=petra.user.pk).update(is_active=False)
    assert person_on_command_line("groningen").user == carla.user


def test_a_team_without_people_gets_a_user_that_cannot_log_in(groningen: Team) -> None:
    first, again = person_on_command_line("groningen"), person_on_command_line("groningen")
    assert first.user == again.user
    assert (first.user.email, first.user.is_active) == (SYSTEM_EMAIL, False)
    assert not first.user.has_usable_password()


def test_the_named_person_acts(petra: Person, carla: Person) -> None:
    assert person_on_command_line("groningen", " Carla@Groningen.test ").user == carla.user


@pytest.mark.parametrize(
    ("team", "email", "words"),
    [
        ("drenthe", None, "Team “drenthe” bestaat niet. Teams hier: friesland, groningen."),
        ("groningen", "niemand@groningen.test", "is niemand met e-mailadres niemand@groningen.test"),
        ("groningen", "fokke@friesland.test", "In Expertteam Groningen is niemand met e-mailadres fokke"),
        (
            "groningen",
            "lies@groningen.test",
            "mag dit niet: daarvoor moet je procesregisseur of coördinator zijn",
        ),
    ],
)
def test_nobody_acts(
    petra: Person, fokke: Person, lies: Person, team: str, email: str | None, words: str
) -> None:
    with pytest.raises(NobodyActs, match=words):
        person_on_command_line(team, email)


def test_history_names_who_acted(petra: Person) -> None:
    with history_of(petra):
        inside = YoungPerson.objects.create(
            team=petra.team, first_name="A", last_name="B", birth_date="2010-01-01"
        )
    outside = YoungPerson.objects.create(
        team=petra.team, first_name="C", last_name="D", birth_date="2010-01-01"
    )
    assert inside.history.get().history_user == petra.user
    assert outside.history.get().history_user is None
