"""Somebody in several cases is recognised, only from cases one may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.casefile.models import Case
from cases.people.actions import ParticipantData, add_participant
from cases.people.known import elsewhere, find_known, same_person, somebody_else
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

JOLANDA = ParticipantData("Jolanda Smit", "gi", organisation="JB Noord", phone="088 123 45 67")


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra)


@pytest.fixture
def there(petra: Person) -> Participant:
    """Jolanda in another case."""
    return add_participant(by=petra, case=make_case(petra, first_name="Noor"), data=JOLANDA)


def add(case: Case) -> str:
    return reverse("cases:participant_add", args=[case.number])


@pytest.mark.parametrize("typed", ["jolanda", "SMIT jol", "Jolánda", "smit  "])
def test_found_by_part_of_a_name(petra, there, typed: str) -> None:
    assert [one.participant for one in find_known(petra, typed)] == [there]


@pytest.mark.parametrize("typed", ["", "jo", "Jolanda Jansen", "%%%", "jol\\"])
def test_not_found(petra, there, typed: str) -> None:
    assert find_known(petra, typed) == []


def test_never_from_a_case_one_may_not_see(emre, fokke, there) -> None:
    assert find_known(emre, "jolanda") == [] and find_known(fokke, "jolanda") == []


def test_suggested_while_typing_and_traced_without_the_name(petra, as_, case, there) -> None:
    address = reverse("cases:people_known", args=[case.number])
    page = as_(petra).post(address, {"name": "jolan"}).content.decode()
    assert "JB Noord" in page and there.case.number in page
    event = AuditEvent.objects.get(event="people.known_looked_up")
    assert event.case_number == case.number and "jolan" not in str(event.details)


def test_picked_and_everything_is_filled_in(petra, as_, case, there) -> None:
    browser = as_(petra)
    assert "JB Noord" in browser.post(add(case), {"name": "smit", "zoek": "1"}).content.decode()
    form = browser.post(add(case), {"name": "smit", "kies": there.pk})
    filled = form.context["form"].initial
    assert [filled[name] for name in ("name", "role", "organisation", "phone")] == [
        "Jolanda Smit", "gi", "JB Noord", "088 123 45 67",
    ]  # fmt: skip
    assert AuditEvent.objects.filter(event="people.read", case_number=there.case.number).exists()
    browser.post(add(case), {"name": "Jolanda Smit", "role": "gi", "bekend": there.pk})
    assert case.participants.get().person_key == there.person_key
    page = browser.get(reverse("cases:people", args=[case.number])).content.decode()
    assert "Ook in 1 andere casus" in page and there.case.number in page


def test_what_is_secret_is_not_filled_in(petra, as_, case) -> None:
    hidden = ParticipantData(
        "Anja", "ouder", parental_authority="ja", address="Schuilstraat", address_secret=True
    )
    anja = add_participant(by=petra, case=make_case(petra), data=hidden)
    page = as_(petra).post(add(case), {"name": "x", "kies": anja.pk})
    assert "Schuilstraat" not in page.content.decode()
    assert page.context["form"].initial["address_secret"], "what was secret there, is asked as secret here"
    assert not page.context["form"].initial.get("parental_authority"), "authority is asked per child"


def test_nobody_is_picked_from_another_team(petra, fokke, as_, case) -> None:
    stranger = add_participant(by=fokke, case=make_case(fokke), data=JOLANDA)
    page = as_(petra).post(add(case), {"name": "Jolanda", "kies": stranger.pk})
    assert "JB Noord" not in page.content.decode()
    as_(petra).post(add(case), {"name": "Jolanda Smit", "role": "gi", "bekend": stranger.pk})
    assert case.participants.get().person_key != stranger.person_key


def test_other_cases_only_for_who_may_see_them(petra, emre, there) -> None:
    here = add_participant(by=petra, case=make_case(petra), data=JOLANDA, known=there)
    assert elsewhere(petra, here.case, [here]) == {here.person_key: [there.case]}
    assert elsewhere(emre, here.case, [here]) == {}


def test_the_same_name_asks_whether_it_is_the_same(petra, as_, case, there) -> None:
    here = add_participant(by=petra, case=case, data=JOLANDA)
    browser, page = as_(petra), reverse("cases:people", args=[case.number])
    assert "Ja, dezelfde persoon" in browser.get(page).content.decode()
    browser.post(reverse("cases:participant_same", args=[case.number, here.pk]), {"wie": there.pk})
    shown = browser.get(page).content.decode()
    assert "Ja, dezelfde persoon" not in shown and "Ook in 1 andere casus" in shown
    browser.post(reverse("cases:participant_same", args=[case.number, here.pk]))
    assert "Ook in" not in browser.get(page).content.decode()


def test_an_expert_is_asked_nothing(petra, carla, as_, case, there) -> None:
    add_participant(by=petra, case=case, data=JOLANDA)
    assert (
        "dezelfde persoon" not in as_(carla).get(reverse("cases:people", args=[case.number])).content.decode()
    )


def test_three_cases_become_one_person(petra, case, there) -> None:
    one = add_participant(by=petra, case=case, data=JOLANDA)
    two = add_participant(by=petra, case=make_case(petra), data=JOLANDA, known=one)
    assert same_person(by=petra, participant=one, other=there)
    assert not same_person(by=petra, participant=one, other=there)
    two.refresh_from_db()
    assert two.person_key == there.person_key
    somebody_else(by=petra, participant=two)
    assert set(elsewhere(petra, case, [one])[there.person_key]) == {there.case}


def test_destroying_one_case_leaves_the_other_whole(petra, case, there) -> None:
    here = add_participant(by=petra, case=case, data=JOLANDA, known=there)
    there.case.participants.all().delete()
    here.refresh_from_db()
    assert here.phone == "088 123 45 67" and elsewhere(petra, case, [here]) == {}


def test_one_question_however_many_are_known(petra) -> None:
    for number in range(30):
        add_participant(
            by=petra, case=make_case(petra), data=ParticipantData(f"Jan Jansen {number}", "school")
        )
    with CaptureQueriesContext(connection) as asked:
        found = [
            (one.participant.name, one.cases[0].young_person.first_name) for one in find_known(petra, "jan")
        ]
    assert (len(found), len(asked)) == (6, 1)


def test_a_new_number_reaches_the_other_cases_when_asked(petra, as_, case, there) -> None:
    here = add_participant(by=petra, case=case, data=JOLANDA, known=there)
    address = reverse("cases:participant", args=[case.number, here.pk])
    assert f"Dit ook bijwerken in {there.case.number}" in as_(petra).get(address).content.decode()
    sent = {"name": "Jolanda Smit", "role": "gi", "organisation": "JB Noord"}
    as_(petra).post(address, {**sent, "phone": "088 1"})
    there.refresh_from_db()
    assert there.phone == "088 123 45 67"
    as_(petra).post(address, {**sent, "phone": "088 1", "elsewhere": "on"})
    there.refresh_from_db()
    assert (there.phone, there.organisation) == ("088 1", "JB Noord")
    assert AuditEvent.objects.filter(event="people.changed", case_number=there.case.number).count() == 2
