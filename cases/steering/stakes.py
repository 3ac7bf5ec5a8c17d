"""An action is never given to a colleague who has a stake in the case, also when that was said a moment ago."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django import forms
from django.db.models import Q

from cases.casefile.models import Case, ConflictOfInterest

T = TypeVar("T")

HAS_A_STAKE = (
    "{name} heeft een belang bij deze casus. Kies een ander. Bedoel je iemand anders? Schrijf de hele naam."
)
IS_THEIRS = "Dit is het adres van {name}, en die heeft een belang bij deze casus. Kies een ander."


class OwnerHasStake(ValueError):
    """Who would do it, or hear of it, has a stake in this case: the text says who, in Dutch, and `field` where."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field = field


def refuse_stakes(case: Case, user: int | None, addresses: Iterable[tuple[str, str]]) -> None:
    """OwnerHasStake when this colleague, or who has one of these addresses ((field, address)), has a stake.

    The row of the case must be held: whoever says that they have a stake holds it too.
    """
    asked = [(field, address) for field, address in addresses if address]
    if user is None and not asked:
        return
    theirs = Q(user=user)
    for _, address in asked:
        theirs |= Q(user__email__iexact=address)
    closed = ConflictOfInterest.objects.about(case).filter(theirs).select_related("user")
    for one in closed:
        if one.user_id == user:
            raise OwnerHasStake("owner_name", HAS_A_STAKE.format(name=one.user.name))
        field = next(field for field, address in asked if address.lower() == one.user.email.lower())
        raise OwnerHasStake(field, IS_THEIRS.format(name=one.user.name))


def unless_refused(form: forms.BaseForm, field: str, work: Callable[[], T]) -> T | None:
    """What `work` gives; None when a stake stood in the way: then the form says so, at that field or at `field`."""
    try:
        return work()
    except OwnerHasStake as refused:
        form.add_error(refused.field if refused.field in form.fields else field, str(refused))
        return None
