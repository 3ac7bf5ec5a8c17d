"""For whom a stake holds: the young person, also where the register knows them twice, and when a case goes."""

from django.db.models import Q

from expertteam.access.person import Person

from .models import Case, ConflictOfInterest


def young_people_behind(case: Case) -> set[int]:
    """Keys of who this case is about: one, unless it is linked to an earlier or later case that spells them otherwise.

    Two queries, and two more for every further link that leads to somebody new.
    """
    found, new = set(), {case.young_person_id}
    while new:
        found |= new
        linked = Case.objects.filter(
            Q(earlier_case__young_person__in=new) | Q(later_cases__young_person__in=new)
        )
        new = set(linked.values_list("young_person_id", flat=True)) - found
    return found


def carry_stakes(*, young_person: int, to: Case) -> None:
    """Let every stake about this young person (their key) hold for `to` as well: it is the same one after all."""
    there = set(ConflictOfInterest.objects.about(to).values_list("user_id", flat=True))
    for one in ConflictOfInterest.objects.standing().filter(case__young_person=young_person):
        if one.user_id not in there:
            there.add(one.user_id)
            copy_of(one, to)


def copy_of(stake: ConflictOfInterest, case: Case) -> ConflictOfInterest:
    """The same stake, as said in another case."""
    said = {"user_id": stake.user_id, "reason": stake.reason, "declared_by_id": stake.declared_by_id}
    return ConflictOfInterest.objects.create(case=case, **said)


def let_stakes_follow(*, case: Case, before: int) -> None:
    """A case turned out to be about somebody else than the young person with key `before`.

    Whether that is the same child with another spelling cannot be told: a stake goes on holding for both.
    """
    carry_stakes(young_person=before, to=case)
    if other := Case.objects.filter(young_person=before).order_by("-year", "-sequence").first():
        carry_stakes(young_person=case.young_person_id, to=other)


def keep_stakes(by: Person, case: Case) -> None:
    """A case that is destroyed takes what was said in it along; another case of the same young person keeps it."""
    other = Case.objects.filter(young_person=case.young_person_id).exclude(pk=case.pk)
    newest = other.order_by("-year", "-sequence").first()
    if newest is None:
        return
    said = ConflictOfInterest.objects.standing()
    there = set(said.filter(case=newest).values_list("user_id", flat=True))
    for one in said.filter(case=case).exclude(user__in=there):
        copy_of(one, newest)
