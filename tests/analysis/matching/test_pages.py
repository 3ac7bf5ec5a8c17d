"""The tab «Plek zoeken»: from what somebody needs to what came of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from analysis.matching.models import Attempt, Candidate
from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.providers.models import Place, RefusalTally
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.cases.providers.places import make_place
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]


@pytest.fixture
def case(petra: Person) -> Case:
    case = make_case(petra, first_name="Jesse", matching_requested=True)
    analysis = make_analysis(case)
    analysis.climate, analysis.positive_pattern = ["vast_gezicht", "weinig_eisen"], ["veerkracht"]
    analysis.save()
    return case


@pytest.fixture
def farm(zora: Person) -> Place:
    return make_place(
        zora, "De Boerderij", climate_yes=["vast_gezicht"],
        climate_words={"vast_gezicht": "dezelfde twee begeleiders"},
    )  # fmt: skip


def to(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/plek-zoeken/{rest}"


def asked(client: Client, case: Case, place: Place, **given: str) -> Attempt:
    client.post(to(case, f"vragen/{place.pk}/"), {"asked_on": "2-11-2026", "by_name": "ja", **given})
    return case.attempts.latest("pk")


def test_from_need_to_how_it_is_there(case: Case, farm: Place, zora: Person, as_: As) -> None:
    flat, client = make_place(zora, "De Flat", provider="De Brug"), as_(zora)
    page = client.get(to(case)).content.decode()
    assert "Wat Jesse nodig heeft" in page and "Veerkracht" in page
    assert "Vast gezicht: past, dezelfde twee begeleiders" in page
    assert page.index("De Boerderij") < page.index("De Flat"), "what fits comes first"
    page = client.post(to(case, "lijst/"), {"plek": farm.pk}, follow=True).content.decode()
    assert "De Boerderij staat op de lijst" in page and "Plek vragen" in page
    attempt = asked(client, case, farm, contact="Wim", question="Is er plek voor een jongen van 16?")
    page = client.get(to(case)).content.decode()
    assert (
        "Wacht op antwoord van De Boerderij sinds 2 november 2026" in page and "sprak <bdi>Wim</bdi>" in page
    )
    no = {
        "on": "9-11-2026",
        "reason": "uitsluiting",
        "exclusion": "agressie",
        "words": "Te druk",
        "version": "1",
    }
    page = client.post(to(case, f"vraag/{attempt.pk}/geweigerd/"), no, follow=True).content.decode()
    assert "De Boerderij zei nee: uitsluitingsgrond: agressie" in page and "Volgende plek" in page
    second = asked(client, case, flat)
    yes = {"placed_from": "20-11-2026", "how": "Jesse slaapt er al twee nachten.", "version": "1"}
    page = client.post(to(case, f"vraag/{second.pk}/geplaatst/"), yes, follow=True).content.decode()
    assert "Woont bij De Flat vanaf 20 november 2026" in page and "Jesse slaapt er al twee nachten." in page
    overview = client.get(f"/casussen/{case.number}/").content.decode()
    assert "Woont bij De Flat" in overview and "De Boerderij zei nee" in overview
    told = as_(zora).get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "vroeg ‘De Flat’ om een plek" in told
    counted = RefusalTally.objects.get()
    assert (counted.place, counted.year, counted.exclusion, counted.count) == (farm, 2026, "agressie", 1)


def test_a_double_click_makes_one(case: Case, farm: Place, zora: Person, as_: As) -> None:
    client = as_(zora)
    for _ in range(2):
        client.post(to(case, "lijst/"), {"plek": farm.pk})
        attempt = asked(client, case, farm)
    assert Candidate.objects.count() == Attempt.objects.count() == 1
    no = {"on": "9-11-2026", "reason": "vol", "version": "1"}
    for _ in range(2):
        assert client.post(to(case, f"vraag/{attempt.pk}/geweigerd/"), no).status_code == 302
    assert RefusalTally.objects.get().count == 1


def test_a_corrected_refusal_is_counted_once(case: Case, farm: Place, zora: Person, as_: As) -> None:
    client = as_(zora)
    attempt = asked(client, case, farm)
    address = to(case, f"vraag/{attempt.pk}/geweigerd/")
    client.post(address, {"on": "9-11-2026", "reason": "vol", "version": "1"})
    form = client.get(address).context["form"]
    assert form["reason"].value() == "vol" and form["version"].value() == 2
    client.post(address, {"on": "9-11-2026", "reason": "te_zwaar", "version": "2"})
    counts = dict(RefusalTally.objects.values_list("reason", "count"))
    assert counts == {"vol": 0, "te_zwaar": 1}
    client.post(to(case, f"vraag/{attempt.pk}/weghalen/"))
    client.post(to(case, f"vraag/{attempt.pk}/weghalen/"))
    assert not RefusalTally.objects.filter(count__gt=0).exists() and not case.attempts.exists()


def test_two_tabs_lose_nothing(case: Case, farm: Place, zora: Person, as_: As) -> None:
    client = as_(zora)
    attempt = asked(client, case, farm)
    client.post(to(case, f"vraag/{attempt.pk}/bezoek/"), {"visit_on": "25-11-2026", "version": "1"})
    late = {"on": "9-11-2026", "reason": "vol", "words": "Toch vol", "version": "1"}
    answer = client.post(to(case, f"vraag/{attempt.pk}/geweigerd/"), late)
    assert answer.status_code == 422 and "Toch vol" in answer.content.decode()
    attempt.refresh_from_db()
    assert attempt.outcome == "bezoek"
    again = {**late, "version": answer.context["form"]["version"].value()}
    assert client.post(to(case, f"vraag/{attempt.pk}/geweigerd/"), again).status_code == 302


@pytest.mark.parametrize(
    ("what", "wrong", "field"),
    [
        ("geweigerd", {"reason": ""}, "reason"),
        ("geweigerd", {"reason": "zomaar"}, "reason"),
        ("geweigerd", {"reason": "uitsluiting"}, "exclusion"),
        ("geweigerd", {"on": "1-11-2026"}, "on"),
        ("geweigerd", {"on": "31-2-2026"}, "on"),
        ("geweigerd", {"words": "x" * 1001}, "words"),
        ("geplaatst", {"placed_from": ""}, "placed_from"),
        ("geplaatst", {"placed_from": "20-11-2026", "placed_to": "19-11-2026"}, "placed_to"),
        ("bezoek", {"visit_on": "straks"}, "visit_on"),
    ],
)
def test_mistakes_stand_at_their_field(
    what: str, wrong: dict, field: str, case: Case, farm: Place, zora: Person, as_: As
) -> None:
    client = as_(zora)
    attempt = asked(client, case, farm)
    right = {
        "on": "9-11-2026",
        "reason": "vol",
        "visit_on": "25-11-2026",
        "placed_from": "25-11-2026",
        "version": "1",
    }
    answer = client.post(to(case, f"vraag/{attempt.pk}/{what}/"), {**right, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    attempt.refresh_from_db()
    assert attempt.outcome == "wacht"


def test_asked_twice_at_once(case: Case, farm: Place, zora: Person, as_: As) -> None:
    client = as_(zora)
    asked(client, case, farm)
    answer = client.post(to(case, f"vragen/{farm.pk}/"), {"asked_on": "9-11-2026", "by_name": "ja"})
    assert answer.status_code == 422 and "moet nog antwoorden" in answer.content.decode()


def test_a_place_that_has_to_answer_stays_on_the_list(case: Case, farm: Place, zora: Person, as_: As) -> None:
    client = as_(zora)
    attempt = asked(client, case, farm)
    one = case.candidates.get()
    page = client.post(to(case, f"lijst/{one.pk}/weg/"), follow=True).content.decode()
    assert "moet nog antwoorden" in page and "op de lijst" in page.lower()
    client.post(
        to(case, f"vraag/{attempt.pk}/ingetrokken/"),
        {"on": "9-11-2026", "words": "Gaat naar huis", "version": "1"},
    )
    client.post(to(case, f"lijst/{one.pk}/weg/"))
    one.refresh_from_db()
    assert one.dropped_on and case.attempts.count() == 1
    client.post(to(case, "lijst/"), {"plek": farm.pk})
    one.refresh_from_db()
    assert one.dropped_on is None


def test_why_a_place(case: Case, farm: Place, zora: Person, as_: As) -> None:
    client = as_(zora)
    client.post(to(case, "lijst/"), {"plek": farm.pk})
    one = case.candidates.get()
    page = client.post(
        to(case, f"lijst/{one.pk}/"), {"words": "Oom Harm woont om de hoek"}, follow=True
    ).content.decode()
    assert "Oom Harm woont om de hoek" in page
    assert client.post(to(case, f"lijst/{one.pk}/"), {"words": "x" * 501}).status_code == 422


def test_places_of_another_team_and_stopped_ones(
    case: Case, fokke: Person, farm: Place, zora: Person, as_: As
) -> None:
    theirs, client = make_place(fokke, "De Terp"), as_(zora)
    assert client.post(to(case, "lijst/"), {"plek": theirs.pk}).status_code == 404
    assert client.get(to(case, f"vragen/{theirs.pk}/")).status_code == 404
    assert client.post(to(case, "lijst/"), {"plek": "x"}).status_code == 404
    Place.objects.filter(pk=farm.pk).update(stopped_on=timezone.localdate())
    assert "is gestopt" in client.post(to(case, "lijst/"), {"plek": farm.pk}, follow=True).content.decode()
    page = client.get(to(case)).content.decode()
    assert "De Terp" not in page and "De Boerderij" not in page and not Candidate.objects.exists()


def test_a_question_of_another_case(case: Case, farm: Place, petra: Person, as_: As) -> None:
    other = make_case(petra)
    attempt = asked(as_(petra), other, farm)
    assert as_(petra).get(to(case, f"vraag/{attempt.pk}/geweigerd/")).status_code == 404
    assert as_(petra).get(to(other, f"vraag/{attempt.pk}/zomaar/")).status_code == 404


def test_an_expert_reads_without_buttons(
    case: Case, farm: Place, petra: Person, emre: Person, as_: As
) -> None:
    grant_case(by=petra, case=case, user=emre.user)
    asked(as_(petra), case, farm)
    page = as_(emre).get(to(case)).content.decode()
    assert "Wacht op antwoord" in page
    for button in ("Nee gezegd<", "Vraag vastleggen", "Op de lijst<span", "Antwoord vastleggen"):
        assert button not in page


def test_zora_only_where_matching_is_asked(case: Case, petra: Person, zora: Person, as_: As) -> None:
    assert as_(zora).get(to(make_case(petra))).status_code == 403
    assert as_(zora).get(to(case)).status_code == 200
    assert AuditEvent.objects.filter(event="matching.read", case_number=case.number).count() == 1


def test_without_analysis_the_page_says_what_is_missing(petra: Person, farm: Place, as_: As) -> None:
    page = as_(petra).get(to(make_case(petra))).content.decode()
    assert "Er is nog geen analyse" in page and "Leeftijd: past" in page


def test_a_kind_of_stay_can_be_chosen(case: Case, farm: Place, zora: Person, as_: As) -> None:
    make_place(zora, "De Kamer", stay="zelfstandig")
    page = as_(zora).get(to(case, "?soort=zelfstandig")).content.decode()
    assert "De Kamer" in page and "De Boerderij" not in page
    assert "De Boerderij" in as_(zora).get(to(case, "?soort=kasteel")).content.decode()


def test_as_many_queries_for_one_as_for_thirty(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    asked(client, case, make_place(petra))
    make_place(petra)
    client.get(to(case))
    with CaptureQueriesContext(connection) as one:
        client.get(to(case))
    for number in range(15):
        make_place(petra, provider=f"Aanbieder {number}", climate_yes=["vast_gezicht"])
        asked(client, case, make_place(petra, provider=f"Gevraagd {number}"))
    client.get(to(case))  # says what was just done, once
    with CaptureQueriesContext(connection) as thirty:
        page = client.get(to(case))
    assert len(one) == len(thirty)
    assert len(page.context["found"].object_list) == 10 and len(page.context["listed"]) == 16


def test_a_long_wait_asks_to_be_chased(case: Case, farm: Place, zora: Person, as_: As) -> None:
    attempt = asked(as_(zora), case, farm)
    Attempt.objects.filter(pk=attempt.pk).update(
        asked_on=timezone.localdate() - timedelta(days=15), named_on=timezone.localdate()
    )
    assert "al twee weken geen antwoord" in as_(zora).get(to(case)).content.decode()
