"""A short question, answered at once, without anybody's data."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from cases.intake.consultations.actions import record_consultation
from cases.intake.models import Consultation, ReferralDraft
from expertteam.audit.models import AuditEvent

from .filled import consultation

NEW, LIST = reverse("cases:consultation_new"), reverse("cases:consultations")


@pytest.mark.parametrize("name", ["petra", "zora", "sietske"])
def test_a_question_is_kept_with_who_answered(request, as_, name: str) -> None:
    person = request.getfixturevalue(name)
    assert as_(person).post(NEW, consultation()).url == LIST
    kept = Consultation.objects.get()
    assert (kept.asked_on, kept.minutes, kept.recorded_by) == (date(2026, 3, 2), 15, person.user)
    assert AuditEvent.objects.get(event="consultation.recorded").details == {"minutes": 15}


def test_sent_twice_is_one(petra, as_) -> None:
    browser, sent = as_(petra), consultation()
    assert [browser.post(NEW, sent).status_code for _ in range(2)] == [302, 302]
    assert Consultation.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "field", "says"),
    [
        ({"question": " "}, "question", "Vul dit in"),
        ({"answer": ""}, "answer", "Vul dit in"),
        ({"asker": ""}, "asker", "Kies wie het vroeg"),
        ({"minutes": ""}, "minutes", "aantal minuten"),
        ({"minutes": "0"}, "minutes", "minstens 1"),
        ({"minutes": "601"}, "minutes", "600"),
        ({"minutes": "een kwartier"}, "minutes", "bijvoorbeeld 15"),
        ({"asked_on": "24-11-2026"}, "asked_on", "toekomst"),
        ({"asked_on": "1-1-2001"}, "asked_on", "te lang geleden"),
        ({"question": "x" * 2001}, "question", "er passen 2000 tekens in"),
        ({"question": "Mail naar jan@school.nl"}, "question", "“jan@school.nl”"),
        ({"answer": "Bel 06-12345678"}, "answer", "telefoonnummer"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(petra, as_, given, field, says) -> None:
    sent = consultation(**given)
    page = as_(petra).post(NEW, sent)
    form = page.context["form"]
    assert page.status_code == 422 and list(form.errors) == [field]
    assert says in form.errors[field][0]
    assert form["answer"].value() == sent["answer"] and sent["form_token"] in page.content.decode()
    assert not Consultation.objects.exists()


def test_the_list_is_paged_and_costs_the_same_however_long(petra, as_, django_assert_max_num_queries) -> None:
    for number in range(60):
        answers = {
            "asked_on": date(2026, 1, 1) + timedelta(days=number), "asker": "ouders", "minutes": 5,
            "question": f"Vraag {number:02}", "answer": "Ja.",
        }  # fmt: skip
        record_consultation(by=petra, answers=answers, token=uuid4())
    browser = as_(petra)
    browser.get(LIST)
    with django_assert_max_num_queries(9):
        first = browser.get(LIST).content.decode()
    assert "Vraag 59" in first and "Vraag 09" not in first and "Pagina 1 van 2" in first
    assert "Vraag 09" in browser.get(LIST, {"pagina": 2}).content.decode()
    assert browser.get(LIST, {"pagina": "onzin"}).status_code == 200


def test_an_empty_list_says_how_to_begin(petra, carla, as_) -> None:
    assert "Belt iemand met een korte vraag" in as_(petra).get(LIST).content.decode()
    assert NEW not in as_(carla).get(LIST).content.decode()


def test_another_team_sees_nothing(petra, fokke, as_) -> None:
    sent = consultation()
    as_(petra).post(NEW, sent)
    assert "leerplicht" not in as_(fokke).get(LIST).content.decode()


@pytest.mark.parametrize(("name", "listed"), [("carla", 200), ("emre", 403), ("bas", 403), ("lies", 403)])
def test_who_may(request, as_, name: str, listed: int) -> None:
    browser = as_(request.getfixturevalue(name))
    assert browser.get(LIST).status_code == listed
    assert browser.get(NEW).status_code == 403
    assert browser.post(NEW, consultation()).status_code == 403


def test_a_draft_is_kept_for_who_types_it(zora, petra, as_) -> None:
    token = uuid4()
    address = reverse("cases:consultation_draft", args=[token])
    browser = as_(zora)
    assert browser.post(address, {"question": "Hoe"}).json()["saved_at"] == "10:42"
    assert browser.get(address).context["form"]["question"].value() == "Hoe"
    assert address in browser.get(LIST).content.decode()
    assert as_(petra).get(address).status_code == 404
    assert as_(petra).post(address, {"question": "x"}).status_code == 404
    assert as_(petra).get(reverse("cases:draft", args=[token])).status_code == 404
    browser.post(NEW, consultation(form_token=str(token)))
    assert not ReferralDraft.objects.exists()
    assert browser.get(address).url == LIST
    assert browser.post(address, {"question": "te laat"}).status_code == 409


def test_a_draft_of_an_aanmelding_is_no_consultation(petra, as_) -> None:
    token = uuid4()
    browser = as_(petra)
    browser.post(reverse("cases:draft", args=[token]), {"first_name": "Fenna"})
    assert browser.get(reverse("cases:consultation_draft", args=[token])).status_code == 404
    assert (
        browser.post(reverse("cases:consultation_draft", args=[token]), {"question": "x"}).status_code == 404
    )
    assert browser.post(reverse("cases:draft_discard", args=[token])).url == "/"


def test_throwing_a_draft_away_leads_back_to_the_list(zora, as_) -> None:
    token = uuid4()
    browser = as_(zora)
    browser.post(reverse("cases:consultation_draft", args=[token]), {"question": "Hoe"})
    assert browser.post(reverse("cases:draft_discard", args=[token])).url == LIST
