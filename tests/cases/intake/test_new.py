"""A new aanmelding in the browser."""

from datetime import date

import pytest
from django.urls import reverse

from cases.casefile.models import Case, Phase
from cases.intake.models import ReferralDraft
from cases.intake.queries import answers_of
from expertteam.audit.models import AuditEvent

from .filled import everything, referral

URL = reverse("cases:new")


def test_the_page_opens_with_today_and_five_blocks(petra, as_, django_assert_max_num_queries) -> None:
    browser = as_(petra)
    browser.get(URL)
    with django_assert_max_num_queries(6):
        page = browser.get(URL)
    assert page.status_code == 200
    text = page.content.decode()
    for title in ("Wie vraagt het?", "De jongere", "De vraag", "Wat is geprobeerd", "Hoe verder"):
        assert f">{title}</h2>" in text
    assert not ReferralDraft.objects.exists()


def test_the_least_one_can_say_opens_a_case_to_be_judged(petra, as_) -> None:
    answer = as_(petra).post(URL, referral())
    case = Case.objects.get()
    assert answer.status_code == 302 and answer.url == reverse("cases:case", args=["2026-001"])
    assert (case.phase, case.owner, case.young_person.birth_date) == (Phase.TRIAGE, None, date(2011, 3, 14))
    assert case.referral.re_referral == "", "nobody said so"
    assert AuditEvent.objects.get(event="case.registered").case_number == "2026-001"


def test_every_answer_is_kept(petra, as_) -> None:
    as_(petra).post(URL, everything(re_referral="nee"))
    case = Case.objects.get()
    empty = [name for name, value in answers_of(case).items() if value in ("", [], None)]
    assert empty == ["earlier_number"]
    assert (case.kind, case.urgency, case.matching_requested) == ("procesregie", "spoed", True)
    assert case.referral.bottlenecks == ["wachtlijst", "visieverschil"]
    assert case.referral.tried_before.splitlines() == ["Twee leefgroepen.", "Een behandelgroep."]


def test_who_did_it_is_in_the_history(petra, as_) -> None:
    as_(petra).post(URL, referral())
    assert Case.objects.get().referral.history.get().history_user == petra.user


def test_the_same_form_sent_twice_is_one_case(petra, as_) -> None:
    browser, sent = as_(petra), referral()
    first, second = browser.post(URL, sent), browser.post(URL, sent)
    assert first.url == second.url
    assert Case.objects.count() == 1


def test_going_back_and_typing_something_else_is_no_second_case_and_nothing_is_lost(petra, as_) -> None:
    browser, sent = as_(petra), referral()
    browser.post(URL, sent)
    page = browser.post(URL, {**sent, "voice_parents": "Wij willen haar thuis."})
    assert page.status_code == 409
    assert Case.objects.count() == 1
    text = page.content.decode()
    assert "Wij willen haar thuis." in text and "Wat vragen de ouders van Fenna?" in text


def test_a_broken_token_still_gives_a_case(petra, as_) -> None:
    as_(petra).post(URL, referral(form_token="'; DROP TABLE"))
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    "missing", ["asker", "first_name", "last_name", "birth_date", "municipality", "question_kind"]
)
def test_what_is_needed_is_asked_for_at_the_field_and_on_top(petra, as_, missing: str) -> None:
    page = as_(petra).post(URL, referral(**{missing: "  "}))
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [missing]
    text = page.content.decode()
    assert "Dit klopt nog niet" in text and f'id="id_{missing}_error"' in text
    assert not Case.objects.exists()


@pytest.mark.parametrize("voice", ["question_line", "voice_young_person", "voice_parents", "voice_referrer"])
def test_one_voice_is_enough(petra, as_, voice: str) -> None:
    sent = referral(**{"voice_young_person": "", voice: "Hoe nu verder?"})
    assert as_(petra).post(URL, sent).status_code == 302


def test_no_voice_at_all_is_not_enough(petra, as_) -> None:
    page = as_(petra).post(URL, referral(voice_young_person="   "))
    assert list(page.context["form"].errors) == ["voice_young_person"]


def test_everything_typed_is_still_there_after_an_error(petra, as_) -> None:
    sent = everything(birth_date="31-2-2011")
    page = as_(petra).post(URL, sent)
    form = page.context["form"]
    assert list(form.errors) == ["birth_date"]
    for name, value in sent.items():
        if name in form.fields and name != "matching_requested":
            assert form[name].value() == value, name
    assert sent["form_token"] in page.content.decode()


def test_somebody_of_another_team_gets_a_number_of_their_own(petra, fokke, as_) -> None:
    as_(petra).post(URL, referral())
    as_(fokke).post(URL, referral(municipality="GM0080"))
    assert sorted(Case.objects.values_list("team__code", "number")) == [
        ("friesland", "2026-001"),
        ("groningen", "2026-001"),
    ]


def test_own_municipalities_come_first(fokke, as_) -> None:
    choices = as_(fokke).get(URL).context["form"].fields["municipality"].choices
    assert [group for group, _ in choices] == ["", "Friesland", "Andere gemeente"]
    assert [code for code, _ in choices[1][1]] == ["GM0074", "GM0080"]


@pytest.mark.parametrize("name", ["emre", "zora", "carla", "bas", "lies"])
def test_others_may_not_register(request, as_, name: str) -> None:
    browser = as_(request.getfixturevalue(name))
    assert browser.get(URL).status_code == 403
    assert browser.post(URL, referral()).status_code == 403
    assert not Case.objects.exists()
    assert AuditEvent.objects.filter(event="access.refused", outcome="geweigerd").count() == 2


def test_the_secretary_may(sietske, as_) -> None:
    assert as_(sietske).post(URL, referral()).status_code == 302


def test_a_visitor_is_asked_to_log_in(client, db) -> None:
    answer = client.post(URL, referral())
    assert answer.status_code == 401 and "uitgelogd" in answer.content.decode()
    assert not Case.objects.exists()
