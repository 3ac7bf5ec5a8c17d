"""One at a time per aanmelding."""

from cases.casefile.models import Case
from cases.people.models import YoungPerson


def locked(case: Case) -> Case:
    """The case as it is now, with referral and young person, and nobody else at it until the transaction ends.

    Read after the lock is held: a row joined in the locking query itself would still be the one from before waiting.
    """
    Case.objects.select_for_update().only("pk").get(pk=case.pk)
    YoungPerson.objects.select_for_update().only("pk").get(pk=case.young_person_id)
    return Case.objects.select_related("young_person", "referral").get(pk=case.pk)
