"""The header of a case and its overview."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.casefile.header import warnings_of
from cases.casefile.models import LegalBasis, Phase
from cases.people.models import Participant
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]


def page_of(client: Client, number: str) -> str:
    answer = client.get(f"/casussen/{number}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_header_says_who_where_and_what_next(petra: Person, as_: As) -> None:
    case = make_case(petra, last_name="Oosterhuis", kind="procesregie", urgency="crisis")
    Action.objects.create(case=case, text="Zonder datum", owner_name="Gea")
    Action.objects.create(case=case, text="Later", owner_name="Gea", due_on=date(2026, 5, 1))
    Action.objects.create(case=case, text="Eerst dit", owner_name="Fokje", due_on=date(2026, 3, 1))
    Action.objects.create(
        case=case, text="Al gedaan", owner_name="Fokje", due_on=date(2026, 1, 1), status="gedaan"
    )
    page = page_of(as_(petra), case.number)
    head = page[page.index("<h1>") : page.index('class="et-tabs"')]
    assert "Ruben Oosterhuis" in head and "2026-001" in head and "Midden-Groningen" in head
    assert "procesregie bij Petra Nijboer" in head and "analyse en plan" in head and "Crisis" in head
    assert "Eerst dit" in head and "Later" not in head and "1 maart 2026" in head


def test_three_voices_by_name(petra: Person, as_: As) -> None:
    case = make_case(
        petra, first_name="Fenna",
        referral={"voice_parents": "We zijn moe.", "voice_referrer": "Alles is geprobeerd.", "referrer_name": "Fokje"},
    )  # fmt: skip
    page = page_of(as_(petra), case.number)
    assert "De ouders van Fenna" in page and "We zijn moe." in page
    assert "Fokje" in page and "Alles is geprobeerd." in page and "ophoudt met moeten" in page


def test_text_of_people_is_escaped(petra: Person, as_: As) -> None:
    case = make_case(petra, last_name="<b>x</b>", referral={"voice_parents": "<script>alert(1)</script>"})
    page = page_of(as_(petra), case.number)
    assert "<script>alert" not in page and "<b>x</b>" not in page


def test_empty_case_says_what_will_come(petra: Person, as_: As) -> None:
    case = make_case(petra, referral={"voice_young_person": ""})
    page = page_of(as_(petra), case.number)
    assert "De vraag is nog niet opgeschreven" in page and "Er staan geen acties open" in page


def test_says_who_decides_and_what_is_missing(petra: Person, as_: As) -> None:
    born = timezone.localdate() - timedelta(days=13 * 366)
    case = make_case(petra, first_name="Ruben", birth_date=born, consent=False)
    Participant.objects.create(case=case, name="Anja", role="ouder", parental_authority="ja")
    page = page_of(as_(petra), case.number)
    assert "Ruben én Anja beslissen samen" in page and "Bespreken in het team" in page
    assert "Anja gaf nog geen toestemming voor" in page
    assert "Meelezen kan pas met toestemming" in page


def test_warnings(petra: Person) -> None:
    case = make_case(
        petra, birth_date=date(2008, 1, 1), owner=None, legal_basis=LegalBasis.REGISTER, urgency="spoed"
    )
    texts = [warning.text for warning in warnings_of(case, date(2026, 2, 12))]
    assert texts == ["Spoed", "nog geen procesregisseur", "grondslag: overgenomen register"]
    case.phase = Phase.CLOSED
    assert [warning.text for warning in warnings_of(case, date(2026, 2, 12))] == ["Spoed"]


def test_re_referral_is_linked_both_ways(petra: Person, as_: As) -> None:
    earlier = make_case(petra, last_name="Oosterhuis", referral={"referred_on": date(2024, 3, 1)})
    later = make_case(petra, last_name="Oosterhuis", earlier_number="2024-001")
    client = as_(petra)
    assert f"/casussen/{earlier.number}/" in page_of(client, later.number)
    assert "deze casus is een heraanmelding" in page_of(client, later.number)
    assert f"/casussen/{later.number}/" in page_of(client, earlier.number)


def test_an_earlier_case_that_was_not_given_stays_hidden(petra: Person, emre: Person, as_: As) -> None:
    from cases.casefile.actions import grant_case  # noqa: PLC0415

    make_case(petra, last_name="Oosterhuis", referral={"referred_on": date(2024, 3, 1)})
    later = make_case(petra, last_name="Oosterhuis", earlier_number="2024-001")
    grant_case(by=petra, case=later, user=emre.user)
    assert "/casussen/2024-001/" not in page_of(as_(emre), later.number)


@pytest.mark.parametrize("phase", [Phase.TRIAGE, Phase.WAITING])
def test_undecided_case_asks_for_a_decision(phase: Phase, petra: Person, sietske: Person, as_: As) -> None:
    case = make_case(petra, phase=phase, owner=None)
    assert f"/casussen/{case.number}/besluit/" in page_of(as_(petra), case.number)
    assert f"/casussen/{case.number}/besluit/" not in page_of(as_(sietske), case.number)


def test_reading_is_traced_with_number_and_without_name(petra: Person, as_: As) -> None:
    case = make_case(petra, last_name="Oosterhuis")
    page_of(as_(petra), case.number)
    event = AuditEvent.objects.get(event="case.read")
    assert (event.case_number, event.user, event.details) == (case.number, petra.user, {})


def test_as_many_queries_however_much_there_is(petra: Person, as_: As) -> None:
    case = make_case(petra)
    client = as_(petra)
    page_of(client, case.number)
    with CaptureQueriesContext(connection) as few:
        page_of(client, case.number)
    for number in range(30):
        Action.objects.create(case=case, text=f"Afspraak {number}", owner_name="Gea")
        Participant.objects.create(case=case, name=f"Mens {number}", role="hulpverlener")
    with CaptureQueriesContext(connection) as many:
        page_of(client, case.number)
    assert len(few) == len(many) <= 30


def test_the_secretary_reads_the_case_but_no_analysis_tab(petra: Person, sietske: Person, as_: As) -> None:
    case = make_case(petra)
    labels = {tab["label"] for tab in as_(sietske).get(f"/casussen/{case.number}/").context["tabs"]}
    assert "Overzicht" in labels and "Aanmelding" in labels
    assert not labels & {"Analyse", "Rapporten", "Wie er keek"}


def test_not_taken_up_says_why_and_invites_to_nothing(petra: Person, emre: Person, as_: As) -> None:
    referral = {"decision": "doorverwezen", "decision_reason": "Kan bij het lokale team",
                "referred_to": "Lokaal team Oldambt", "decided_on": date(2026, 2, 20)}  # fmt: skip
    case = make_case(petra, phase=Phase.REFERRED_ON, owner=None, referral=referral)
    page = page_of(as_(petra), case.number)
    assert "Naar: <bdi>Lokaal team Oldambt</bdi>" in page
    assert '<p class="et-keep-lines" dir="auto">Kan bij het lokale team</p>' in page
    for invitation in (
        "Procesregie</h2>",
        "Toegang geven aan",
        "Maak een actie",
        "Onze verklaring",
        "meezoeken",
    ):
        assert invitation not in page, invitation
    taken_up = page_of(as_(petra), make_case(petra, owner=None).number)
    for invitation in (
        "Procesregie</h2>",
        "Toegang geven aan",
        "Maak een actie",
        "Onze verklaring",
        "meezoeken",
    ):
        assert invitation in taken_up, invitation
