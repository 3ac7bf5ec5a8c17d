"""What can be found follows what is written, whoever writes it, and is gone with it."""

from datetime import date

from django.db import connection

from analysis.board.models import Element
from analysis.matching.models import Candidate
from cases.casefile.models import Case
from cases.people.models import Participant
from cases.plans.dilemma.actions import OptionData, PartyData, begin_dilemma, set_options, set_parties
from cases.search.following import FOLLOWED, follow_sources, made_of
from cases.search.models import SearchEntry
from cases.search.sources import search_sources
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from tests.cases.providers.places import make_place
from tests.factories import make_analysis, make_case


def texts(case: Case, kind: str) -> list[str]:
    return sorted(SearchEntry.objects.filter(case=case, kind=kind).values_list("text", flat=True))


def test_every_source_has_its_trigger(petra: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute(FOLLOWED)
        found = {name: made for name, _, made in cursor.fetchall()}
    assert found == {source.trigger: made_of(source) for source in search_sources().values()}


def test_a_row_is_there_as_soon_as_it_is_written(petra: Person) -> None:
    case = make_case(petra, first_name="Zoë", last_name="Çelik")
    assert texts(case, "casus") == [f"Zoë Çelik · {case.number}"]
    Participant.objects.bulk_create(
        [Participant(case=case, name="Anja", organisation="Molendrift", role="ouder")]
    )
    assert texts(case, "mensen") == ["Anja · Molendrift · ouder"]
    TimelineEvent.objects.create(case=case, text="Verhuisd", starts_on=date(2019, 5, 1))
    TimelineEvent.objects.filter(case=case).update(text="Weer verhuisd")
    assert texts(case, "tijdlijn") == ["Weer verhuisd"]
    case.timeline.all().delete()
    assert texts(case, "tijdlijn") == []


def test_another_name_reaches_every_case(petra: Person) -> None:
    case = make_case(petra)
    case.young_person.first_name = "Robin"
    case.young_person.save()
    assert texts(case, "casus")[0].startswith("Robin ")


def test_a_card_belongs_to_the_case_of_its_analysis(petra: Person) -> None:
    case = make_case(petra)
    analysis = make_analysis(case)
    assert len(texts(case, "kaartje")) == 3
    assert set(SearchEntry.objects.filter(case=case, kind="kaartje").values_list("rule", flat=True)) == {
        "analysis.read"
    }
    Element.objects.filter(analysis=analysis).delete()
    assert texts(case, "kaartje") == []


def test_what_is_written_in_a_dilemma_and_why_a_place_is_on_the_list(petra: Person) -> None:
    case = make_case(petra)
    dilemma = begin_dilemma(by=petra, case=case, question="Thuis of weg?")
    set_parties(by=petra, dilemma=dilemma, parties=[PartyData("Oma Trijn", "Dat hij blijft lachen")])
    set_options(
        by=petra, dilemma=dilemma, options=[OptionData("Logeren", "Rust voor allebei", "Weer een tas")]
    )
    assert texts(case, "dilemma_wie") == ["Oma Trijn · Dat hij blijft lachen"]
    assert texts(case, "dilemma_weg") == ["Logeren · Rust voor allebei · Weer een tas"]
    place = make_place(petra)
    Candidate.objects.create(case=case, place=place, why="Paarden", added_by=petra.user)
    assert texts(case, "plek_waarom") == ["Paarden"]
    case.candidates.all().delete()
    assert texts(case, "plek_waarom") == []


def test_secret_fields_are_never_there(petra: Person) -> None:
    case = make_case(petra)
    Participant.objects.create(
        case=case, name="Anja", phone="0612345678", email="anja@thuis.example", role="ouder"
    )
    everything = " ".join(SearchEntry.objects.values_list("text", flat=True))
    vectors = " ".join(SearchEntry.objects.values_list("vector", flat=True))
    assert "0612345678" not in everything + vectors and "thuis.example" not in everything + vectors


def test_everything_goes_with_the_case(petra: Person) -> None:
    case = make_case(petra)
    make_analysis(case)
    case.delete()
    assert not SearchEntry.objects.exists()


def test_what_was_there_before_a_source_is_read(petra: Person) -> None:
    case = make_case(petra)
    make_analysis(case)
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON TRIGGER search_kaartje ON analysis_element IS 'older'")
    SearchEntry.objects.filter(kind="kaartje").delete()
    follow_sources()
    assert len(texts(case, "kaartje")) == 3
