"""A name goes to a provider only with consent; asking without a name is always possible."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from analysis.matching.actions import Asking, CameOf, ask, share_name, write_answer
from analysis.matching.models import Attempt, Outcome
from cases.casefile.models import Case
from cases.consent.queries import ConsentMissing
from cases.providers.models import Place
from expertteam.access.person import Person
from tests.cases.providers.places import make_place
from tests.factories import allow_everything, make_case

As = Callable[[Person], Client]


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra, first_name="Jesse", consent=False, matching_requested=True)


@pytest.fixture
def farm(zora: Person) -> Place:
    return make_place(zora, "De Boerderij")


def to(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/plek-zoeken/{rest}"


def nameless(by: Person, case: Case, place: Place) -> Attempt:
    return ask(by=by, case=case, place=place, data=Asking(timezone.localdate()))


def test_without_consent_only_without_a_name(case: Case, farm: Place, zora: Person, as_: As) -> None:
    client, asked = as_(zora), {"asked_on": "2-11-2026"}
    page = client.get(to(case, f"vragen/{farm.pk}/")).content.decode()
    assert "Bij naam vragen kan nog niet" in page and "Het Anker" in page and 'value="ja"' not in page
    answer = client.post(to(case, f"vragen/{farm.pk}/"), {**asked, "by_name": "ja"})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == ["by_name"]
    assert not Attempt.objects.exists()
    client.post(to(case, f"vragen/{farm.pk}/"), {**asked, "by_name": "nee"})
    attempt = case.attempts.get()
    assert not attempt.by_name and attempt.named_on is None
    page = client.get(to(case)).content.decode()
    assert "zonder naam" in page and "Alleen zonder naam" in page and "Naam is nu gedeeld" not in page


@pytest.mark.parametrize(
    ("what", "data"),
    [("bezoek", {"visit_on": "25-11-2026"}), ("geplaatst", {"placed_from": "25-11-2026"})],
)
def test_a_visit_tells_the_name(
    what: str, data: dict, case: Case, farm: Place, zora: Person, as_: As
) -> None:
    attempt, client = nameless(zora, case, farm), as_(zora)
    address = to(case, f"vraag/{attempt.pk}/{what}/")
    assert "Dit kan nog niet" in client.get(address).content.decode()
    answer = client.post(address, {**data, "version": "1"})
    assert answer.status_code == 422 and "Het Anker" in " ".join(answer.context["form"].non_field_errors())
    allow_everything(zora, case)
    assert "De naam wordt gedeeld" in client.get(address).content.decode()
    assert client.post(address, {**data, "version": "1"}).status_code == 302
    attempt.refresh_from_db()
    assert attempt.by_name and attempt.named_on == timezone.localdate()


def test_a_refusal_needs_no_name(case: Case, farm: Place, zora: Person) -> None:
    attempt = nameless(zora, case, farm)
    said = CameOf(Outcome.REFUSED, timezone.localdate(), reason="vol")
    assert write_answer(by=zora, attempt=attempt, data=said, version=1)


def test_the_action_itself_refuses(case: Case, farm: Place, zora: Person) -> None:
    with pytest.raises(ConsentMissing):
        ask(by=zora, case=case, place=farm, data=Asking(timezone.localdate(), by_name=True))
    assert not case.candidates.exists(), "nothing of it is kept"
    with pytest.raises(ConsentMissing):
        share_name(by=zora, attempt=nameless(zora, case, farm))


def test_the_name_can_be_shared_later(case: Case, farm: Place, zora: Person, as_: As) -> None:
    attempt, client = nameless(zora, case, farm), as_(zora)
    assert (
        "Alleen zonder naam"
        in client.post(to(case, f"vraag/{attempt.pk}/bij-naam/"), follow=True).content.decode()
    )
    allow_everything(zora, case)
    assert "Naam is nu gedeeld" in client.get(to(case)).content.decode()
    for _ in range(2):
        client.post(to(case, f"vraag/{attempt.pk}/bij-naam/"))
    attempt.refresh_from_db()
    assert attempt.by_name and attempt.version == 2
