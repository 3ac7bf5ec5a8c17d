"""Who the aanmelding names stands with the people of the new case."""

import pytest
from django.urls import reverse

from cases.casefile.models import Case
from cases.intake.named import let_people_follow, put_named_people
from cases.intake.queries import answers_of
from tests.factories import make_case

from .filled import everything, referral
from .test_read_and_change import change_url, stored_as_typed

NEW = reverse("cases:new")


def people_of(case: Case) -> list[tuple[str, str, str]]:
    return list(case.participants.values_list("name", "role", "parental_authority"))


def test_the_young_person_and_the_caller(petra, as_) -> None:
    browser, sent = as_(petra), everything()
    for _ in range(2):
        browser.post(NEW, sent)
    case = Case.objects.get()
    assert people_of(case) == [("Fenna Hoekstra", "jeugdige", ""), ("Fokje Tiemersma", "aanmelder", "")]
    caller = case.participants.get(role="aanmelder")
    assert (caller.organisation, caller.phone, caller.email) == (
        "Gemeente Midden-Groningen",
        "0598 12 34 56",
        "fokje@gemeente.example",
    )
    page = browser.get(reverse("cases:people", args=[case.number])).content.decode()
    assert "Fokje Tiemersma" in page and "Nog niemand" not in page


@pytest.mark.parametrize(
    ("asker", "name", "more"),
    [
        ("ouders", "  Anja   Hoekstra ", [("Anja Hoekstra", "ouder", "onbekend")]),
        ("ouders", "", []),
        ("jeugdige", "Fenna", []),
        ("onderwijs", "Juf Els", [("Juf Els", "aanmelder", "")]),
    ],
)
def test_who_called(petra, as_, asker: str, name: str, more: list) -> None:
    as_(petra).post(NEW, referral(asker=asker, referrer_name=name))
    assert people_of(Case.objects.get())[1:] == more


def test_a_parent_of_whom_authority_is_not_known_gives_no_consent_yet(petra, as_) -> None:
    browser = as_(petra)
    browser.post(NEW, referral(asker="ouders", referrer_name="Anja Hoekstra", birth_date="14-3-2016"))
    page = browser.get(reverse("cases:referral", args=[Case.objects.get().number]))
    assert not any("Anja" in line for line in page.context["consent"])


def test_again_adds_nobody(petra) -> None:
    case = make_case(petra, referral={"referrer_name": "Fokje Tiemersma"})
    for _ in range(2):
        put_named_people(case, answers_of(case))
    assert len(people_of(case)) == 2


def test_the_longest_names_fit(petra, as_) -> None:
    browser = as_(petra)
    browser.post(NEW, referral(first_name="x" * 100, last_name="y" * 200, referrer_name="z" * 200))
    assert [len(name) for name, _, _ in people_of(Case.objects.get())] == [200, 200]


def test_without_the_form_nobody_is_put_there(petra) -> None:
    assert people_of(make_case(petra, referral={"referrer_name": "Fokje"})) == []


def test_a_name_corrected_in_the_aanmelding_follows(petra, as_) -> None:
    browser = as_(petra)
    browser.post(NEW, everything())
    case = Case.objects.get()
    sent = stored_as_typed(browser, case, first_name="Femke", referrer_name="Fokje Tiemersma-Bos")
    browser.post(change_url(case), sent)
    names = Case.objects.get().participants.values_list("name", flat=True)
    assert list(names) == ["Femke Hoekstra", "Fokje Tiemersma-Bos"]


def test_what_mensen_knows_better_stays(petra) -> None:
    case = make_case(petra, referral={"referrer_name": "Fokje", "referrer_phone": "050 1"})
    before = answers_of(case)
    put_named_people(case, before)
    case.participants.filter(role="aanmelder").update(role="lokaal_team", organisation="Gemeente")
    let_people_follow(case, before, {**before, "referrer_name": "Fokje Bos", "referrer_phone": "050 2"})
    fokje = case.participants.get(role="lokaal_team")
    assert (fokje.name, fokje.phone, fokje.organisation) == ("Fokje Bos", "050 2", "Gemeente")


def test_who_called_is_a_parent_after_all(petra) -> None:
    case = make_case(petra, referral={"referrer_name": "Anja"})
    before = answers_of(case)
    put_named_people(case, before)
    let_people_follow(case, before, {**before, "asker": "ouders"})
    assert people_of(case)[1:] == [("Anja", "ouder", "onbekend")]


def test_a_name_given_later_is_put_there_and_one_taken_away_stays(petra) -> None:
    case = make_case(petra)
    before = answers_of(case)
    after = {**before, "referrer_name": "Fokje"}
    let_people_follow(case, before, after)
    let_people_follow(case, after, before)
    assert ("Fokje", "aanmelder", "") in people_of(case)


def test_a_corrected_name_that_is_there_already_makes_no_double(petra) -> None:
    case = make_case(petra, referral={"referrer_name": "Fokje"})
    before = answers_of(case)
    put_named_people(case, before)
    put_named_people(case, {**before, "referrer_name": "Fokje Bos"})
    let_people_follow(case, before, {**before, "referrer_name": "Fokje Bos"})
    assert sorted(name for name, _, _ in people_of(case)[1:]) == ["Fokje", "Fokje Bos"]
