"""`manage.py load_case`: the whole case is stored once, or nothing is."""

import json
import threading
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from analysis.board.models import Analysis
from analysis.loading.document import source_key
from analysis.loading.writing import known_answers, load_case
from cases.casefile.models import Case, Phase
from cases.choices.queries import forget
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.models import AuditEvent

from .files import BANKZITTER, changed, read, seeded_answers

pytestmark = pytest.mark.django_db
SMALLEST = {
    "jeugdige": {"roepnaam": "Fenna", "achternaam": "Hoekstra", "geboortedatum": "14 maart 2011"},
    "analyse": {},
}


def load(path: Path, team: str = "groningen", **options: Any) -> str:
    out = StringIO()
    call_command("load_case", str(path), team=team, stdout=out, **options)
    return out.getvalue()


def refused(path: Path, team: str = "groningen", **options: Any) -> str:
    out, wrong = StringIO(), StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("load_case", str(path), team=team, stdout=out, stderr=wrong, **options)
    assert stop.value.code == 1
    assert out.getvalue() == ""
    return wrong.getvalue()


def written(tmp_path: Path, document: Any) -> Path:
    path = tmp_path / "casus.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def test_prints_just_the_number(petra: Person) -> None:
    assert load(BANKZITTER) == "2025-001\n"


def test_loading_twice_changes_nothing(petra: Person) -> None:
    load(BANKZITTER)
    before = AuditEvent.objects.count()
    assert load(BANKZITTER) == "2025-001\n"
    assert (Case.objects.count(), AuditEvent.objects.count()) == (1, before)


def test_other_spaces_and_remarks_are_the_same_file(petra: Person, tmp_path: Path) -> None:
    load(BANKZITTER)
    same = changed(
        lambda document: document.update(_over="anders"), lambda document: document.pop("verwacht")
    )
    assert load(written(tmp_path, same)) == "2025-001\n"


def test_another_team_gets_its_own_case(petra: Person, fokke: Person) -> None:
    load(BANKZITTER)
    assert load(BANKZITTER, team="friesland") == "2025-001\n"
    assert Case.objects.filter(team=fokke.team).count() == 1


def test_the_whole_case_is_stored(petra: Person) -> None:
    load(BANKZITTER)
    case = Case.objects.select_related("referral", "young_person", "analysis").get()
    assert (str(case.young_person), case.young_person.gender) == ("Ruben Oosterhuis", "jongen")
    assert case.urgency == "regulier"
    assert (case.phase, case.owner, case.referral.decision) == (Phase.FOLLOWING, petra.user, "aangenomen")
    assert case.referral.referred_on == date(2025, 2, 11)
    assert (case.referral.residence, case.referral.education) == ("thuis", "geen")
    assert case.referral.legal_frame == "vrijwillig"
    assert case.referral.voice_young_person == "Ik wil dat iedereen even ophoudt met moeten."
    assert case.participants.count() == 6
    assert case.timeline.count() == 10
    assert case.actions.filter(status="gedaan").count() == 3
    assert Case.objects.lacking_consent("monitor").get() == case, (
        "the file holds no consent, so nobody was asked yet"
    )


def test_the_analysis_is_stored_in_its_order(petra: Person) -> None:
    load(BANKZITTER)
    analysis = Analysis.objects.get()
    assert analysis.version == 1
    assert (analysis.elements.count(), analysis.links.count(), analysis.endorsements.count()) == (12, 15, 5)
    assert analysis.elements.all()[0].text == "Ruben ligt de hele dag op de bank en doet niets meer"
    assert (analysis.profile, analysis.harmful_care) == ("ernstig_autisme", ["aanpakken_zonder_analyse"])
    assert [sorted(advice.elements.values_list("text", flat=True)) for advice in analysis.advices.all()][
        3
    ] == ["Sleutelt graag aan fietsen; kan bij de fietsenmaker terecht"]
    assert analysis.endorsements.get(verdict="deels").participant.name == "Henk Oosterhuis"


def test_history_and_trace_say_who(petra: Person) -> None:
    load(BANKZITTER)
    analysis = Analysis.objects.get()
    histories = [analysis.elements.first(), analysis.links.first(), analysis.advices.first(), analysis.case]
    assert all(row is not None and row.history.first().history_user == petra.user for row in histories)
    events = set(AuditEvent.objects.values_list("event", "user__name", "case_number"))
    assert ("case.loaded", "Petra Nijboer", "2025-001") in events
    assert ("analysis.changed", "Petra Nijboer", "2025-001") in events


def test_a_named_person_acts(petra: Person, carla: Person) -> None:
    load(BANKZITTER, by="carla@groningen.test")
    assert AuditEvent.objects.get(event="case.loaded").user == carla.user
    assert Case.objects.get().owner is None


def test_an_empty_team_loads_as_the_system(groningen: Team) -> None:
    load(BANKZITTER)
    assert str(AuditEvent.objects.get(event="case.loaded").user) == "Systeem (opdrachtregel)"


def test_the_smallest_file(petra: Person, tmp_path: Path) -> None:
    year = timezone.localdate().year
    assert load(written(tmp_path, SMALLEST)) == f"{year}-001\n"
    case = Case.objects.get()
    assert (case.phase, case.analysis.version) == (Phase.ANALYSIS, 0)
    assert case.referral.referred_on == timezone.localdate()


def test_every_text_fits_up_to_its_limit(petra: Person, tmp_path: Path) -> None:
    def longest(document: dict[str, Any]) -> None:
        document["jeugdige"].update(roepnaam="é" * 100, achternaam="ß" * 200)
        sizes = {"rol": 200, "telefoon": 40, "vraag": 500, "stem_ouders": 5000, "wat_is_geprobeerd": 5000}
        document["aanmelding"].update({key: "é" * size for key, size in sizes.items()})
        document["aanmelding"]["eerdere_casus"] = "2024-000123"
        document["betrokkenen"][3].update(
            organisatie="é" * 200, telefoon="0" * 40, email="a" * 245 + "@test.nl"
        )
        document["tijdlijn"][0].update(tekst="é" * 500, aanbieder="é" * 200, resultaat="é" * 500)
        document["analyse"]["elementen"][0].update(tekst="é" * 500, wie="é" * 200)
        document["analyse"]["verklaring"] = "é" * 5000
        document["gedeeld"][0]["toelichting"] = "é" * 2000
        document["adviezen"][0].update(tekst="é" * 1000, wie="é" * 200, versie="b")
        document["acties"][0].update(tekst="é" * 500, wie="é" * 200, resultaat="é" * 500)

    assert load(written(tmp_path, changed(longest))) == "2025-001\n"
    assert TimelineEvent.objects.get(provider="é" * 200).text == "é" * 500


def test_a_mistake_stops_everything(petra: Person, tmp_path: Path) -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["analyse"]["verbanden"].append({"van": "k2", "naar": "zz", "soort": "Versterkt"})
        document["analyse"]["verbanden"].append({"van": "k1", "naar": "k2", "soort": "Versterkt"})
        document["analyse"]["elementen"][0]["soort"] = "Gevolg"

    said = refused(written(tmp_path, changed(spoil)))
    assert "analyse → verbanden → 16e (k2 → zz): er is geen element “zz”." in said
    assert "analyse → verbanden → 17e (k1 → k2): dit verband staat er al: 7e." in said
    assert "analyse → elementen → 1e (k1) → soort: “Gevolg” kennen we niet." in said
    assert "Er is niets bewaard: 3 keer klopt er iets niet." in said
    assert (Case.objects.count(), AuditEvent.objects.count()) == (0, 0)


def test_the_next_number_is_not_lost_after_a_mistake(petra: Person, tmp_path: Path) -> None:
    refused(written(tmp_path, changed(lambda document: document["jeugdige"].pop("roepnaam"))))
    assert load(BANKZITTER) == "2025-001\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "is er niet"), (b"\xff\xfe", "geen UTF-8"), (b"naam;rol", "geen JSON"), (b"[]", "één object")],
)
def test_files_that_are_no_case(petra: Person, tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "casus.json"
    if content is not None:
        path.write_bytes(content)
    assert words in refused(path)


def test_an_unknown_team_and_person(petra: Person) -> None:
    assert "Team “drenthe” bestaat niet. Teams hier: groningen." in refused(BANKZITTER, team="drenthe")
    assert "niemand met e-mailadres x@y.test" in refused(BANKZITTER, by="x@y.test")


def test_the_answers_of_the_database_are_those_of_the_seed() -> None:
    forget()
    stored = known_answers()
    seeded = {question: dict(codes) for question, codes in seeded_answers().codes.items()}
    assert {question: dict(codes) for question, codes in stored.codes.items() if question in seeded} == seeded


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_load_at_once_get_one_case(petra: Person) -> None:
    document = json.loads(BANKZITTER.read_text(encoding="utf-8"))
    reading = read(document)
    assert reading.case is not None
    numbers: list[str] = []
    together = threading.Barrier(6)

    def one() -> None:
        together.wait()
        try:
            numbers.append(load_case(by=petra, file=reading.case, source_key=source_key(document)).number)
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert numbers == ["2025-001"] * 6
    assert (Case.objects.count(), TimelineEvent.objects.count()) == (1, 10)
