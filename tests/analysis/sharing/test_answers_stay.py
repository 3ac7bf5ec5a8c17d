"""A «no» does not vanish because somebody is taken off the list of people."""

from collections.abc import Callable

from django.test import Client

from analysis.sharing.models import Endorsement
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.factories import make_analysis, make_case


def test_who_has_answered_stays(petra: Person, as_: Callable[[Person], Client]) -> None:
    case = make_case(petra)
    mother = Participant.objects.create(case=case, name="Anja", role="ouder", parental_authority="ja")
    Endorsement.objects.create(
        analysis=make_analysis(case), participant=mother, verdict="nee", words="Klopt niet"
    )
    page = as_(petra).post(f"/casussen/{case.number}/mensen/{mother.pk}/weg/", follow=True).content.decode()
    assert "Anja heeft geantwoord op de analyse of over toestemming, en blijft daarom staan." in page
    assert Endorsement.objects.filter(verdict="nee").exists()


def test_a_case_can_still_go_as_a_whole(petra: Person) -> None:
    case = make_case(petra)
    mother = Participant.objects.create(case=case, name="Anja", role="ouder")
    Endorsement.objects.create(analysis=make_analysis(case), participant=mother, verdict="ja")
    case.delete()
    assert not Endorsement.objects.exists()
