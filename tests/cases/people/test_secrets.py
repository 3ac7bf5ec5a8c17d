"""What must not be found: covered everywhere, shown for a reason, once, and traced."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from analysis.report.content import content_of
from analysis.report.models import Edition
from cases.casefile.models import Case
from cases.intake.answers import Answers
from cases.intake.models import Referral
from cases.intake.named import let_people_follow
from cases.intake.queries import answers_of
from cases.people.actions import ParticipantData, add_participant, change_participant, given
from cases.people.known import same_person
from cases.people.models import Participant, SecretContact
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_analysis, make_case

STREET, NUMBER = "Schuilstraat 12", "06 1234 5678"
HIDDEN = ParticipantData(
    "Anja Oosterhuis", "ouder", address=STREET, address_secret=True, phone=NUMBER, phone_secret=True
)
OPEN = replace(HIDDEN, address_secret=False, phone_secret=False)


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra)


def show(case: Case, one: Participant) -> str:
    return reverse("cases:participant_secret", args=[case.number, one.pk])


def everywhere(browser, case: Case) -> str:
    """Every page of the case that tells of people, in one text."""
    names = ["case", "people", "history", "referral"]
    pages = [browser.get(reverse(f"cases:{name}", args=[case.number])) for name in names]
    anja = case.participants.get(role="ouder")
    pages.append(browser.get(reverse("cases:participant", args=[case.number, anja.pk])))
    return " ".join(page.content.decode() for page in pages)


def test_covered_on_every_page(petra, as_, case) -> None:
    add_participant(by=petra, case=case, data=HIDDEN)
    text = everywhere(as_(petra), case)
    assert STREET not in text and NUMBER not in text
    assert "Geheim adres" in text and "Geheim nummer" in text


def test_becomes_secret_later_and_is_gone_from_the_history(petra, as_, case) -> None:
    anja = add_participant(by=petra, case=case, data=OPEN)
    assert STREET in everywhere(as_(petra), case)
    change_participant(by=petra, participant=anja, data=HIDDEN)
    text = everywhere(as_(petra), case)
    assert STREET not in text and NUMBER not in text
    assert not Participant.history.exclude(address="", phone="").exists()
    assert SecretContact.objects.get() == anja.secret and anja.secret.address == STREET


@pytest.mark.parametrize("edition", Edition)
def test_not_in_a_report(petra, case, edition: Edition) -> None:
    make_analysis(case)
    add_participant(by=petra, case=case, data=HIDDEN)
    content = str(content_of(case, edition))
    assert "Anja Oosterhuis" in content and STREET not in content and NUMBER not in content


def test_shown_for_a_reason_in_this_answer_only(petra, as_, case) -> None:
    anja, browser = add_participant(by=petra, case=case, data=HIDDEN), as_(petra)
    page = browser.post(show(case, anja), {"reason": "Brief aan moeder sturen"})
    assert STREET in page.content.decode() and NUMBER in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert STREET not in browser.get(reverse("cases:people", args=[case.number])).content.decode()
    event = AuditEvent.objects.get(event="people.secret_read")
    assert (event.reason, event.details["participant"]) == ("Brief aan moeder sturen", anja.pk)
    assert STREET not in str(event.details) and event.case_number == case.number


@pytest.mark.parametrize("reason", ["", "   ", "ja"])
def test_not_without_a_reason(petra, as_, case, reason: str) -> None:
    anja = add_participant(by=petra, case=case, data=HIDDEN)
    page = as_(petra).post(show(case, anja), {"reason": reason})
    assert page.status_code == 422 and STREET not in page.content.decode()
    assert not AuditEvent.objects.filter(event="people.secret_read").exists()


def test_an_expert_sees_that_it_is_secret_and_no_more(petra, carla, as_, case) -> None:
    anja = add_participant(by=petra, case=case, data=HIDDEN)
    page = as_(carla).get(reverse("cases:people", args=[case.number])).content.decode()
    assert "Geheim adres" in page and "Laat zien" not in page
    assert as_(carla).post(show(case, anja), {"reason": "Nieuwsgierig"}).status_code == 403


def test_a_field_left_empty_keeps_the_secret(petra, as_, case) -> None:
    anja = add_participant(by=petra, case=case, data=HIDDEN)
    address = reverse("cases:participant", args=[case.number, anja.pk])
    sent = {"name": "Anja", "role": "ouder", "address_secret": "on", "phone_secret": "on"}
    assert as_(petra).post(address, sent).status_code == 302
    assert SecretContact.objects.get().address == STREET
    as_(petra).post(address, {**sent, "address_forget": "on"})
    assert (SecretContact.objects.get().address, SecretContact.objects.get().phone) == ("", NUMBER)


def test_taking_the_tick_away_shows_nothing(petra, as_, case) -> None:
    anja = add_participant(by=petra, case=case, data=HIDDEN)
    address = reverse("cases:participant", args=[case.number, anja.pk])
    page = as_(petra).post(address, {"name": "Anja", "role": "ouder", "phone_secret": "on"})
    assert page.status_code == 422 and "Dit was geheim" in page.content.decode()
    assert STREET not in page.content.decode() and SecretContact.objects.get().address == STREET
    as_(petra).post(address, {"name": "Anja", "role": "ouder", "phone_secret": "on", "address": "Dorp 1"})
    anja.refresh_from_db()
    assert (anja.address, SecretContact.objects.get().address) == ("Dorp 1", "")


def test_the_database_keeps_a_secret_out_of_the_row(petra, case) -> None:
    anja = add_participant(by=petra, case=case, data=HIDDEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Participant.objects.filter(pk=anja.pk).update(address=STREET)


def test_secret_in_one_case_is_secret_in_the_others(petra, case) -> None:
    other = make_case(petra)
    there = add_participant(by=petra, case=other, data=OPEN)
    here = add_participant(by=petra, case=case, data=HIDDEN)
    same_person(by=petra, participant=here, other=there)
    there.refresh_from_db()
    assert (there.address, there.address_secret, there.secret.address) == ("", True, STREET)
    assert not Participant.history.exclude(address="").exists()


def called(case: Case, **given: str) -> Answers:
    return {**answers_of(case), "asker": "ouders", "referrer_name": "Anja", **given}


def test_the_number_of_who_called_leaves_the_aanmelding(petra, as_) -> None:
    case = make_case(petra, referral={"referrer_name": "Anja", "referrer_phone": "+31 6 12345678"})
    anja = add_participant(by=petra, case=case, data=ParticipantData("Anja", "ouder", phone=NUMBER))
    change_participant(by=petra, participant=anja, data=replace(given(anja), phone=NUMBER, phone_secret=True))
    assert Referral.objects.get().referrer_phone == ""
    assert not Referral.history.exclude(referrer_phone="").exists()


def test_a_new_number_in_the_aanmelding_is_put_away_as_well(petra) -> None:
    case = make_case(petra, referral={"referrer_name": "Anja", "asker": "ouders"})
    anja = add_participant(
        by=petra, case=case, data=ParticipantData("Anja", "ouder", phone=NUMBER, phone_secret=True)
    )
    Referral.objects.update(referrer_phone="0611112222")
    let_people_follow(case, called(case, referrer_phone=""), called(case, referrer_phone="0611112222"))
    anja.refresh_from_db()
    assert (anja.phone, anja.secret.phone, Referral.objects.get().referrer_phone) == ("", "0611112222", "")


def test_nothing_of_a_destroyed_case_stays(petra, case) -> None:
    add_participant(by=petra, case=case, data=HIDDEN)
    case.participants.all().delete()
    assert not SecretContact.objects.exists()
