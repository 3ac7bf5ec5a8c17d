"""Reminders: on their days, once, one mail a day for one person, and none when they may not go."""

import re
from dataclasses import replace
from datetime import date

import pytest

from cases.casefile.models import Case, Phase
from cases.casefile.moves import change_phase
from cases.consent.models import OtherBasis
from cases.people.models import Participant
from cases.steering.actions import change_action, finish_action, known, snooze_action
from cases.steering.models import Action, ActionReminder, MailDay, ReminderSettings, Series
from cases.steering.reminders import CannotRemind, remind_now, send_reminders
from cases.steering.settings_actions import forget_mail_days
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.daily import do_due_work
from expertteam.mail.models import OutgoingMail
from tests.post import deliver

from .conftest import FRIDAY, MONDAY, Clock, after, more

TUESDAY = after(MONDAY, 1)


def run(clock: Clock, day: date) -> int:
    """How many mails the daily work of that day makes."""
    clock(day)
    return send_reminders(day)


def test_the_usual_days(asked: Action, clock: Clock) -> None:
    days = [after(MONDAY, n) for n in range(40)]
    mailed = [day for day in days if run(clock, day)]
    assert mailed == [TUESDAY, FRIDAY, date(2026, 11, 29), date(2026, 12, 4), date(2026, 12, 11)]
    assert list(asked.sent_reminders.order_by("day").values_list("kind", flat=True)) == [
        "vooraf", "op_de_dag", "erna", "erna", "erna",
    ]  # fmt: skip


def test_twice_a_day_is_once(asked: Action, clock: Clock) -> None:
    assert [run(clock, FRIDAY), run(clock, FRIDAY)] == [1, 0]
    assert ActionReminder.objects.count() == 2, "the one of Tuesday, when nobody ran it, went along"
    assert OutgoingMail.objects.count() == 1


def test_nights_off_cost_one_mail(asked: Action, clock: Clock) -> None:
    assert run(clock, date(2026, 12, 12)) == 1 and asked.sent_reminders.count() == 5
    assert run(clock, date(2026, 12, 13)) == 0


def test_by_the_clock_of_the_site(asked: Action, clock: Clock) -> None:
    from django.utils import timezone  # noqa: PLC0415

    clock(FRIDAY)
    do_due_work(timezone.now())
    do_due_work(timezone.now())
    assert [message.to for message in deliver()] == [["gea@school.test"]]


def test_the_mail_says_nothing_and_has_one_link(asked: Action, case: Case, clock: Clock) -> None:
    run(clock, FRIDAY)
    [message] = deliver()
    assert str(message.subject) == "Herinnering van Expertteam Groningen"
    for word in ("Ruben", "Oosterhuis", case.number, "Rooster", "Gea", "Toren", "Petra"):
        assert word not in str(message.body) + str(message.subject)
    assert len(re.findall(r"http://localhost:8000/antwoord/actie/[\w-]{43}/", str(message.body))) == 1


def test_one_mail_for_everything_of_one_person(
    petra: Person, asked: Action, case: Case, clock: Clock
) -> None:
    more(petra, case, "Cijfers sturen", owner_email="Gea@School.test")
    more(petra, case, "Dossier zoeken", owner_email="jan@school.test", owner_name="Jan")
    assert run(clock, FRIDAY) == 2
    messages = {message.to[0]: str(message.body) for message in deliver()}
    assert "2 acties" in messages["gea@school.test"] and "een actie" in messages["jan@school.test"]


def test_a_colleague_gets_no_link_of_a_case(petra: Person, emre: Person, case: Case, clock: Clock) -> None:
    more(
        petra,
        case,
        "Lezen",
        owner_name="Emre Kaya",
        owner_user_id=emre.user.pk,
        owner_email="",
        owner_organisation="",
    )
    run(clock, FRIDAY)
    [message] = deliver()
    assert message.to == [emre.user.email] and "startpagina" in str(message.body)
    assert "/antwoord/" not in str(message.body) and case.number not in str(message.body)


def test_a_closed_account_gets_no_mail(petra: Person, emre: Person, case: Case, clock: Clock) -> None:
    more(
        petra,
        case,
        "Lezen",
        owner_name="Emre",
        owner_user_id=emre.user.pk,
        owner_email="",
        owner_organisation="",
    )
    emre.user.is_active = False
    emre.user.save()
    assert run(clock, FRIDAY) == 0


@pytest.mark.parametrize(
    ("series", "days"), [(Series.NONE, 0), (Series.DAY, 1), (Series.CLOSE, 8), (Series.TEAM, 5)]
)
def test_another_series_for_one_action(
    petra: Person, asked: Action, clock: Clock, series: str, days: int
) -> None:
    change_action(by=petra, action=asked, data=replace(known(asked), reminders=series))
    assert sum(run(clock, after(MONDAY, n)) for n in range(40)) == days


def test_the_series_of_the_team(petra: Person, asked: Action, clock: Clock) -> None:
    ReminderSettings.objects.create(team=petra.team, days=[-1, 3])
    mailed = [n for n in range(40) if run(clock, after(MONDAY, n))]
    assert mailed == [3, 7]


def test_what_is_over_is_left_alone(petra: Person, asked: Action, case: Case, clock: Clock) -> None:
    finish_action(by=petra, action=more(petra, case, "Bellen"), result="Gelukt")
    change_phase(by=petra, case=case, phase=Phase.CLOSED)
    assert run(clock, FRIDAY) == 0


def test_a_mail_that_waits_is_not_sent_when_it_is_done_meanwhile(
    petra: Person, asked: Action, clock: Clock
) -> None:
    run(clock, FRIDAY)
    finish_action(by=petra, action=asked)
    assert deliver() == [] and OutgoingMail.objects.get().to == ""


def test_put_off_it_waits_and_then_asks_once(petra: Person, asked: Action, clock: Clock) -> None:
    snooze_action(by=petra, action=asked, until=date(2026, 12, 1), reason="Gea is ziek")
    mailed = [day for day in (after(MONDAY, n) for n in range(20)) if run(clock, day)]
    assert mailed == [date(2026, 12, 1), date(2026, 12, 4), date(2026, 12, 11)]
    assert asked.sent_reminders.filter(kind="uitgesteld").count() == 1


def test_a_new_day_begins_a_new_series(petra: Person, asked: Action, clock: Clock) -> None:
    run(clock, FRIDAY)
    change_action(by=petra, action=asked, data=replace(known(asked), due_on=date(2026, 12, 18)))
    mailed = [day for day in (after(FRIDAY, n) for n in range(1, 22)) if run(clock, day)]
    assert mailed == [date(2026, 12, 15), date(2026, 12, 18)]


def test_without_consent_nobody_outside_is_mailed(petra: Person, asked: Action, clock: Clock) -> None:
    OtherBasis.objects.filter(purpose="delen").delete()
    assert run(clock, FRIDAY) == 0 and not OutgoingMail.objects.exists()
    with pytest.raises(CannotRemind, match="Gea Bos krijgt geen mail: "):
        remind_now(by=petra, action=asked)


def test_consent_that_comes_later_costs_one_mail(
    petra: Person, asked: Action, case: Case, clock: Clock
) -> None:
    from tests.factories import allow_everything  # noqa: PLC0415

    OtherBasis.objects.all().delete()
    assert run(clock, FRIDAY) == 0
    allow_everything(petra, case)
    assert [run(clock, after(FRIDAY, 1)), run(clock, after(FRIDAY, 1))] == [1, 0]


def test_a_mother_with_authority_needs_no_consent_to_hear_her_own_action(
    petra: Person, case: Case, mother: Participant, clock: Clock
) -> None:
    OtherBasis.objects.filter(purpose="delen").delete()
    more(petra, case, "Fiets brengen", owner_name=mother.name, owner_participant_id=mother.pk, owner_email="")
    assert run(clock, FRIDAY) == 0, "he is sixteen: then he decides"
    type(case.young_person).objects.update(birth_date=date(2012, 1, 1))
    assert run(clock, after(FRIDAY, 1)) == 1
    assert [message.to for message in deliver()] == [["anja@thuis.test"]]


def test_by_hand_once_a_day(petra: Person, asked: Action, clock: Clock) -> None:
    assert remind_now(by=petra, action=asked)
    with pytest.raises(CannotRemind, match="kreeg vandaag al een mail"):
        remind_now(by=petra, action=asked)
    assert run(clock, MONDAY) == 0 and len(deliver()) == 1
    assert AuditEvent.objects.filter(event="action.reminded").count() == 1


def test_by_hand_without_an_address(petra: Person, case: Case, clock: Clock) -> None:
    action = more(petra, case, "Bellen", owner_name="Jan", owner_email="")
    with pytest.raises(CannotRemind, match="Van Jan is geen e-mailadres bekend"):
        remind_now(by=petra, action=action)


def test_another_team_is_not_touched(petra: Person, fokke: Person, asked: Action, clock: Clock) -> None:
    ReminderSettings.objects.create(team=fokke.team, days=[])
    assert run(clock, FRIDAY) == 1 and MailDay.objects.get().team == petra.team


def test_who_had_mail_when_is_forgotten(asked: Action, clock: Clock) -> None:
    run(clock, FRIDAY)
    assert "gea" not in MailDay.objects.get().recipient
    assert [forget_mail_days(after(FRIDAY, n)) for n in (30, 31, 31)] == [0, 1, 0]


def test_what_was_agreed_long_ago_is_not_asked_from_the_beginning(
    petra: Person, case: Case, clock: Clock
) -> None:
    more(petra, case, "Oud", due_on=date(2026, 10, 1))
    assert sum(run(clock, after(MONDAY, n)) for n in range(10)) == 0
