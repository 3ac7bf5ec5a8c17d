"""One screen with everybody the law asks and everything that is asked; written down while one is on the phone."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.consent.models import Consent, ConsentParty
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .saying import DISCUSS, MONITOR, SHARE, everybody, party, say

As = Callable[[Person], Client]
BY_PHONE = {"said_on": "23-11-2026", "how": "mondeling", "note": "Gebeld met Anja."}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/toestemming/{rest}"


def read(client: Client, case: Case) -> str:
    return client.get(address(case)).content.decode()


def test_nobody_was_asked_yet(
    case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    page = read(as_(petra), case)
    assert "Ruben én Anja Oosterhuis en Henk Oosterhuis beslissen samen" in page
    assert "Anja Oosterhuis gaf nog geen toestemming voor" in page and "bespreken, meetellen" in page
    assert "Er is nog niet gevraagd met wie we mogen delen." in page
    assert page.count("Alles ja") == 2 * 3 + 1  # in the table, on a phone, and once in the explanation


def test_everything_in_one_go_by_one_person(
    case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    party(petra, case)
    client = as_(petra)
    page = client.post(
        address(case, "vastleggen/"), {**BY_PHONE, "alles": anja.pk}, follow=True
    ).content.decode()
    assert "3 antwoorden zijn opgeschreven" in page
    assert set(Consent.objects.values_list("participant", "answer", "said_on", "how", "note")) == {
        (anja.pk, "gegeven", date(2026, 11, 23), "mondeling", "Gebeld met Anja.")
    }
    assert AuditEvent.objects.filter(event="consent.recorded", case_number=case.number).count() == 3
    assert "Oosterhuis" not in "".join(map(str, AuditEvent.objects.values_list("details", flat=True)))


def test_a_double_click_writes_once(case: Case, anja: Participant, petra: Person, as_: As) -> None:
    client = as_(petra)
    for _ in range(2):
        client.post(address(case, "vastleggen/"), {**BY_PHONE, f"bespreken--{anja.pk}": "gegeven"})
    assert Consent.objects.count() == 1


def test_boxes_of_several_people_at_once(
    case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    chosen = {
        "bespreken--jeugdige": "gegeven",
        f"bespreken--{anja.pk}": "gegeven",
        f"monitor--{henk.pk}": "geweigerd",
    }
    page = as_(petra).post(address(case, "vastleggen/"), {**BY_PHONE, **chosen}, follow=True).content.decode()
    found = set(Consent.objects.values_list("participant", "purpose", "answer"))
    assert found == {
        (None, DISCUSS, "gegeven"),
        (anja.pk, DISCUSS, "gegeven"),
        (henk.pk, MONITOR, "geweigerd"),
    }
    assert "Henk Oosterhuis zei nee tegen" in page


def test_taking_everything_back(case: Case, anja: Participant, petra: Person, as_: As) -> None:
    say(petra, case, anja, "gegeven", DISCUSS, MONITOR)
    as_(petra).post(address(case, "vastleggen/"), {**BY_PHONE, "alles_in": anja.pk})
    assert sorted(Consent.objects.values_list("answer", flat=True)) == ["gegeven"] * 2 + ["ingetrokken"] * 2


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"said_on": "24-11-2026"}, "Deze datum ligt in de toekomst"),
        ({"said_on": "gauw"}, "Deze datum kunnen we niet lezen"),
        ({"note": ""}, "Schrijf kort op wat er is gezegd"),
        ({"how": "duif"}, "duif"),
    ],
)
def test_a_mistake_loses_nothing(
    wrong: dict[str, str], text: str, case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    typed = {**BY_PHONE, f"bespreken--{anja.pk}": "geweigerd", **wrong}
    answer = as_(petra).post(address(case, "vastleggen/"), typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and text in page
    assert f'name="bespreken--{anja.pk}" value="geweigerd" checked' in page
    assert not Consent.objects.exists()


def test_nothing_chosen_says_what_to_do(case: Case, anja: Participant, petra: Person, as_: As) -> None:
    answer = as_(petra).post(address(case, "vastleggen/"), BY_PHONE)
    assert answer.status_code == 422 and "Kies in de tabel wat iemand zegt" in answer.content.decode()


def test_nobody_without_authority_can_be_filled_in(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    bea = Participant.objects.create(case=case, name="Oma Bea", role="belangrijke_ander")
    as_(petra).post(address(case, "vastleggen/"), {**BY_PHONE, f"bespreken--{bea.pk}": "gegeven"})
    as_(petra).post(address(case, "vastleggen/"), {**BY_PHONE, "alles": bea.pk})
    assert not Consent.objects.exists()


def test_own_words_about_paper_are_not_made_up(case: Case, anja: Participant, petra: Person, as_: As) -> None:
    typed = {
        **BY_PHONE,
        "how": "papier",
        "note": f"Tegen {petra} gezegd.",
        f"bespreken--{anja.pk}": "gegeven",
    }
    as_(petra).post(address(case, "vastleggen/"), typed)
    assert Consent.objects.get().note == ""


def test_parties_are_named_once_and_stay_when_somebody_answered(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    Participant.objects.create(case=case, name="Wessel Drent", role="school", organisation="PRO De Toren")
    client = as_(petra)
    assert "PRO De Toren" in read(client, case)
    typed = {"known": ["PRO De Toren"], "other": "Huisarts  Smid", "purposes": ["delen"]}
    for _ in range(2):
        client.post(address(case, "partijen/"), typed)
    assert sorted(ConsentParty.objects.values_list("name", flat=True)) == ["Huisarts Smid", "PRO De Toren"]
    toren, smid = ConsentParty.objects.order_by("-name")
    say(petra, case, anja, "gegeven", SHARE)
    said = Consent.objects.get().party_id
    for one in (toren, smid):
        client.post(address(case, f"partijen/{one.pk}/weg/"))
    assert list(ConsentParty.objects.values_list("pk", flat=True)) == [said]


def test_a_party_without_a_name_is_refused(case: Case, petra: Person, as_: As) -> None:
    answer = as_(petra).post(address(case, "partijen/"), {"purposes": ["delen"]})
    assert answer.status_code == 422 and "Kies of typ met wie" in answer.content.decode()


def test_somebody_cannot_be_reached(
    case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    typed = {
        "tried": "Drie keer gebeld.",
        "tried_on": "20-11-2026",
        "go_on": "ja",
        "decided_by": "Petra",
        "reason": "",
    }
    url = address(case, f"niet-te-bereiken/{henk.pk}/")
    refused = as_(petra).post(url, typed)
    assert refused.status_code == 422 and "Schrijf op waarom." in refused.content.decode()
    for _ in range(2):
        page = (
            as_(petra).post(url, typed | {"reason": "Woont in het buitenland."}, follow=True).content.decode()
        )
    assert Consent.objects.filter(answer="onbereikbaar", decided_by="Petra").count() == 2
    assert "niet bereikt, toch verder" in page and "Petra</bdi> besloot verder te gaan" in page


def test_the_secretary_writes_down_but_does_not_decide(
    case: Case, henk: Participant, sietske: Person, as_: As
) -> None:
    url = address(case, f"niet-te-bereiken/{henk.pk}/")
    assert "Gaan we verder" not in as_(sietske).get(url).content.decode()
    as_(sietske).post(url, {"tried": "Gebeld.", "tried_on": "20-11-2026", "go_on": "ja", "decided_by": "Ik"})
    assert set(Consent.objects.values_list("decided_by", flat=True)) == {""}


def test_a_no_stays_a_no_when_somebody_cannot_be_reached(
    case: Case, henk: Participant, petra: Person, as_: As
) -> None:
    say(petra, case, henk, "geweigerd", DISCUSS, MONITOR)
    page = as_(petra).get(address(case, f"niet-te-bereiken/{henk.pk}/")).content.decode()
    assert "Een nee blijft een nee" in page


def test_another_basis_says_why_and_who_and_ends(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    say(petra, case, anja, "geweigerd")
    client = as_(petra)
    typed = {
        "about": ["bespreken"],
        "kind": "vitaal_belang",
        "decided_by": "Carla",
        "decided_on": "23-11-2026",
    }
    refused = client.post(address(case, "andere-grondslag/"), {**typed, "reason": ""})
    assert refused.status_code == 422 and not case.other_bases.exists()
    for _ in range(2):
        client.post(address(case, "andere-grondslag/"), {**typed, "reason": "Er is acuut gevaar."})
    page = read(client, case)
    assert (
        "mag: andere grondslag" in page
        and "Er is acuut gevaar." in page
        and "besloten door <bdi>Carla" in page
    )
    client.post(address(case, f"andere-grondslag/{case.other_bases.get().pk}/stopt/"))
    assert "mag: andere grondslag" not in read(client, case)


def test_a_mistake_is_taken_away_and_stays_in_the_history(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    say(petra, case, anja, "gegeven")
    for _ in range(2):
        as_(petra).post(address(case, f"antwoord/{Consent.history.first().id}/weg/"))
    assert not Consent.objects.exists()
    history = as_(petra).get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "Anja Oosterhuis, ja: bespreken in het team" in history and "haalde bij toestemming weg" in history


def test_answers_of_another_case_cannot_be_touched(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    say(petra, case, anja, "gegeven")
    other = make_case(petra, consent=False)
    as_(petra).post(address(other, f"antwoord/{Consent.objects.get().pk}/weg/"))
    assert as_(petra).get(address(other, f"niet-te-bereiken/{anja.pk}/")).status_code == 404
    assert Consent.objects.count() == 1


def test_who_only_reads_gets_no_buttons(
    case: Case, anja: Participant, petra: Person, carla: Person, as_: As
) -> None:
    everybody(petra, case, "gegeven")
    page = read(as_(carla), case)
    assert "Antwoorden bewaren" not in page and "Alles ja" not in page and "Bespreken in het team" in page


def test_names_of_people_are_escaped(case: Case, petra: Person, as_: As) -> None:
    Participant.objects.create(case=case, name="<b>‮Anja 🦊</b>", role="ouder", parental_authority="ja")
    page = read(as_(petra), case)
    assert "<b>" not in page.split("<main")[1] and "&lt;b&gt;" in page


def test_as_many_queries_for_one_answer_as_for_many(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    client = as_(petra)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(address(case))
        return len(asked)

    say(petra, case, anja, "gegeven")
    first = queries()
    for number in range(12):
        party(petra, case, f"Partij {number}")
    for one in ConsentParty.objects.all():
        Consent.objects.create(
            case=case, participant=anja, purpose=SHARE, party=one, answer="gegeven", how="papier",
            said_on=date(2026, 11, 1), recorded_by=petra.user,
        )  # fmt: skip
    assert queries() == first
