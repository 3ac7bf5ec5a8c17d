"""The history of a case as people read it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.history import PAGE_SIZE, history_of
from cases.casefile.history_values import Change, changes_between
from cases.casefile.models import Case
from cases.intake.setup import VOICES
from cases.people.actions import ParticipantData, add_participant, change_participant, remove_participant
from cases.steering.models import Action
from expertteam.access.command_line import history_of as written_by
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]


def told(client: Client, case: Case, page: int = 1) -> str:
    """The page as one line of text without tags."""
    answer = client.get(f"/casussen/{case.number}/geschiedenis/?pagina={page}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_codes_are_shown_as_labels(petra: Person, as_: As) -> None:
    with written_by(petra):
        case = make_case(petra, referral={"municipality": "GM1895"})
        case.referral.municipality = "GM0047"
        case.referral.save()
    page = told(as_(petra), case)
    assert "wijzigde Gemeente van ‘Oldambt’ naar ‘Veendam’" in page
    assert "Petra Nijboer" in page and "schreef de casus in" in page


def test_filled_in_and_emptied(petra: Person, as_: As) -> None:
    case = make_case(petra)
    closure = case.closure
    closure.hours, closure.effects = Decimal("12.50"), ["minder_partijen", "hoppen_voorkomen"]
    closure.save()
    closure.hours = None
    closure.save()
    page = told(as_(petra), case)
    assert "vulde Uren inzet in bij de afsluiting: ‘12,5’" in page
    assert "maakte Uren inzet leeg bij de afsluiting (er stond ‘12,5’)" in page
    assert "‘Hoppen van plek naar plek voorkomen, Minder hulpverlenende partijen’" in page


def test_people_and_agreements(petra: Person, as_: As) -> None:
    case = make_case(petra)
    client, address = as_(petra), f"/casussen/{case.number}/"
    client.post(f"{address}mensen/nieuw/", {"name": "Anja", "role": "ouder"})
    anja = case.participants.get()
    client.post(f"{address}mensen/{anja.pk}/", {"name": "Anja", "role": "ouder", "parental_authority": "ja"})
    client.post(f"{address}mensen/{anja.pk}/weg/")
    client.post(f"{address}acties/nieuw/", {"text": "School bellen", "owner_name": "Petra"})
    action = case.actions.get()
    client.post(
        f"{address}acties/{action.pk}/",
        {"text": "School bellen", "owner_name": "Petra", "status": "gedaan", "result": "Gelukt"},
    )
    page = told(client, case)
    for sentence in (
        "zette ‘Anja’ bij de mensen",
        "vulde Gezag in bij ‘Anja’: ‘Ja’",
        "haalde ‘Anja’ bij de mensen weg",
        "maakte de actie ‘School bellen’",
        "wijzigde Status bij de actie ‘School bellen’ van ‘open’ naar ‘gedaan’",
        "vulde Wat kwam ervan in bij de actie ‘School bellen’: ‘Gelukt’",
    ):
        assert sentence in page, sentence


def test_owner_by_name_and_young_person(petra: Person, carla: Person, as_: As) -> None:
    case = make_case(petra)
    case.owner = carla.user
    case.save()
    case.young_person.gender = "anders"
    case.young_person.save()
    page = told(as_(petra), case)
    assert "wijzigde Procesregisseur van ‘Petra Nijboer’ naar ‘Carla Wiersma’" in page
    assert "wijzigde Geslacht van ‘Jongen’ naar ‘Anders’" in page


def test_long_texts_open(petra: Person, as_: As) -> None:
    case = make_case(petra)
    case.referral.voice_parents = "We weten het niet meer. " * 20
    case.referral.save()
    page = told(as_(petra), case)
    assert "schreef De vraag volgens de ouders" in page and "<details>" in page


def test_the_history_of_another_case_stays_out(petra: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    Action.objects.create(case=other, text="Van een ander", owner_name="Gea")
    assert "Van een ander" not in told(as_(petra), case)


def test_what_is_removed_keeps_its_history(petra: Person) -> None:
    case = make_case(petra)
    anja = add_participant(by=petra, case=case, data=ParticipantData("Anja", "ouder"))
    change_participant(by=petra, participant=anja, data=ParticipantData("Anja", "ouder", phone="06"))
    remove_participant(by=petra, participant=anja)
    case.rights = frozenset({"case.read"})
    deeds = [deed for entry in history_of(case, 1).entries for deed in entry.deeds]
    assert [deed.sentence for deed in deeds if deed.sentence] == [
        "haalde ‘Anja’ bij de mensen weg", "zette ‘Anja’ bij de mensen", "schreef de casus in"
    ]  # fmt: skip
    assert [change for deed in deeds for change in deed.changes] == [Change("Telefoon", "", "06")]


def test_pages(petra: Person, as_: As) -> None:
    case = make_case(petra)
    for number in range(PAGE_SIZE + 5):
        Action.objects.create(case=case, text=f"Afspraak {number:02d}", owner_name="Gea")
    first, second = told(as_(petra), case), told(as_(petra), case, page=2)
    assert "‘Afspraak 54’" in first and "‘Afspraak 05’" in first and "‘Afspraak 04’" not in first
    assert "‘Afspraak 04’" in second and "schreef de casus in" in second and "‘Afspraak 05’" not in second


def test_a_change_on_the_edge_of_a_page_is_compared_with_what_was_before(petra: Person) -> None:
    case = make_case(petra)
    action = Action.objects.create(case=case, text="Bellen", owner_name="Gea")
    for number in range(PAGE_SIZE + 3):
        action.result = f"stand {number}"
        action.save()
    case.rights = frozenset({"case.read"})
    changes = [c for entry in history_of(case, 1).entries for deed in entry.deeds for c in deed.changes]
    assert len(changes) == PAGE_SIZE and changes[-1].before == "stand 2" and changes[-1].after == "stand 3"


def test_as_many_queries_for_much_as_for_little(petra: Person, as_: As) -> None:
    case = make_case(petra)
    action = Action.objects.create(case=case, text="Bellen", owner_name="Gea")
    client = as_(petra)
    told(client, case)
    with CaptureQueriesContext(connection) as few:
        told(client, case)
    for number in range(30):
        action.result = f"stand {number}"
        action.save()
    with CaptureQueriesContext(connection) as many:
        told(client, case)
    assert len(few) == len(many) <= 22


def test_dates_and_yes_or_no_in_words(petra: Person) -> None:
    from cases.casefile.history_sources import Source, of_case  # noqa: PLC0415

    case = make_case(petra)
    action = Action.objects.create(case=case, text="Bellen", owner_name="Gea")
    action.due_on = date(2026, 3, 12)
    action.save()
    newest, first = action.history.all()
    assert changes_between(Source(Action, of_case), first, newest, {}) == [
        Change("Voor", "", "12 maart 2026")
    ]
    case.matching_requested = True
    case.save()
    newest, first = case.history.all()
    changes = changes_between(Source(Case, lambda c: {"id": c.pk}), first, newest, {})
    assert [(change.before, change.after) for change in changes] == [("nee", "ja")]


def test_names_of_fields_exist() -> None:
    from cases.intake.models import Referral  # noqa: PLC0415

    assert set(VOICES) <= {field.name for field in Referral._meta.fields}
