"""What is wrong with a password is said in plain Dutch, and to the point."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from expertteam.access.person import Person
from tests.cast import PASSWORD


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("kort-ding", "Dit wachtwoord is nog 3 tekens te kort."),
        ("elf-tekens!", "Dit wachtwoord is nog 1 teken te kort."),
        ("petra nijboer", "Dit wachtwoord lijkt te veel op je naam of e-mailadres."),
        ("password1234", "Dit wachtwoord gebruiken te veel mensen."),
    ],
)
def test_a_weak_password_is_refused_in_words(
    petra: Person, as_: Callable[[Person], Client], password: str, said: str
) -> None:
    typed = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    page = as_(petra).post(reverse("account_change_password"), typed).content.decode()
    assert said in page
    assert "password is too" not in page


def test_a_good_password_is_taken(petra: Person, as_: Callable[[Person], Client]) -> None:
    typed = {
        "oldpassword": PASSWORD,
        "password1": "fietsen langs het Reitdiep",
        "password2": "fietsen langs het Reitdiep",
    }
    as_(petra).post(reverse("account_change_password"), typed)
    petra.user.refresh_from_db()
    assert petra.user.check_password("fietsen langs het Reitdiep")


def test_a_wrong_login_tells_nothing_about_who_exists(client: Client, petra: Person) -> None:
    for address in (petra.user.email, "niemand@groningen.test"):
        page = client.post(
            reverse("account_login"), {"login": address, "password": "iets heel anders"}
        ).content.decode()
        assert "Dit e-mailadres en wachtwoord horen niet bij elkaar." in page
