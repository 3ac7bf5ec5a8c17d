"""A version is fixed: what it holds, when it is a new one, and that nothing can change it."""

import json
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone

from analysis.board.actions import add_advice, add_element, add_explanation, change_element
from analysis.board.dissenting import add_dissent
from analysis.board.models import Analysis, Explanation
from analysis.versions.actions import NothingToFix, fix_version
from analysis.versions.content import reading_of
from analysis.versions.models import FixedVersion, Occasion
from analysis.versions.queries import latest_fixed
from analysis.versions.setup import fix_discussed, version_in_minutes
from analysis.versions.state import state_from
from cases.meetings.models import AgendaItem
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .desk import card, make_board

pytestmark = pytest.mark.django_db


def test_it_holds_everything_in_words(petra: Person) -> None:
    analysis = make_board(petra)
    bank = card(analysis, "Ligt")
    add_explanation(by=petra, analysis=analysis, text="Druk werkt averechts", certainty="hypothese")
    add_advice(by=petra, analysis=analysis, text="Laat hem met rust", life_area="wonen", elements=[bank])
    told = Explanation.objects.get()
    add_dissent(by=petra, analysis=analysis, explanation=told, said_by="Rudy", text="Het is luiheid")
    content = fix_version(by=petra, analysis=analysis, why="besproken", note="Na de pauze").content
    assert json.loads(json.dumps(content)) == content
    assert [one["text"] for one in content["explanations"]] == ["Druk werkt averechts"]
    assert [(one["said_by"], one["text"]) for one in content["explanations"][0]["dissents"]] == [
        ("Rudy", "Het is luiheid")
    ]
    assert content["advices"][0]["because"] == ["Ligt de hele dag op de bank"]
    assert content["columns"][0]["cards"][0] | {"says": "zegt een ouder"} == {
        "id": bank.pk, "text": "Ligt de hele dag op de bank", "kind": "Klacht", "domain": "Jeugdige",
        "domain_code": "jeugdige", "says": "zegt een ouder",
    }  # fmt: skip
    assert len(content["links"]) == 3 and len(content["rings"]["texts"]) == 1
    assert content["picture"]["svg"].startswith("<svg")
    assert state_from(content["state"]).cards[0].text == "Ligt de hele dag op de bank"


def test_it_is_read_in_plain_words(petra: Person) -> None:
    analysis = make_board(petra)
    Analysis.objects.filter(pk=analysis.pk).update(profile="ernstige_fasd")
    add_explanation(by=petra, analysis=analysis, text="<b>'; DROP 🙂", certainty="hypothese")
    version = fix_version(by=petra, analysis=analysis, why="met_de_hand")
    page = render_to_string("analysis/versions/reading.html", {"reading": reading_of(version)})
    assert "&lt;b&gt;&#x27;; DROP 🙂" in page and "<svg" in page and "Ernstige FASD" in page
    assert "“Sleutelt graag aan fietsen” dempt “Ligt de hele dag op de bank”." in page
    assert "Ernstige FASD" not in render_to_string(
        "analysis/versions/reading.html", {"reading": reading_of(version, full=False)}
    ), "the family does not read the profile, as in the report"


def test_versions_count_from_one_per_analysis(petra: Person) -> None:
    analysis, other = make_board(petra), make_board(petra)
    assert fix_version(by=petra, analysis=analysis, why="besproken").number == 1
    add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Slaapt slecht")
    second = fix_version(by=petra, analysis=analysis, why="voorgelegd")
    assert second.number == 2 and latest_fixed(analysis) == second
    assert fix_version(by=petra, analysis=other, why="besproken").number == 1


def test_the_same_again_is_the_same_version_with_what_was_done_with_it(petra: Person) -> None:
    analysis = make_board(petra)
    first = fix_version(by=petra, analysis=analysis, why="besproken")
    for _ in range(2):  # a double click
        assert fix_version(by=petra, analysis=analysis, why="voorgelegd", note="Thuis") == first
    assert fix_version(by=petra, analysis=analysis, why="besproken") == first
    assert [(one.why, one.note) for one in first.occasions.all()] == [("voorgelegd", "Thuis")]
    with time_machine.travel(date(2027, 1, 5)):
        fix_version(by=petra, analysis=analysis, why="besproken")
    assert first.occasions.count() == 2, "discussed on another day"
    events = AuditEvent.objects.filter(event__startswith="version.").values_list("event", flat=True)
    assert sorted(events) == ["version.fixed", *["version.fixed_again"] * 2]


def test_changed_and_changed_back_is_the_same_version(petra: Person) -> None:
    analysis = make_board(petra)
    first, bank = fix_version(by=petra, analysis=analysis, why="besproken"), card(analysis, "Ligt")
    change_element(by=petra, element=bank, text="Iets anders")
    change_element(by=petra, element=bank, text="Ligt de hele dag op de bank")
    assert fix_version(by=petra, analysis=analysis, why="besproken") == first


def test_an_empty_board_is_nothing_to_fix(petra: Person) -> None:
    analysis = Analysis.objects.create(case=make_case(petra))
    with pytest.raises(NothingToFix):
        fix_version(by=petra, analysis=analysis, why="besproken")
    assert latest_fixed(analysis) is None


def test_an_unknown_reason_is_refused(petra: Person) -> None:
    with pytest.raises(ValueError, match="zomaar"):
        fix_version(by=petra, analysis=make_board(petra), why="zomaar")


def test_the_database_refuses_to_change_a_version(petra: Person) -> None:
    version = fix_version(by=petra, analysis=make_board(petra), why="besproken")
    fix_version(by=petra, analysis=version.analysis, why="voorgelegd")
    for rows in (FixedVersion.objects.all(), Occasion.objects.all()):
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            rows.update(note="Anders")


def test_a_version_goes_with_its_case_only(petra: Person) -> None:
    version = fix_version(by=petra, analysis=make_board(petra), why="besproken")
    fix_version(by=petra, analysis=version.analysis, why="voorgelegd")
    for rows in (FixedVersion.objects.all(), Occasion.objects.all()):
        with pytest.raises(IntegrityError, match="with its case only"), transaction.atomic():
            rows.delete()
            connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    version.analysis.case.delete()
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert not FixedVersion.objects.exists() and not Occasion.objects.exists()


def test_what_a_meeting_discussed_is_fixed(petra: Person) -> None:
    analysis = make_board(petra)
    for _ in range(2):
        fix_discussed(petra, analysis.case, None)
    assert [(one.number, one.why) for one in FixedVersion.objects.all()] == [(1, "besproken")]


def test_a_meeting_about_a_case_without_analysis_fixes_nothing(petra: Person) -> None:
    case = make_case(petra)
    fix_discussed(petra, case, None)
    Analysis.objects.create(case=case)
    fix_discussed(petra, case, None)
    assert not FixedVersion.objects.exists()


def test_the_minutes_say_which_version_lay_on_the_table(petra: Person) -> None:
    analysis = make_board(petra)
    fix_version(by=petra, analysis=analysis, why="met_de_hand")
    add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Slaapt slecht")
    held = AgendaItem(case=analysis.case, discussed_at=timezone.now())
    assert version_in_minutes(analysis.case, held) == "", "nothing was fixed for a meeting yet"
    fix_discussed(petra, analysis.case, held)
    assert version_in_minutes(analysis.case, held).startswith("Besproken is versie 2, vastgelegd op ")
    assert version_in_minutes(analysis.case, AgendaItem(case=analysis.case)) == ""
