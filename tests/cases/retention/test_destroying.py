"""A destroyed case is gone: from every table, from the history and from the reports; what may stay stays."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from cases.casefile.models import Case, Phase
from cases.people.models import YoungPerson
from cases.retention.destroying import destroy, plan_destructions, take_away, warn_all
from cases.retention.models import Destruction
from cases.retention.terms import with_the_case
from cases.retention.tree import rows_under
from expertteam.access.person import Person
from expertteam.accounts.models import Team, User
from expertteam.audit.models import AuditEvent
from expertteam.jobs.models import JobFailed, JobStatus
from monitor.kept.models import KeptCase
from tests.access_world import World, make_world
from tests.cases.retention.ended import LAST_DAY, WARNING, closed_case
from tests.cases.retention.fullest import complete
from tests.cases.retention.traces import places_of, texts_in
from tests.factories import make_case


@pytest.fixture
def world(groningen: Team, friesland: Team) -> World:
    """A case with something of everything every room has."""
    world = make_world(groningen, friesland)
    for other in Case.objects.exclude(pk=world.case.pk):  # a brother's, with the same words
        take_away(other)
    complete(world)
    return world


def destroy_after_the_term(case: Case) -> Destruction:
    """Close the case long ago, warn, and destroy, as the daily work and the worker do."""
    closed_on = timezone.localdate() - timedelta(days=400)
    case.closure.closed_on = closed_on
    case.closure.save()
    case.referral.referred_on = closed_on - timedelta(days=100)
    case.referral.save()
    Case.objects.filter(pk=case.pk).update(phase=Phase.CLOSED)
    day = timezone.localdate()
    warn_all(day - timedelta(days=30))
    (job,) = plan_destructions(day)
    claimed = Destruction.claim(job.pk)
    assert claimed is not None
    destroy(claimed, day)
    return Destruction.objects.get(pk=job.pk)


def test_nothing_anybody_typed_is_left_anywhere(world: World) -> None:
    case, young_person = world.case, world.case.young_person
    world.draft.delete()  # of another aanmelding
    found = rows_under(case) | rows_under(young_person)
    names = set(User.objects.values_list("name", flat=True))
    labels = {str(one) for one in Team.objects.all()}
    typed = texts_in(found) - names - labels | {young_person.last_name, "Anja Oosterhuis"}
    assert len(typed) > 60 and places_of(typed).keys() == typed, "they can be found before"
    job = destroy_after_the_term(case)
    assert places_of(typed) == {}
    assert job.status == JobStatus.DONE and job.rows["case"] == 1


def test_no_row_is_left_of_any_kind_of_row(world: World) -> None:
    found = rows_under(world.case)
    destroy_after_the_term(world.case)
    left = {
        model.__name__ for model, keys in found.items() if model._base_manager.filter(pk__in=keys).exists()
    }
    assert left == set()


def test_every_kind_of_row_of_a_case_is_in_this_test(world: World) -> None:
    """A new kind of row has to be made in `furnish` of its room or in fullest.py, or this proves too little."""
    made = set(rows_under(world.case))
    assert {model.__name__ for model in with_the_case() - made} == {"RetentionWarning"}, (
        "that comes by itself"
    )


def test_what_stays(petra: Person) -> None:
    case = make_case(petra, first_name="Fenna", last_name="Hoekstra")
    number = case.number
    job = destroy_after_the_term(case)
    assert (job.case_number, job.months) == (number, 6) and job.warned_on < timezone.localdate()
    assert KeptCase.objects.count() == 1
    lines = AuditEvent.objects.filter(case_number=number)
    assert lines.filter(event="case.destroyed").exists() and lines.filter(event="case.registered").exists()
    assert "Hoekstra" not in json.dumps(list(lines.values()), default=str)


def test_who_has_another_case_keeps_it(petra: Person) -> None:
    old = make_case(petra, first_name="Fenna", last_name="Hoekstra")
    new = make_case(petra, first_name="Fenna", last_name="Hoekstra", earlier_number=old.number)
    assert new.young_person_id == old.young_person_id and new.earlier_case_id == old.pk
    destroy_after_the_term(old)
    new.refresh_from_db()
    assert YoungPerson.objects.get() == new.young_person and new.earlier_case_id is None
    assert new.earlier_number == old.number, "the number may still be said"


def test_the_number_is_never_given_again(petra: Person) -> None:
    number = make_case(petra, referral={"referred_on": timezone.localdate()}).number
    destroy_after_the_term(Case.objects.get())
    assert make_case(petra, referral={"referred_on": timezone.localdate()}).number > number


def test_a_case_that_was_opened_meanwhile_stays(petra: Person) -> None:
    case = closed_case(petra)
    warn_all(WARNING)
    (job,) = plan_destructions(LAST_DAY)
    Case.objects.update(phase=Phase.FOLLOWING)
    claimed = Destruction.claim(job.pk)
    assert claimed is not None
    with pytest.raises(JobFailed, match="heropend"):
        destroy(claimed, LAST_DAY)
    assert Case.objects.filter(pk=case.pk).exists() and not KeptCase.objects.exists()


def test_doing_the_job_twice_keeps_one_row(petra: Person) -> None:
    job = destroy_after_the_term(make_case(petra))
    assert Destruction.claim(job.pk) is None
    assert KeptCase.objects.count() == 1
