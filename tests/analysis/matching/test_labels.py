"""Never from behaviour labels: whatever is said of complaints and profile, the places and reasons stay the same."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from analysis.board.models import Analysis, Element
from analysis.matching.queries import fitting, listed_for, needed_by
from cases.casefile.models import Case
from cases.choices.queries import labels
from cases.providers.queries import places_of
from expertteam.access.person import Person
from tests.cases.providers.places import make_place
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]
DAY = date(2026, 11, 23)


def some_places(by: Person) -> None:
    """Places that differ in what they offer, and in whom they exclude."""
    make_place(by, "Boerderij", climate_yes=["vast_gezicht"], says_excludes=["autisme", "agressie"])
    make_place(by, "Flat", climate_no=["vast_gezicht"], does_exclude=["eetproblematiek"])
    make_place(by, "Groep", note="Jongeren met autisme, agressie en eetproblemen zijn hier vaak.")
    make_place(by, "Huis", climate_yes=["vast_gezicht", "weinig_eisen"], does_accept=["agressie"], age_to=14)


def all_of(by: Person, case: Case) -> tuple:
    """Everything the matching says."""
    needed = needed_by(case, DAY)
    found = fitting(needed.need, places_of(by), DAY)
    return needed, [one.match for one in found], listed_for(case, needed.need, DAY)


def make_needed(by: Person) -> tuple[Case, Analysis]:
    case = make_case(by)
    analysis = make_analysis(case)
    analysis.climate = ["weinig_eisen", "vast_gezicht"]
    analysis.save()
    return case, analysis


def test_complaints_and_profile_change_nothing(petra: Person) -> None:
    some_places(petra)
    case, analysis = make_needed(petra)
    before = all_of(petra, case)
    for profile in labels("profiel"):
        analysis.profile = profile
        analysis.harmful_care = list(labels("schadelijke_zorg"))
        analysis.save()
        analysis.elements.filter(kind="klacht").update(
            text="Ernstige agressie, autisme en eetproblemen op de groep"
        )
        for kind in set(labels("element_soort")) - {"beschermend"}:
            text = "Agressie, autisme, eetproblemen, weglopen van de boerderij"
            Element.objects.create(analysis=analysis, kind=kind, domain="jeugdige", text=text)
        assert all_of(petra, case) == before
    analysis.elements.exclude(kind="beschermend").delete()
    assert all_of(petra, case) == before


def test_what_a_place_excludes_changes_no_order_or_reason(petra: Person) -> None:
    some_places(petra)
    case, _ = make_needed(petra)
    before = all_of(petra, case)[1]
    places_of(petra).model.objects.update(
        says_excludes=[], does_exclude=[], does_accept=list(labels("uitsluiting"))
    )
    assert all_of(petra, case)[1] == before


def test_climate_and_strengths_do_change_it(petra: Person) -> None:
    some_places(petra)
    case, analysis = make_needed(petra)
    before = all_of(petra, case)[1]
    analysis.climate = ["kleine_groep"]
    analysis.save()
    assert all_of(petra, case)[1] != before
    strength = analysis.elements.get(kind="beschermend")
    strength.text = "Heeft een band met de jongeren van de straat, kickboksen met autisme"
    strength.save()
    assert any(one.touches for one in all_of(petra, case)[1])


def test_the_page_says_what_it_looks_at(petra: Person, as_: As) -> None:
    some_places(petra)
    case, _ = make_needed(petra)
    page = as_(petra).get(f"/casussen/{case.number}/plek-zoeken/").content.decode()
    assert "Ligt de hele dag op de bank" not in page and "Sleutelt graag aan fietsen" in page
    assert "Klachten, gedrag of een profiel tellen niet mee" in page
